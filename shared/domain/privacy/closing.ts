import { dayMs, later } from '../time/clock';

/** How long an account that is to be closed can still be kept. Default, to be confirmed. */
export const closingDays = 7;

/** What is shown in the place of a name that is gone. */
export const erasedName = '已注销的居民';

/** When a person who asks at `since` is erased. */
export const eraseAtFrom = (since: Date): Date => later(since, closingDays * dayMs);

/** What ties a person to the desk: posts held today, own tickets that are still somebody's work, bookings that are still to come. */
export interface Ties {
  readonly posts: number;
  readonly openTickets: number;
  readonly openBookings: number;
}

/** Why an account cannot be closed now; undefined when it can. Open matters need somebody who can be reached (default, to be confirmed). */
export function whyNotClose({
  posts,
  openTickets,
  openBookings,
}: Ties): 'closing_post_held' | 'closing_open_matters' | undefined {
  if (posts > 0) return 'closing_post_held';
  return openTickets + openBookings > 0 ? 'closing_open_matters' : undefined;
}
