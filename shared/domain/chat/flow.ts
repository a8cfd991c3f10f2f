import { absorb, photosOf, sureOf } from './absorb';
import { emergencyReply } from './emergency';
import { doubt, lost, person } from './fallback';
import { after, type Outcome, outcome, say } from './reply';
import { askAgain, newFrame, nextQuestion, similarReply } from './report-problem';
import { aside, categorised, file, saidInReport, separate, withGifts } from './report-turn';
import { contactOf, isSide, sideAnswer } from './side-answers';
import {
  type ChatState,
  type Frame,
  freshState,
  quietHours,
  settled,
  topFrame,
  withoutOldDrafts,
  withTop,
} from './state';
import { tapped } from './tap';
import type { Facts, Heard, Turn } from './turn';

/** Reports that may wait on the stack; an older one is given up for a new one. */
const depth = 3;

/**
 * One turn of a talk: the state before, what the resident did, and what is known → the state after, the desk's messages, and what the server
 * has to do. Pure: the same three give the same outcome.
 */
export function advance(before: ChatState, turn: Turn, facts: Facts): Outcome {
  const state = withoutOldDrafts(before.version === 1 ? before : freshState, facts.now);
  if (turn.kind === 'looked') return looked(state, turn.similar, facts);
  const danger = turn.kind === 'said' ? turn.heard.danger : undefined;
  if (turn.kind === 'said' && danger && danger.kind !== topFrame(state)?.details.danger)
    return inDanger(state, turn, danger, facts);
  if (facts.mode !== 'BOT') return besidePerson(state, turn, facts);
  if (turn.kind === 'tapped') return onTap(state, turn, facts);
  if (state.pending) return onPending(state, state.pending, turn, facts);
  if (wentQuiet(state, facts)) return askToResume(state, turn, facts);
  if (turn.kind === 'sent') return onGifts(state, turn, facts);
  const frame = topFrame(state);
  return frame ? saidInReport(state, frame, turn, facts) : saidFreely(state, turn, facts);
}

/** What the desk asked last, in the words of understanding. */
export function expectingOf({
  frames,
  pending,
}: ChatState): 'what' | 'where' | 'photo' | 'confirm' | 'choice' | 'offer' | undefined {
  if (pending) {
    if (pending.kind === 'offHours') return 'what';
    if (pending.kind === 'contact') return 'where';
    return pending.kind === 'intent' && pending.intents.length > 1 ? 'choice' : 'offer';
  }
  const frame = frames[frames.length - 1];
  switch (frame?.step) {
    case 'category':
      return 'choice';
    case 'village':
      return frame.places ? 'choice' : 'where';
    case 'similar':
      return 'offer';
    default:
      return frame?.step;
  }
}

/** What stands in the empty input line. */
export function placeholderOf(state: ChatState): string {
  const step = state.pending ? undefined : topFrame(state)?.step;
  if (step === 'confirm') return '不对的地方直接说';
  if (step === 'where' || step === 'village') return '说说在哪里';
  if (step === 'photo') return '发照片，或者说“没有”';
  return '说说您遇到的事';
}

/** Danger stops everything: the emergency card, then the record goes on at the highest level. */
function inDanger(
  state: ChatState,
  turn: Turn & { kind: 'said' },
  danger: NonNullable<Heard['danger']>,
  facts: Facts,
): Outcome {
  const card = emergencyReply(danger.kind, danger.numbers);
  if (facts.mode !== 'BOT') return outcome(state, [card]);
  const frame = topFrame(state);
  const own = frame && !frame.details.what ? frame : undefined;
  const rest = own ? state.frames.slice(0, -1) : state.frames;
  const fresh = withGifts(
    categorised(absorb(own ?? newFrame(facts.id, facts.now), turn.text, turn.heard), facts),
    turn,
  );
  const sure: Frame = {
    ...fresh,
    categories: undefined,
    details: { ...fresh.details, category: fresh.details.category ?? facts.otherCategory, photoAnswered: true },
  };
  const next = { ...settled(state), failures: 0, frames: [...rest.slice(-(depth - 1)), sure] };
  return after(
    [card, say('打完电话，我帮您马上报给网格和中心。')],
    nextQuestion(next, facts.now, facts.home !== undefined),
  );
}

/** While a person has the talk, the desk is silent; only going back is answered. */
function besidePerson(state: ChatState, turn: Turn, facts: Facts): Outcome {
  const leaves =
    (turn.kind === 'tapped' && turn.action === 'back') ||
    (turn.kind === 'said' && facts.mode === 'QUEUED' && turn.heard.intent === 'cancel');
  if (!leaves) return outcome(state, []);
  const frame = topFrame(state);
  const first = say('好的，不等人工了，您接着跟我说。');
  if (!frame) return outcome(state, [first], [{ kind: 'unqueue' }]);
  const asked = askAgain(state, facts.now, facts.home !== undefined, [first]);
  return { ...asked, effects: [...asked.effects, { kind: 'unqueue' }] };
}

