import { dayMs, later, minuteMs } from '../time/clock';
import { overlaps } from './availability';
import { blocksSlot, type Standing } from './lifecycle';
import type { Slot } from './slots';

/** Most bookings one person has ahead at a time (features B4; default, to be confirmed). */
export const mostActive = 2;

/** So many absences within `absenceDays` ask for a phone call before the next booking stands (features B4; default, to be confirmed). */
const absencesForCall = 3;

/** How far back absences count, in times of 24 h (features B4; default, to be confirmed). */
export const absenceDays = 90;

/** Why a slot is not given to a person; each is a code of the failure catalogue. */
export type EntryReason =
  | 'booking_slot_past'
  | 'booking_notice_too_short'
  | 'booking_other_village'
  | 'booking_same_time'
  | 'booking_limit';

/** A booking the person already has. */
export interface OwnBooking extends Standing {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What decides whether a person gets a slot. */
export interface EntryQuery {
  readonly slot: Slot;
  readonly now: Date;
  /** The person the talk is for, also when somebody else books. */
  readonly villageCode: string;
  /** The advisors of that village and of its town's teams. */
  readonly advisorIds: readonly string[];
  readonly own: readonly OwnBooking[];
  /** Minutes of notice. Without meaning for a walk-in, who may also take a slot that has begun. */
  readonly minimumNotice: number;
  readonly isWalkIn?: boolean;
  /** The booking that this one takes the place of. */
  readonly movingId?: string;
}

/** Why this person cannot have this slot, or undefined. Absences never count here: nobody is kept from legal help. */
export function whyNotBook(query: EntryQuery): EntryReason | undefined {
  const { slot, now, own, movingId } = query;
  const begins = query.isWalkIn ? slot.to : slot.from;
  if (begins <= now) return 'booking_slot_past';
  if (!query.isWalkIn && slot.from < later(now, query.minimumNotice * minuteMs)) return 'booking_notice_too_short';
  const isElsewhere = slot.villageCode !== undefined && slot.villageCode !== query.villageCode;
  if (isElsewhere || !query.advisorIds.includes(slot.advisorId)) return 'booking_other_village';
  const active = own.filter((booking) => booking.id !== movingId && booking.endsAt > now && blocksSlot(booking, now));
  if (active.some(({ startsAt, endsAt }) => overlaps({ from: startsAt, to: endsAt }, slot))) return 'booking_same_time';
  return active.length >= mostActive ? 'booking_limit' : undefined;
}

/**
 * Whether staff should ring before this person's next booking stands: three absences within 90 days, none of them corrected.
 * It slows a booking down and never refuses it. `absentAt` are the starts of the missed talks.
 */
export function needsPhoneConfirmation(absentAt: readonly Date[], now: Date): boolean {
  const since = later(now, -absenceDays * dayMs);
  return absentAt.filter((at) => at > since && at <= now).length >= absencesForCall;
}
