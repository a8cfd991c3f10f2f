import {
  absorb,
  bringsNothing,
  correct,
  photosOf,
  pinOf,
  replaceCategory,
  replacePlace,
  sureOf,
  wishesAnonymity,
  withPhotos,
} from './absorb';
import { missed } from './fallback';
import { type Outcome, outcome, type Reply, say } from './reply';
import { askAgain, nextQuestion, photoLimit } from './report-problem';
import { isSide, sideAnswer } from './side-answers';
import { type ChatState, type Frame, settled, withTop } from './state';
import type { Facts, Heard, Turn } from './turn';

/** From here on a side question is answered although a report is running. Default, to be confirmed. */
const sureSide = 0.6;

/** The resident said something while a report is running. */
export function saidInReport(state: ChatState, frame: Frame, turn: Turn & { kind: 'said' }, facts: Facts): Outcome {
  const { heard, text } = turn;
  const go = (next: Frame, first: readonly Reply[] = []) =>
    nextQuestion({ ...withTop(state, next), failures: 0 }, facts.now, facts.home !== undefined, first);

  if (heard.intent === 'cancel') return dropped(state, frame);
  const carried = withGifts(frame, turn);
  if (wishesAnonymity(text) && bringsNothing(heard))
    return go({ ...carried, details: { ...carried.details, anonymous: true } }, [say('好的，不留您的名字。')]);

  const corrected = correct(carried, heard);
  if (corrected) return go(corrected, [say(correctionText(heard))]);
  const chosen = chosenByOrdinal(carried, heard);
  if (chosen) return go(chosen);
  if (isSide(heard.intent) && heard.confidence >= sureSide && !heard.answersAsked && !heard.answer)
    return aside(withTop(state, carried), facts, text, heard);
  if (carried !== frame && bringsNothing(heard) && !heard.what) return go(carried);
  return answered(state, carried, turn, facts, go);
}

type Go = (next: Frame, first?: readonly Reply[]) => Outcome;

function answered(state: ChatState, frame: Frame, turn: Turn & { kind: 'said' }, facts: Facts, go: Go): Outcome {
  const { heard, text } = turn;
  switch (frame.step) {
    case 'what':
      if (bringsNothing(heard) && Array.from(text).length < 4) return missed(withTop(state, frame), facts);
      return go(categorised(absorb(frame, text, heard), facts));
    case 'category':
      if (heard.answer === 'no') return go(replaceCategory(frame, facts.otherCategory));
      return go(categorised(absorb({ ...frame, categories: undefined }, text, heard), facts));
    case 'where':
    case 'village':
      return placed(state, frame, turn, facts, go);
    case 'similar':
      if (heard.answer === 'yes' && frame.similar?.length === 1)
        return outcome(
          settled({ ...state, frames: state.frames.slice(0, -1) }),
          [],
          [{ kind: 'join', ticketId: frame.similar[0] ?? '' }],
        );
      if (heard.answer === 'no' || heard.answer === 'skip') return go(separate(frame));
      return go(separate(absorb(frame, text, heard)));
    case 'photo':
      if (heard.answer === 'yes') return outcome(state, [say('好的，点下面的加号拍照或者选照片。')]);
      if (heard.answer) return go({ ...frame, details: { ...frame.details, photoAnswered: true } });
      if (heard.place)
        return go(replacePlace(supplemented(frame, text), heard.place), [say(`位置改成${heard.place.label}。`)]);
      return go(bringsNothing(heard) ? supplemented(frame, text) : absorb(frame, text, heard), [say('记下了。')]);
    case 'confirm':
      return atConfirm(state, frame, turn, go);
  }
}

function placed(state: ChatState, frame: Frame, turn: Turn & { kind: 'said' }, facts: Facts, go: Go): Outcome {
  const { heard, text, pin } = turn;
  // WeChat's map gives a point and its name together: the point decides, the name only says where about.
  if (pin)
    return go(replacePlace(frame, pin.inScope ? { ...pin, base: pin.label, label: `${pin.label}（${text}）` } : pin));
  if (frame.places && heard.answer === 'no') return go({ ...frame, places: undefined });
  const next = absorb(frame, text, heard);
  const { where } = next.details;
  if (where !== frame.details.where || next.places !== frame.places) return go(next);
  if (frame.step === 'village' && (heard.answer || frame.misses > 0)) return go(asItIs(next));
  if (next.details.landmark !== frame.details.landmark) return go(next);
  return missed(withTop(state, next), facts);
}