function onTap(state: ChatState, turn: Turn & { kind: 'tapped' }, facts: Facts): Outcome {
  if (state.pending && ['yes', 'no', 'meant', 'report.replace', 'report.another'].includes(turn.action))
    return onPending(state, state.pending, turn, facts);
  const done = tapped(state, turn, facts);
  if (done) return done;
  const frame = topFrame(state);
  if (frame?.step === 'confirm' && turn.action === 'yes') return file(state, frame);
  return frame
    ? askAgain(settled(state), facts.now, facts.home !== undefined)
    : outcome(settled(state), [say('这张卡片已经旧了。有事直接说就行。')]);
}

function onPending(state: ChatState, pending: NonNullable<ChatState['pending']>, turn: Turn, facts: Facts): Outcome {
  const rest = settled(state);
  const yes =
    (turn.kind === 'tapped' && turn.action === 'yes') || (turn.kind === 'said' && turn.heard.answer === 'yes');
  const no = (turn.kind === 'tapped' && turn.action === 'no') || (turn.kind === 'said' && turn.heard.answer === 'no');
  switch (pending.kind) {
    case 'resume':
      return resumed(rest, pending.held, turn, yes, no, facts);
    case 'intent': {
      const ordinal = turn.kind === 'said' ? turn.heard.ordinal : undefined;
      const tappedIntent = turn.kind === 'tapped' ? String(turn.payload.intent ?? '') : '';
      const intent =
        pending.intents.find((one) => one === tappedIntent) ??
        (ordinal ? pending.intents[ordinal - 1] : undefined) ??
        (yes ? pending.intents[0] : undefined);
      if (intent) return meant(rest, intent, pending.held, facts);
      return no ? lost(rest) : advance(rest, turn, facts);
    }
    case 'another':
      return another(rest, pending.held, turn, yes, facts);
    case 'offer':
      if (yes) return person(rest, facts);
      if (no) return askAgainOrListen(rest, facts);
      return advance(rest, turn, facts);
    case 'offHours':
      if (turn.kind !== 'said' || turn.heard.intent === 'cancel' || no) return askAgainOrListen(rest, facts);
      return advance(rest, isSide(turn.heard.intent) && turn.heard.intent !== 'human' ? turn : asReport(turn), facts);
    case 'contact': {
      const place = turn.kind === 'said' ? turn.heard.place : turn.kind === 'looked' ? undefined : turn.pin;
      if (!place?.villageCode) return advance(rest, turn, facts);
      const answer = contactOf(place);
      return topFrame(rest)
        ? after(answer.replies, askAgain(rest, facts.now, facts.home !== undefined))
        : outcome(rest, answer.replies);
    }
  }
}

function resumed(state: ChatState, held: Turn, turn: Turn, yes: boolean, no: boolean, facts: Facts): Outcome {
  const frame = topFrame(state);
  if (!frame) return advance(state, turn, facts);
  const awake = withTop(state, { ...frame, askedAt: facts.now.toISOString() });
  const empty =
    held.kind === 'tapped' || (held.kind === 'said' && (held.heard.answer !== undefined || goesOn(held.text)));
  if (yes || (turn.kind === 'said' && goesOn(turn.text)))
    return empty ? askAgain(awake, facts.now, facts.home !== undefined) : advance(awake, held, facts);
  if (no) {
    const without = { ...state, frames: state.frames.slice(0, -1) };
    if (empty && held.kind !== 'tapped') return outcome(without, [say('好的，不报了。有事您再说。')]);
    return advance(without, held, facts);
  }
  return advance(awake, turn, facts);
}

function another(state: ChatState, held: Turn, turn: Turn, yes: boolean, facts: Facts): Outcome {
  const frame = topFrame(state);
  if (!frame || held.kind !== 'said') return advance(state, turn, facts);
  const action = turn.kind === 'tapped' ? turn.action : '';
  const words = turn.kind === 'said' ? turn.text : '';
  if (action === 'report.another' || /另外|再报|两件|新的/.test(words)) return startFrom(state, held, facts);
  if (yes || action === 'report.replace' || /改/.test(words)) {
    const { what: _what, category: _category, ...kept } = frame.details;
    const next = categorised(
      absorb({ ...frame, details: { ...kept, said: [], looked: false } }, held.text, held.heard),
      facts,
    );
    return nextQuestion(withTop(state, next), facts.now, facts.home !== undefined);
  }
  return advance(state, turn, facts);
}

/** The intent the resident chose for a sentence that was not sure. */
function meant(state: ChatState, intent: string, held: Turn, facts: Facts): Outcome {
  const rest = { ...state, failures: 0 };
  if (held.kind !== 'said') return outcome(rest, []);
  if (intent === 'report' || intent === 'dispute') return startFrom(rest, held, facts);
  const answer = sideAnswer(intent, facts, held.text, held.heard);
  return outcome({ ...rest, ...(answer.pending && { pending: answer.pending }) }, answer.replies, answer.effects);
}

