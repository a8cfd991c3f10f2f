import type { Manner } from './availability';
import type { CalendarEntry } from './ics';
import type { BookingStatus, Chain } from './lifecycle';

/** What of a booking goes into its advisor's calendar. */
export interface CalendarBooking extends Pick<Chain, 'rootId' | 'sequence'> {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly changedAt: Date;
  readonly manner: Manner;
  readonly place?: string;
}

const statuses = {
  HELD: undefined,
  EXPIRED: undefined,
  REQUESTED: 'TENTATIVE',
  CONFIRMED: 'CONFIRMED',
  DONE: 'CONFIRMED',
  NO_SHOW_RESIDENT: 'CONFIRMED',
  NO_SHOW_ADVISOR: 'CONFIRMED',
  CANCELLED: 'CANCELLED',
  RESCHEDULED: 'CANCELLED',
} as const satisfies Record<BookingStatus, CalendarEntry['status'] | undefined>;

/**
 * A booking as its calendar entry; undefined for what calendars never see (holds, and what expired). A cancelled or moved one
 * counts one change more than the talk it was, so that calendars take it for news. The talk that takes its place has the same
 * UID and sequence and stands before it when both are in one feed.
 */
export function calendarEntryOf({ status, sequence, ...booking }: CalendarBooking): CalendarEntry | undefined {
  const shown = statuses[status];
  if (!shown) return undefined;
  return { ...booking, status: shown, sequence: shown === 'CANCELLED' ? sequence + 1 : sequence };
}