function atConfirm(state: ChatState, frame: Frame, turn: Turn & { kind: 'said' }, go: Go): Outcome {
  const { heard, text } = turn;
  if (heard.answer === 'yes') return file(state, frame);
  if (heard.answer) return outcome(state, [say('哪里不对，您直接说，或者点那一行。不想报了就说“不报了”。')]);
  const category = sureOf(heard.categories);
  const elsewhere = category && frame.details.category && category.code !== frame.details.category.code;
  if (elsewhere && heard.intent === 'report' && heard.what)
    return outcome({ ...state, pending: { kind: 'another', held: turn } }, [
      say('您是要改成这件事，还是另外再报一件？', {
        type: 'choice',
        options: [
          { label: '改成这件', action: 'report.replace' },
          { label: '另外再报一件', action: 'report.another' },
        ],
      }),
    ]);
  if (heard.place && heard.place.villageCode !== frame.details.where?.villageCode)
    return go(replacePlace(supplemented(frame, text), heard.place));
  return go(
    supplemented({ ...frame, details: { ...frame.details, since: heard.since ?? frame.details.since } }, text),
    [say('补上了。')],
  );
}

/** Files the top report. */
export function file(state: ChatState, frame: Frame): Outcome {
  const draft = { id: frame.id, details: frame.details };
  const rest: ChatState = { ...settled(state), frames: state.frames.slice(0, -1), failures: 0 };
  return outcome(rest, [{ kind: 'filed', draft }], [{ kind: 'file', draft }]);
}

/** Breaks a report off. */
export function dropped(state: ChatState, frame: Frame): Outcome {
  const rest: ChatState = { ...settled(state), frames: state.frames.slice(0, -1), failures: 0 };
  const what = frame.details.what;
  return outcome(rest, [say(what ? `好的，「${what}」不报了。` : '好的，不报了。')]);
}

/** Answers a question in the middle of a report, then goes on where it was. */
export function aside(state: ChatState, facts: Facts, text: string, heard: Heard): Outcome {
  const answer = sideAnswer(heard.intent, facts, text, heard);
  const next = { ...state, failures: 0, ...(answer.pending && { pending: answer.pending }) };
  if (answer.pending || answer.effects.length > 0) return outcome(next, answer.replies, answer.effects);
  const again = askAgain(next, facts.now, facts.home !== undefined);
  return outcome(again.state, [...answer.replies, ...again.replies], again.effects);
}

/** Photos and a pin that came with a sentence or a tap. */
export function withGifts(frame: Frame, turn: Turn): Frame {
  const pin = pinOf(turn);
  const pictured = withPhotos(frame, photosOf(turn), photoLimit);
  return pin ? replacePlace(pictured, { ...pin, ...landmarked(frame, pin.label) }) : pictured;
}

/** The report as another matter than the similar ones. */
export const separate = (frame: Frame): Frame => ({
  ...frame,
  similar: undefined,
  details: { ...frame.details, looked: true },
});

/** A town without its village is enough after it was asked once. */
export const asItIs = (frame: Frame): Frame => {
  const { where } = frame.details;
  return where
    ? { ...frame, places: undefined, details: { ...frame.details, where: { ...where, source: 'chosen' } } }
    : frame;
};

/** A subject that fits no category goes to 其他事项, and the centre finds the unit; close candidates are asked about. */
export function categorised(frame: Frame, facts: Facts): Frame {
  const { category, what } = frame.details;
  if (category || !what || (frame.categories?.length ?? 0) >= 2) return frame;
  return replaceCategory(frame, facts.otherCategory);
}

const landmarked = ({ details }: Frame, label: string) =>
  details.landmark && !label.includes(details.landmark) ? { label: `${label}${details.landmark}` } : {};

const supplemented = (frame: Frame, text: string): Frame => ({
  ...frame,
  details: { ...frame.details, said: [...frame.details.said, text] },
});

function chosenByOrdinal(frame: Frame, heard: Heard): Frame | undefined {
  const { ordinal } = heard;
  const at = <T>(list: readonly T[] | undefined): T | undefined =>
    ordinal === undefined ? undefined : list?.[ordinal === -1 ? list.length - 1 : ordinal - 1];
  const place = frame.step === 'village' ? at(frame.places) : undefined;
  if (place) return replacePlace(frame, { ...place, source: 'chosen' });
  const category = frame.step === 'category' ? at(frame.categories) : undefined;
  return category && replaceCategory(frame, category);
}

function correctionText({ correction }: Heard): string {
  if (correction?.place) return `改成${correction.place.label}了。`;
  return correction?.to ? `改成「${correction.to}」了。` : '改好了。';
}