function saidFreely(state: ChatState, turn: Turn & { kind: 'said' }, facts: Facts): Outcome {
  const { heard, text } = turn;
  if (repeatsFiling(text, heard) && state.filed)
    return outcome(state, [
      {
        kind: 'ticket',
        text: `这件事已经报上去了，编号 ${state.filed.no}，不用再报。`,
        ticketId: state.filed.ticketId,
      },
    ]);
  if (heard.intent === 'cancel') return outcome(state, [say('好的。现在没有正在报的事，有事您再说。')]);
  if (heard.answer && heard.categories.length === 0) return outcome(state, [say('好的，有事您再说。')]);
  const isReport = heard.intent === 'report' || heard.intent === 'dispute';
  if (
    isReport &&
    heard.confidence >= doubt.sure &&
    /^(?:我)?(?:要|想)?(?:报|反映|上报|投诉)(?:一?个|一?件)?(?:问题|事情|事)?[。.]?$/.test(text)
  )
    return nextQuestion(
      { ...state, failures: 0, frames: [newFrame(facts.id, facts.now)] },
      facts.now,
      facts.home !== undefined,
    );
  if (isReport && (heard.confidence >= doubt.sure || sureOf(heard.categories))) return startFrom(state, turn, facts);
  if (isSide(heard.intent) && heard.confidence >= doubt.sure) return aside(state, facts, text, heard);
  return lost(state, turn);
}

/** A report from the sentence that began it. */
function startFrom(state: ChatState, turn: Turn & { kind: 'said' }, facts: Facts): Outcome {
  const frame = withGifts(categorised(absorb(newFrame(facts.id, facts.now), turn.text, turn.heard), facts), turn);
  const frames = [...state.frames.slice(-(depth - 1)), frame];
  return nextQuestion({ ...settled(state), failures: 0, frames }, facts.now, facts.home !== undefined);
}

/** Photos or a pin without words. Without a report they begin one. */
function onGifts(state: ChatState, turn: Turn & { kind: 'sent' }, facts: Facts): Outcome {
  const frame = topFrame(state);
  const base = frame ? state : { ...state, frames: [newFrame(facts.id, facts.now)] };
  const top = frame ?? newFrame(facts.id, facts.now);
  if (turn.pin && !turn.pin.inScope)
    return outcome(base, [say('这个位置不在翠屏区服务台负责的范围内，请拨打 12345。要报别处的，请再点一下。')]);
  const first = photosOf(turn).length > 0 && !top.details.what ? [say('照片收到了。')] : [];
  return nextQuestion(withTop(base, withGifts(top, turn)), facts.now, facts.home !== undefined, first);
}

function looked(state: ChatState, similar: readonly string[], facts: Facts): Outcome {
  const frame = topFrame(state);
  if (!frame) return outcome(state, []);
  if (similar.length === 0) return nextQuestion(withTop(state, separate(frame)), facts.now, facts.home !== undefined);
  return outcome(withTop(state, { ...frame, similar, step: 'similar' }), [similarReply(similar)]);
}

const wentQuiet = (state: ChatState, { now }: Facts): boolean => {
  const frame = topFrame(state);
  return frame?.details.what !== undefined && now.getTime() - Date.parse(frame.askedAt) > quietHours * 3_600_000;
};

function askToResume(state: ChatState, turn: Turn, facts: Facts): Outcome {
  const frame = topFrame(state);
  if (!frame || (turn.kind === 'said' && goesOn(turn.text)))
    return askAgain(state, facts.now, facts.home !== undefined);
  return outcome({ ...state, pending: { kind: 'resume', held: turn } }, [
    say(`您上次的「${frame.details.what ?? ''}」还没报完，还要继续报吗？`, {
      type: 'choice',
      options: [
        { label: '接着报', action: 'yes', style: 'primary' },
        { label: '不报了', action: 'no' },
      ],
    }),
  ]);
}

const askAgainOrListen = (state: ChatState, facts: Facts): Outcome =>
  topFrame(state)
    ? askAgain({ ...state, failures: 0 }, facts.now, facts.home !== undefined)
    : outcome({ ...state, failures: 0 }, [say('好的，您说，我在听。')]);

const goesOn = (text: string) => /^(?:接着|继续)(?:报|说|上报)?(?:吧|嘛|哈)?[。.]?$/.test(text.trim());

const repeatsFiling = (text: string, heard: Heard) =>
  /^(?:就)?报上去(?:吧|嘛|了|噻)?[。.]?$|^提交[。.]?$/.test(text.trim()) && heard.categories.length === 0;

const asReport = (turn: Turn & { kind: 'said' }): Turn => ({
  ...turn,
  heard: { ...turn.heard, intent: 'report', confidence: 1 },
});
