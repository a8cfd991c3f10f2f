import { absorb } from './absorb';
import { claimFound, claimTap, photosForClaim } from './apply-points';
import { bookingFound, bookingOf, bookingTap, search } from './book-advisor';
import { saidOfBooking } from './booking-turn';
import { saidOfClaim } from './claim-turn';
import { emergencyReply } from './emergency';
import { depth, onGifts, saidFreely } from './free-turn';
import { withAsked } from './legal';
import { onPending } from './pending';
import { topicsFound, topicTap } from './raise-topic';
import { after, type Outcome, outcome, say } from './reply';
import { askAgain, newFrame, nextQuestion, similarReply } from './report-problem';
import { categorised, file, saidInReport, separate, withGifts } from './report-turn';
import { goesOn, spokenTap } from './spoken';
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
import { pinnedForTopic, saidOfTopic } from './topic-turn';
import type { Facts, Heard, Turn } from './turn';

/**
 * One turn of a talk: the state before, what the resident did, and what is known → the state after, the desk's messages, and what the server
 * has to do. Pure: the same three give the same outcome.
 */
export function advance(before: ChatState, given: Turn, facts: Facts): Outcome {
  const led = step(before, given, facts);
  return { ...led, state: withAsked(led.state, led.replies, facts.now) };
}

function step(before: ChatState, given: Turn, facts: Facts): Outcome {
  const turn = inTaps(before, given);
  const state = withoutOldDrafts(before.version === 1 ? before : freshState, facts.now);
  if (turn.kind === 'found') return bookingFound(state, turn.found, facts);
  if (turn.kind === 'claimFound') return claimFound(state, turn.found, facts);
  if (turn.kind === 'topicsFound') return topicsFound(state, turn.similar, facts);
  if (turn.kind === 'looked') return looked(state, turn.similar, facts);
  const danger = turn.kind === 'said' ? turn.heard.danger : undefined;
  if (turn.kind === 'said' && danger && danger.kind !== topFrame(state)?.details.danger)
    return inDanger(state, turn, danger, facts);
  if (facts.mode !== 'BOT') return besidePerson(state, turn, facts);
  const booked = ofBooking(state, turn, facts);
  if (booked) return booked;
  const claim = ofClaim(state, turn, facts);
  if (claim) return claim;
  const topic = ofTopic(state, turn, facts);
  if (topic) return topic;
  if (turn.kind === 'tapped') return onTap(state, turn, facts);
  if (state.pending) return onPending(state, state.pending, turn, facts, advance);
  if (wentQuiet(state, facts)) return askToResume(state, turn, facts);
  if (turn.kind === 'sent') return onGifts(state, turn, facts);
  const frame = topFrame(state);
  return frame ? saidInReport(state, frame, turn, facts) : saidFreely(state, turn, facts);
}

/** What belongs to the talk about a booking: its taps, its sentences, the pin of its village. */
function ofBooking(state: ChatState, turn: Turn, facts: Facts): Outcome | undefined {
  if (turn.kind === 'tapped') return bookingTap(state, turn, facts);
  if (turn.kind === 'said') return state.pending ? undefined : saidOfBooking(state, turn, facts);
  const talk = bookingOf(state, facts.now);
  const villageCode = turn.kind === 'sent' ? turn.pin?.villageCode : undefined;
  return talk?.step === 'village' && villageCode ? search(state, { ...talk, villageCode }, facts) : undefined;
}

/** What belongs to the talk about a topic. */
function ofTopic(state: ChatState, turn: Turn, facts: Facts): Outcome | undefined {
  if (turn.kind === 'tapped') return topicTap(state, turn, facts);
  if (turn.kind === 'said') return state.pending ? undefined : saidOfTopic(state, turn, facts);
  return turn.kind === 'sent' ? pinnedForTopic(state, turn, facts) : undefined;
}

/** What belongs to the talk about a deed that may bring points. A topic that is talked over goes first. */
function ofClaim(state: ChatState, turn: Turn, facts: Facts): Outcome | undefined {
  if (turn.kind === 'tapped') return claimTap(state, turn, facts);
  if (turn.kind === 'said') return state.pending || state.topic ? undefined : saidOfClaim(state, turn, facts);
  return turn.kind === 'sent' ? photosForClaim(state, turn, facts) : undefined;
}

/** Words that are an option's words are its tap. */
function inTaps(state: ChatState, turn: Turn): Turn {
  const tap = turn.kind === 'said' && !turn.heard.danger ? spokenTap(state, turn.text) : undefined;
  if (!tap || turn.kind !== 'said') return turn;
  return { kind: 'tapped', ...tap, photos: turn.photos, ...(turn.pin && { pin: turn.pin }) };
}

/** What the desk asked last, in the words of understanding. */
export function expectingOf({
  frames,
  pending,
  booking,
  topic,
  claim,
}: ChatState): 'what' | 'where' | 'photo' | 'confirm' | 'choice' | 'offer' | undefined {
  if (booking && !pending) {
    if (booking.step === 'village') return 'where';
    if (booking.step === 'matter' || booking.step === 'reason') return 'what';
    return booking.step === 'confirm' ? 'confirm' : 'choice';
  }
  if (topic && !pending) return expectingOfTopic[topic.step];
  if (claim && !pending) return expectingOfClaim[claim.step];
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

const expectingOfTopic = {
  ...({ what: 'what', more: 'what', title: 'what', village: 'where', level: 'choice', keptOut: 'offer' } as const),
  ...({ similar: 'offer', confirm: 'confirm' } as const),
};

const expectingOfClaim = {
  ...({ deed: 'what', rule: 'choice', day: 'what', photo: 'photo', confirm: 'confirm' } as const),
};

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
    return onPending(state, state.pending, turn, facts, advance);
  const done = tapped(state, turn, facts);
  if (done) return done;
  const frame = topFrame(state);
  if (frame?.step === 'confirm' && turn.action === 'yes') return file(state, frame);
  return frame
    ? askAgain(settled(state), facts.now, facts.home !== undefined)
    : outcome(settled(state), [say('这张卡片已经旧了。有事直接说就行。')]);
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
