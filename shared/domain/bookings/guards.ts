import { dayMs, hourMs, minuteMs } from '../time/clock';
import { type BookingAction, type BookingParty, type BookingStatus, bookingStatusAfter } from './lifecycle';

/** A hold lasts this long while the resident confirms. Default, to be confirmed. */
export const holdMinutes = 5;

/** A resident cancels or moves a confirmed booking up to this long before it begins; later a call is needed. Default, to be confirmed. */
export const cancelNoticeHours = 2;

/** An absence may be noted this long after the start. Default, to be confirmed. */
export const absenceGraceMinutes = 15;

/** A wrongly noted absence may be corrected this many times 24 h after the start. Default, to be confirmed. */
const undoWithinDays = 7;

/** A visit may be rated this many times 24 h after its end. Default, to be confirmed. */
const rateWithinDays = 15;

/** Why an action is refused; each is a code of the failure catalogue. */
export type BookingReason =
  | 'booking_action_not_allowed'
  | 'booking_hold_expired'
  | 'booking_slot_past'
  | 'booking_reason_required'
  | 'booking_cancel_too_late'
  | 'booking_already_started'
  | 'booking_not_started'
  | 'booking_record_missing'
  | 'booking_absence_too_early'
  | 'booking_undo_too_late'
  | 'booking_already_rated'
  | 'booking_rate_too_late';

/** What a guard looks at. `reason` is what the person wrote for cancelling, proposing or passing on. */
export interface BookingFacts {
  readonly status: BookingStatus;
  readonly now: Date;
  readonly by: BookingParty;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly heldUntil?: Date | null;
  readonly reason?: string | null;
  readonly hasRecord: boolean;
  readonly isRated: boolean;
}

type Guard = (facts: BookingFacts) => BookingReason | undefined;

const firstReason =
  (...guards: readonly Guard[]): Guard =>
  (facts) => {
    for (const guard of guards) {
      const reason = guard(facts);
      if (reason) return reason;
    }
    return undefined;
  };

const holdStands: Guard = ({ heldUntil, now }) => (heldUntil && now < heldUntil ? undefined : 'booking_hold_expired');
const isAhead: Guard = ({ startsAt, now }) => (now < startsAt ? undefined : 'booking_slot_past');
const isNotBegun: Guard = ({ startsAt, now }) => (now < startsAt ? undefined : 'booking_already_started');
const hasReason: Guard = ({ reason }) => (reason?.trim() ? undefined : 'booking_reason_required');
const graceIsOver: Guard = ({ startsAt, now }) =>
  now.getTime() < startsAt.getTime() + absenceGraceMinutes * minuteMs ? 'booking_absence_too_early' : undefined;
const isInNotice: Guard = ({ status, by, startsAt, now }) => {
  const isLate = startsAt.getTime() - now.getTime() < cancelNoticeHours * hourMs;
  return status === 'CONFIRMED' && by === 'RESIDENT' && isLate ? 'booking_cancel_too_late' : undefined;
};

const guards: Partial<Record<BookingAction, Guard>> = {
  request: firstReason(holdStands, isAhead),
  confirm: firstReason(holdStands, isAhead),
  accept: isAhead,
  propose: firstReason(isNotBegun, hasReason),
  passOn: firstReason(isNotBegun, hasReason),
  reschedule: firstReason(isNotBegun, isInNotice),
  cancel: (facts) => {
    if (facts.status === 'HELD' || facts.by === 'SYSTEM') return undefined;
    if (facts.by === 'RESIDENT') return firstReason(isNotBegun, isInNotice)(facts);
    return firstReason(isNotBegun, hasReason)(facts);
  },
  expire: ({ status, heldUntil, startsAt, now }) => {
    const until = status === 'HELD' ? heldUntil : startsAt;
    return until && now < until ? 'booking_action_not_allowed' : undefined;
  },
  finish: ({ startsAt, now, hasRecord }) => {
    if (now < startsAt) return 'booking_not_started';
    return hasRecord ? undefined : 'booking_record_missing';
  },
  residentAbsent: graceIsOver,
  advisorAbsent: graceIsOver,
  undoNoShow: ({ startsAt, now }) =>
    now.getTime() > startsAt.getTime() + undoWithinDays * dayMs ? 'booking_undo_too_late' : undefined,
  rate: ({ endsAt, now, isRated }) => {
    if (isRated) return 'booking_already_rated';
    return now.getTime() > endsAt.getTime() + rateWithinDays * dayMs ? 'booking_rate_too_late' : undefined;
  },
};

/** Why this action cannot happen now, or undefined when it can. Who may act at all is the policy's question, not this one's. */
export function whyNotBooking(action: BookingAction, facts: BookingFacts): BookingReason | undefined {
  if (!bookingStatusAfter(facts.status, action)) return 'booking_action_not_allowed';
  return guards[action]?.(facts);
}

/** The end of a hold taken now. */
export function holdUntil(now: Date): Date {
  return new Date(now.getTime() + holdMinutes * minuteMs);
}
