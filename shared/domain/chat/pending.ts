import { absorb } from './absorb';
import { startBooking } from './book-advisor';
import { lost, person } from './fallback';
import { startFrom } from './free-turn';
import { startTopic } from './raise-topic';
import { after, type Outcome, outcome, say } from './reply';
import { askAgain, nextQuestion } from './report-problem';
import { categorised } from './report-turn';
import { contactOf, isSide, sideAnswer } from './side-answers';
import { goesOn } from './spoken';
import { type ChatState, settled, topFrame, withTop } from './state';
import type { Facts, Turn } from './turn';

/** The whole talk again, for a turn that does not answer what is pending. */
type Advance = (state: ChatState, turn: Turn, facts: Facts) => Outcome;

/** The answer to what was asked beside the flows; anything else goes on as if it had not been asked. */
export function onPending(
  state: ChatState,
  pending: NonNullable<ChatState['pending']>,
  turn: Turn,
  facts: Facts,
  advance: Advance,
): Outcome {
  const rest = settled(state);
  const yes =
    (turn.kind === 'tapped' && turn.action === 'yes') || (turn.kind === 'said' && turn.heard.answer === 'yes');
  const no = (turn.kind === 'tapped' && turn.action === 'no') || (turn.kind === 'said' && turn.heard.answer === 'no');
  switch (pending.kind) {
    case 'resume':
      return resumed(rest, pending.held, turn, { yes, no }, facts, advance);
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
      return another(rest, pending.held, turn, yes, facts, advance);
    case 'offer':
      if (yes) return person(rest, facts);
      if (no) return askAgainOrListen(rest, facts);
      return advance(rest, turn, facts);
    case 'offHours':
      if (turn.kind !== 'said' || turn.heard.intent === 'cancel' || no) return askAgainOrListen(rest, facts);
      return advance(rest, isSide(turn.heard.intent) && turn.heard.intent !== 'human' ? turn : asReport(turn), facts);
    case 'contact': {
      const place = turn.kind === 'said' ? turn.heard.place : 'pin' in turn ? turn.pin : undefined;
      if (!place?.villageCode) return advance(rest, turn, facts);
      const answer = contactOf(place);
      return topFrame(rest)
        ? after(answer.replies, askAgain(rest, facts.now, facts.home !== undefined))
        : outcome(rest, answer.replies);
    }
  }
}

function resumed(
  state: ChatState,
  held: Turn,
  turn: Turn,
  { yes, no }: { yes: boolean; no: boolean },
  facts: Facts,
  advance: Advance,
): Outcome {
  const frame = topFrame(state);
  if (!frame) return advance(state, turn, facts);
  const awake = withTop(state, { ...frame, askedAt: facts.now.toISOString() });
  const empty =
    held.kind === 'tapped' ||
    (held.kind === 'said' &&
      (held.heard.answer !== undefined || held.heard.intent === 'smalltalk' || goesOn(held.text)));
  if (yes || (turn.kind === 'said' && goesOn(turn.text)))
    return empty ? askAgain(awake, facts.now, facts.home !== undefined) : advance(awake, held, facts);
  if (no) {
    const without = { ...state, frames: state.frames.slice(0, -1) };
    if (empty && held.kind !== 'tapped') return outcome(without, [say('好的，不报了。有事您再说。')]);
    return advance(without, held, facts);
  }
  return advance(awake, turn, facts);
}

function another(state: ChatState, held: Turn, turn: Turn, yes: boolean, facts: Facts, advance: Advance): Outcome {
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
  if (intent === 'book_advisor') return startBooking(rest, 'book', facts, held);
  if (intent === 'consult') return startTopic(rest, facts, held);
  const answer = sideAnswer(intent, facts, held.text, held.heard);
  return outcome({ ...rest, ...(answer.pending && { pending: answer.pending }) }, answer.replies, answer.effects);
}

const askAgainOrListen = (state: ChatState, facts: Facts): Outcome =>
  topFrame(state)
    ? askAgain({ ...state, failures: 0 }, facts.now, facts.home !== undefined)
    : outcome({ ...state, failures: 0 }, [say('好的，您说，我在听。')]);

const asReport = (turn: Turn & { kind: 'said' }): Turn => ({
  ...turn,
  heard: { ...turn.heard, intent: 'report', confidence: 1 },
});
