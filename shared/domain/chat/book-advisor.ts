import type { BookingDeed, BookingFound, BookingSearch, BookingTalk, OfferedTime, OwnTalk } from './booking-state';
import { disputeTypeOf, matterOf } from './booking-words';
import { type Choice, type Outcome, outcome, type Reply, say } from './reply';
import type { ChatState } from './state';
import type { Facts, Turn } from './turn';

type Said = Turn & { kind: 'said' };
type Tap = Turn & { kind: 'tapped' };

/** A booking is kept in mind so long (hours); after that the desk begins anew. Default, to be confirmed. */
const rememberedHours = 2;

/** The talk about a booking that goes on, if it is not too old. */
export function bookingOf(state: ChatState, now: Date): BookingTalk | undefined {
  const { booking } = state;
  return booking && now.getTime() - Date.parse(booking.askedAt) < rememberedHours * 3_600_000 ? booking : undefined;
}

/** The same talk with this about a booking, or without. */
export function withBooking(state: ChatState, booking: BookingTalk | undefined): ChatState {
  const { booking: _booking, pending: _pending, ...rest } = state;
  return booking ? { ...rest, failures: 0, booking } : { ...rest, failures: 0 };
}

/** Begins to book, to move or to call off: the server looks what there is, and the talk goes on with what it found. */
export function startBooking(
  state: ChatState,
  aim: BookingTalk['aim'],
  facts: Facts,
  said?: Pick<Said, 'text' | 'heard'>,
): Outcome {
  const wish = said?.heard.when;
  const matter = said && aim === 'book' ? matterOf(said.text, wish?.text) : '';
  const villageCode = facts.home?.villageCode ?? said?.heard.place?.villageCode;
  const talk: BookingTalk = {
    ...{ id: facts.id, aim, step: 'slot', offered: [], own: [], askedAt: facts.now.toISOString() },
    ...(villageCode && { villageCode }),
    ...(wish && { wish }),
    ...(matter && { matter, disputeType: disputeTypeOf(matter) }),
  };
  return search(state, talk, facts);
}

/** Looks for times and own bookings; without a village it is asked for first. */
export function search(state: ChatState, talk: BookingTalk, facts: Facts): Outcome {
  const askedAt = facts.now.toISOString();
  if (talk.aim === 'book' && !talk.villageCode)
    return outcome(withBooking(state, { ...talk, step: 'village', askedAt }), [
      say('您住在哪个村（社区）？我帮您约那里的法律顾问。', { type: 'place', canPin: true, options: [] }),
    ]);
  const { aim, villageCode, wish, about } = talk;
  const found: BookingSearch = {
    aim,
    ...(villageCode && { villageCode }),
    ...(wish && { wish }),
    ...(about && { about: about.bookingId }),
  };
  return outcome(withBooking(state, { ...talk, askedAt }), [], [{ kind: 'bookings', search: found }]);
}

/** The talk goes on with what the server found. */
export function bookingFound(state: ChatState, found: BookingFound, facts: Facts): Outcome {
  const talk = bookingOf(state, facts.now);
  if (!talk) return outcome(state, []);
  const next: BookingTalk = { ...talk, offered: found.times, own: found.own };
  if (talk.aim === 'book') return offer(state, next, found.text);
  const about = talk.about ?? (found.own.length === 1 ? found.own[0] : undefined);
  if (found.own.length === 0)
    return outcome(withBooking(state, undefined), [
      say('您现在没有约好的见面。要约一个吗？', { type: 'choice', options: [{ label: '约律师', action: 'advisor' }] }),
    ]);
  if (!about) return which(state, next);
  return talk.aim === 'move' ? offer(state, { ...next, about }, found.text) : askReason(state, { ...next, about });
}

function which(state: ChatState, talk: BookingTalk): Outcome {
  const text = talk.aim === 'move' ? '您有两个预约，改哪一个？' : '您有两个预约，取消哪一个？';
  const options = talk.own.map(
    ({ bookingId, text: label }): Choice => ({ label, action: 'booking.which', payload: { bookingId, label } }),
  );
  return outcome(withBooking(state, { ...talk, step: 'which' }), [say(text, { type: 'choice', options })]);
}

function offer(state: ChatState, talk: BookingTalk, text: string): Outcome {
  const wait: readonly Choice[] = talk.aim === 'book' ? [{ label: '都不合适，排候补', action: 'booking.wait' }] : [];
  const options: readonly Choice[] = [
    { label: '看日历', action: 'page', payload: { url: '/packages/booking/pages/book/index' } },
    ...wait,
    { label: '不约了', action: 'booking.stop', payload: { label: talk.aim === 'book' ? '不约了' : '不改了' } },
  ];
  return outcome(withBooking(state, { ...talk, step: 'slot' }), [
    { kind: 'slots', text, times: talk.offered, options },
  ]);
}

const askReason = (state: ChatState, talk: BookingTalk): Outcome =>
  outcome(withBooking(state, { ...talk, step: 'reason' }), [
    say(`取消「${talk.about?.text ?? ''}」，为什么不来了？点一个，或者直接说。`, {
      type: 'choice',
      options: [
        ...['临时有事', '事情解决了', '换别的办法'].map(
          (label): Choice => ({ label, action: 'booking.reason', payload: { label } }),
        ),
        { label: '不取消了', action: 'booking.stop', payload: { label: '不取消了' } },
      ],
    }),
  ]);

