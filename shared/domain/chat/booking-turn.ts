import {
  agreed,
  askToConfirm,
  bookingOf,
  calledOff,
  chose,
  search,
  startBooking,
  stopped,
  waits,
} from './book-advisor';
import type { BookingTalk, OfferedTime } from './booking-state';
import { aimOf, disputeTypeOf } from './booking-words';
import { type Outcome, outcome, say } from './reply';
import type { ChatState } from './state';
import type { Facts, Turn } from './turn';

type Said = Turn & { kind: 'said' };

/** From here on a wish to book is taken for one. Default, to be confirmed. */
const sure = 0.45;

/** A sentence about booking: it goes on with the talk there is or begins one. Undefined when it is about something else. */
export function saidOfBooking(state: ChatState, turn: Said, facts: Facts): Outcome | undefined {
  const talk = bookingOf(state, facts.now);
  if (talk) return goesOn(state, talk, turn, facts);
  const { heard, text } = turn;
  const isFree = state.frames.length === 0;
  const aim = aimOf(text);
  const isAboutBooking = heard.intent === 'book_advisor' || (isFree && aim === 'move' && heard.when !== undefined);
  if (aim && (isAboutBooking || /预约|律师|顾问|约好/.test(text)) && (isFree || heard.intent === 'book_advisor'))
    return startBooking(state, aim, facts, turn);
  if (heard.intent === 'book_advisor' && heard.confidence >= sure) return startBooking(state, 'book', facts, turn);
  return undefined;
}

function goesOn(state: ChatState, talk: BookingTalk, turn: Said, facts: Facts): Outcome | undefined {
  const { heard, text } = turn;
  if (heard.intent === 'human' || heard.intent === 'emergency') return undefined;
  const aim = aimOf(text);
  if (talk.step === 'reason' && talk.about) {
    if (heard.answer === 'no' || /不取消|还是去/.test(text)) return stopped(state, talk);
    return calledOff(state, talk, talk.about, Array.from(text).slice(0, 300).join(''));
  }
  if (heard.intent === 'cancel' || /^(?:不约|不改|算)了/.test(text)) return stopped(state, talk);
  if (aim === 'cancel') return startBooking(state, 'cancel', facts, turn);
  if (talk.step === 'matter' && text.trim().length >= 2) return withMatter(state, talk, text);
  if (heard.when) return search(state, { ...talk, wish: heard.when }, facts);
  switch (talk.step) {
    case 'village': {
      const villageCode = heard.place?.villageCode;
      return villageCode
        ? search(state, { ...talk, villageCode }, facts)
        : outcome(state, [say('没有听清是哪个村（社区），您再说一下名字，或者在地图上点一下。')]);
    }
    case 'which': {
      const about = talk.own[(heard.ordinal ?? 0) - 1];
      return about ? search(state, { ...talk, about }, facts) : undefined;
    }
    case 'slot': {
      const chosen = chosenBy(talk.offered, heard.ordinal, heard.answer);
      if (chosen) return chose(state, talk, chosen);
      return /候补|排队|等/.test(text) ? waits(state, talk) : undefined;
    }
    case 'confirm':
      if (heard.answer === 'yes') return agreed(state, talk);
      return heard.answer === 'no' ? search(state, talk, facts) : withMatter(state, talk, text);
    default:
      return undefined;
  }
}

function withMatter(state: ChatState, talk: BookingTalk, text: string): Outcome {
  const matter = Array.from(text.trim()).slice(0, 200).join('');
  const next: BookingTalk = { ...talk, matter, disputeType: disputeTypeOf(matter) };
  return next.chosen ? askToConfirm(state, next) : waits(state, next);
}

function chosenBy(
  offered: readonly OfferedTime[],
  ordinal: number | undefined,
  answer: string | undefined,
): OfferedTime | undefined {
  if (ordinal !== undefined) return ordinal === -1 ? offered.at(-1) : offered[ordinal - 1];
  return answer === 'yes' && offered.length === 1 ? offered[0] : undefined;
}
