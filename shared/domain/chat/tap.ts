import { replaceCategory, replacePlace, withoutSubject } from './absorb';
import { startBooking } from './book-advisor';
import { pointsReply } from './credit';
import { topicReply } from './legal';
import { startTopic } from './raise-topic';
import { after, type Outcome, outcome, say } from './reply';
import { askAgain, newFrame, nextQuestion, photoLimit } from './report-problem';
import { asItIs, dropped, file, separate, withGifts } from './report-turn';
import { askForPerson, contactOf, type SideAnswer, sideAnswer } from './side-answers';
import { type ChatState, type Frame, settled, topFrame, withTop } from './state';
import type { Facts, Turn } from './turn';

type Tap = Turn & { kind: 'tapped' };

/** What a tap on an option does; undefined when its action is not known. Taps that no longer fit are answered by asking again. */
export function tapped(state: ChatState, turn: Tap, facts: Facts): Outcome | undefined {
  const fromMenu = menuTap(state, turn, facts);
  if (fromMenu) return fromMenu;
  const frame = topFrame(state);
  if (!turn.action.startsWith('report.')) return undefined;
  if (turn.action === 'report.join')
    return outcome(withoutTop(state), [], [{ kind: 'join', ticketId: String(turn.payload.ticketId ?? '') }]);
  if (turn.action === 'report.confirm') return confirmed(state, turn, frame, facts);
  if (!frame) return outcome(state, [say('这件事已经不在了。要报的话，请再说一遍。')]);
  return inReport(settled(state), withGifts(frame, turn), turn, facts);
}

function menuTap(state: ChatState, turn: Tap, facts: Facts): Outcome | undefined {
  const { action, payload } = turn;
  const side = (answer: SideAnswer): Outcome => {
    const next = { ...settled(state), failures: 0, ...(answer.pending && { pending: answer.pending }) };
    if (answer.pending || answer.effects.length > 0 || !topFrame(next))
      return outcome(next, answer.replies, answer.effects);
    return after(answer.replies, askAgain(next, facts.now, facts.home !== undefined));
  };
  switch (action) {
    case 'report':
      return startReport(state, turn, facts);
    case 'advisor':
      return startBooking(settled(state), 'book', facts);
    case 'consult':
      return startTopic(settled(state), facts);
    case 'credit':
      return side({ replies: [pointsReply('')], effects: [] });
    case 'progress':
      return side(sideAnswer('progress', facts, ''));
    case 'contact':
      return side(contactOf(facts.home));
    case 'human':
      return side(askForPerson(facts));
    case 'law.topic':
      return side({ replies: [topicReply(String(payload.topic ?? ''), String(payload.label ?? ''))], effects: [] });
    case 'emergency':
      return side(sideAnswer('emergency', facts, ''));
    case 'again':
      return again({ ...settled(state), failures: 0 }, facts);
    case 'back':
      return again(settled(state), facts, facts.mode === 'BOT' ? [] : [{ kind: 'unqueue' }]);
    default:
      return undefined;
  }
}

/** A new report; a tap that names a place (a printed code) has answered where. */
function startReport(state: ChatState, turn: Tap, facts: Facts): Outcome {
  const rest = settled(state);
  const frame = topFrame(rest);
  // An unfinished report with something in it goes on; an empty one is the same as a new one.
  if (frame?.details.what) {
    const text = `刚才的「${frame.details.what}」还没报完，先把它报完，好吗？`;
    return outcome({ ...rest, pending: { kind: 'resume', held: turn } }, [
      say(text, {
        type: 'choice',
        options: [
          { label: '接着报', action: 'yes', style: 'primary' },
          { label: '不要了，报新的', action: 'no' },
        ],
      }),
    ]);
  }
  const frames = frame ? rest.frames.slice(0, -1) : rest.frames;
  const fresh = newFrame(facts.id, facts.now);
  const begun = turn.place ? replacePlace(fresh, { ...turn.place, source: 'chosen' }) : fresh;
  const next = { ...rest, failures: 0, frames: [...frames, begun] };
  const first = turn.place ? [say(`位置填好了：${turn.place.label}。`)] : [];
  return nextQuestion(next, facts.now, facts.home !== undefined, first);
}