/** A time was chosen: the matter is asked for, or all is said back before it is done. */
export function chose(state: ChatState, talk: BookingTalk, chosen: OfferedTime): Outcome {
  const next: BookingTalk = { ...talk, chosen };
  if (talk.aim === 'move' || talk.matter) return askToConfirm(state, next);
  return outcome(withBooking(state, { ...next, step: 'matter' }), [
    say(`${chosen.text}，记下了。您想问什么事？一句话就行。`),
  ]);
}

/** Everything said back: who, when, where and what about. */
export function askToConfirm(state: ChatState, talk: BookingTalk): Outcome {
  const reply: Reply = {
    kind: 'bookingConfirm',
    text: talk.aim === 'move' ? '改成这样可以吗？' : '这样约可以吗？点哪行改哪行，也可以直接说。',
    talk,
  };
  const { chosen, villageCode } = talk;
  const hold: Outcome['effects'] = chosen
    ? [
        {
          kind: 'booking',
          deed: { kind: 'hold', slotId: chosen.slotId, ...(villageCode && { villageCode }) },
          talk,
        },
      ]
    : [];
  return outcome(withBooking(state, { ...talk, step: 'confirm' }), [reply], hold);
}

/** What is done on yes. */
export function agreed(state: ChatState, talk: BookingTalk): Outcome {
  const { chosen, about, villageCode, matter = '', disputeType = '其他' } = talk;
  if (!chosen) return outcome(state, [say('先选一个时间。')]);
  const deed: BookingDeed =
    talk.aim === 'move' && about
      ? { kind: 'move', bookingId: about.bookingId, version: about.version, slotId: chosen.slotId }
      : { kind: 'book', slotId: chosen.slotId, matter, disputeType, ...(villageCode && { villageCode }) };
  return outcome(withBooking(state, undefined), [], [{ kind: 'booking', deed, talk }]);
}

/** Calls a booking off. */
export function calledOff(state: ChatState, talk: BookingTalk, about: OwnTalk, reason: string): Outcome {
  const { bookingId, version } = about;
  const deed: BookingDeed = { kind: 'cancel', bookingId, version, reason };
  return outcome(withBooking(state, undefined), [], [{ kind: 'booking', deed, talk }]);
}

/** Puts somebody on the waiting list, once the matter is known. */
export function waits(state: ChatState, talk: BookingTalk): Outcome {
  const { matter, disputeType = '其他', villageCode, wish } = talk;
  const { chosen: _chosen, ...rest } = talk;
  if (!matter)
    return outcome(withBooking(state, { ...rest, step: 'matter' }), [
      say('好的，帮您排候补。您想问什么事？一句话就行。'),
    ]);
  const deed: BookingDeed = {
    ...{ kind: 'wait', matter, disputeType },
    ...(villageCode && { villageCode }),
    ...(wish && { wish }),
  };
  return outcome(withBooking(state, undefined), [], [{ kind: 'booking', deed, talk }]);
}

/** A tap within the talk about a booking; undefined when it is not one. */
export function bookingTap(state: ChatState, { action, payload }: Tap, facts: Facts): Outcome | undefined {
  if (!action.startsWith('booking.')) return undefined;
  const talk = bookingOf(state, facts.now);
  if (!talk) return outcome(withBooking(state, undefined), [say('这张卡片已经旧了。要约律师，再说一声就行。')]);
  switch (action) {
    case 'booking.slot': {
      const chosen = talk.offered.find(({ slotId }) => slotId === payload.slotId);
      return chosen ? chose(state, talk, chosen) : search(state, talk, facts);
    }
    case 'booking.which': {
      const about = talk.own.find(({ bookingId }) => bookingId === payload.bookingId);
      return about ? search(state, { ...talk, about }, facts) : which(state, talk);
    }
    case 'booking.confirm':
      return talk.step === 'confirm' ? agreed(state, talk) : search(state, talk, facts);
    case 'booking.edit':
      return payload.field === 'matter' ? askMatter(state, talk) : search(state, talk, facts);
    case 'booking.reason':
      return talk.about ? calledOff(state, talk, talk.about, String(payload.label ?? '临时有事')) : which(state, talk);
    case 'booking.wait':
      return waits(state, talk);
    default:
      return stopped(state, talk);
  }
}

/** The matter again. */
export function askMatter(state: ChatState, talk: BookingTalk): Outcome {
  const { matter: _matter, ...rest } = talk;
  return outcome(withBooking(state, { ...rest, step: 'matter' }), [say('您想问什么事？一句话就行。')]);
}

/** Breaks it off; what stands stays. */
export function stopped(state: ChatState, talk: BookingTalk): Outcome {
  const texts = { book: '好的，不约了。', move: '好的，时间不变。', cancel: '好的，预约还在。' };
  return outcome(withBooking(state, undefined), [say(texts[talk.aim])]);
}