/** 报上去: files what is on the card; said where photos are asked for it means "no photo"; when it was filed already the same ticket is the answer. */
function confirmed(state: ChatState, turn: Tap, frame: Frame | undefined, facts: Facts): Outcome {
  const draftId = turn.payload.draftId;
  const { filed } = state;
  if (filed && (draftId === filed.draftId || !frame))
    return outcome(state, [
      { kind: 'ticket', text: `这件事已经报上去了，编号 ${filed.no}，不用再报。`, ticketId: filed.ticketId },
    ]);
  if (!frame) return outcome(state, [say('这件事已经不在了。要报的话，请再说一遍。')]);
  if (frame.step === 'photo' && draftId === undefined)
    return nextQuestion(
      withTop(state, { ...frame, details: { ...frame.details, photoAnswered: true } }),
      facts.now,
      facts.home !== undefined,
    );
  if (frame.step !== 'confirm' || (draftId !== undefined && draftId !== frame.id))
    return outcome(state, [say('这张卡片已经旧了，请看下面最新的。')]);
  return file(state, frame);
}

function inReport(state: ChatState, frame: Frame, turn: Tap, facts: Facts): Outcome {
  const hasHome = facts.home !== undefined;
  const go = (next: Frame) => nextQuestion({ ...withTop(state, next), failures: 0 }, facts.now, hasHome);
  switch (turn.action) {
    case 'report.cancel':
      return dropped(state, frame);
    case 'report.later':
      return outcome(withTop(state, frame), [say('好的，先放着，给您留七天。要接着报，说“接着报”就行。')]);
    case 'report.skipPhoto':
      return go({ ...frame, details: { ...frame.details, photoAnswered: true } });
    case 'report.separate':
      return go(separate(frame));
    case 'report.home':
      return facts.home ? go(replacePlace(frame, landmarked(frame, facts.home))) : go(frame);
    case 'report.place':
      return chosenPlace(state, frame, turn, go);
    case 'report.category': {
      const chosen = frame.categories?.find(({ code }) => code === turn.payload.code);
      return go(replaceCategory(frame, chosen ?? facts.otherCategory));
    }
    case 'report.anonymous':
      return go({ ...frame, details: { ...frame.details, anonymous: !frame.details.anonymous, looked: true } });
    case 'report.edit':
      return edited(state, frame, String(turn.payload.field ?? ''), facts);
    default:
      return askAgain(withTop(state, frame), facts.now, hasHome);
  }
}

function chosenPlace(state: ChatState, frame: Frame, turn: Tap, go: (next: Frame) => Outcome): Outcome {
  if (turn.payload.unknown)
    return go(
      replacePlace(frame, { label: frame.details.landmark ?? '位置待中心核实', inScope: true, source: 'chosen' }),
    );
  if (turn.payload.town) return go(asItIs(frame));
  const place = frame.places?.find(({ villageCode }) => villageCode === turn.payload.villageCode) ?? turn.place;
  if (!place) return outcome(withTop(state, frame), [say('没有找到这个地方，请说村（社区）的名字。')]);
  return go(replacePlace(frame, { ...landmarked(frame, place), source: 'chosen' }));
}

/** A line of the confirm card is asked again, and only that. */
function edited(state: ChatState, frame: Frame, field: string, facts: Facts): Outcome {
  const hasHome = facts.home !== undefined;
  const { where: _where, ...placed } = frame.details;
  if (field === 'what') return nextQuestion(withTop(state, withoutSubject(frame)), facts.now, hasHome);
  if (field === 'where')
    return nextQuestion(
      withTop(state, { ...frame, places: undefined, details: { ...placed, looked: false } }),
      facts.now,
      hasHome,
    );
  if (field === 'photo' && frame.details.photos.length < photoLimit)
    return nextQuestion(
      withTop(state, { ...frame, details: { ...frame.details, photoAnswered: false } }),
      facts.now,
      hasHome,
    );
  return askAgain(withTop(state, frame), facts.now, hasHome);
}

const landmarked = <T extends { label: string }>({ details }: Frame, place: T): T =>
  details.landmark && !place.label.includes(details.landmark)
    ? { ...place, label: `${place.label}${details.landmark}` }
    : place;

const withoutTop = (state: ChatState): ChatState => ({ ...settled(state), frames: state.frames.slice(0, -1) });

/** Back to what was asked, or to the start. */
function again(state: ChatState, facts: Facts, effects: Outcome['effects'] = []): Outcome {
  if (!topFrame(state)) return outcome(state, [say('好的，您说，我在听。')], effects);
  const asked = askAgain(state, facts.now, facts.home !== undefined);
  return { ...asked, effects: [...effects, ...asked.effects] };
}
