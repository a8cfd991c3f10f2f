import { type Day, dayOf, endOfDay } from '../time/clock';
import type { Slot } from './slots';

/** When somebody would like to come, as understood from their words: ISO 8601 instants, `to` absent for a point in time. */
export interface Wish {
  readonly text: string;
  readonly from: string;
  readonly to?: string;
  readonly ambiguous?: boolean;
}

/** A day that may have been meant, with its free slots. */
export interface WishedDay {
  readonly day: Day;
  readonly slots: readonly Slot[];
}

/**
 * What becomes of a wish. FREE: these slots lie in it. NEAR: none does, these are the nearest. PAST: it is over, these come
 * next. TOO_FAR: it lies beyond the booking window, these are the nearest. ASK_DAY: it may mean several days. NONE: nothing is free at all.
 */
export type WishAnswer =
  | { readonly kind: 'FREE' | 'NEAR'; readonly slots: readonly Slot[] }
  | { readonly kind: 'PAST'; readonly reason: 'booking_wish_past'; readonly slots: readonly Slot[] }
  | {
      readonly kind: 'TOO_FAR';
      readonly reason: 'booking_wish_too_far';
      readonly lastDay: Day;
      readonly slots: readonly Slot[];
    }
  | { readonly kind: 'ASK_DAY'; readonly days: readonly WishedDay[] }
  | { readonly kind: 'NONE' };

/** Most slots, or days to choose from, on one card. Default, to be confirmed. */
export const mostShown = 6;

/**
 * The free slots nearest to a wish, six at most, the closest first, of equally close ones the earlier.
 * `lastDay` is the last day of the booking window in Shanghai. A wish partly over counts for the part still ahead.
 */
export function answerWish(wish: Wish, free: readonly Slot[], now: Date, lastDay: Day): WishAnswer {
  if (free.length === 0) return { kind: 'NONE' };
  const from = Date.parse(wish.from);
  const to = wish.to === undefined ? undefined : Date.parse(wish.to);
  if ((to ?? from) < now.getTime()) {
    return { kind: 'PAST', reason: 'booking_wish_past', slots: nearestSlots(free, now.getTime()) };
  }
  if (from > endOfDay(lastDay).getTime()) {
    return { kind: 'TOO_FAR', reason: 'booking_wish_too_far', lastDay, slots: nearestSlots(free, from, to) };
  }
  const inside = free.filter((slot) => distance(slot, from, to) === 0);
  const days = byDay(inside);
  if (wish.ambiguous && days.length > 1) return { kind: 'ASK_DAY', days: days.slice(0, mostShown) };
  return inside.length > 0
    ? { kind: 'FREE', slots: nearestSlots(inside, from, to) }
    : { kind: 'NEAR', slots: nearestSlots(free, from, to) };
}

/** The slots whose start is nearest to a stretch (or point) of time in milliseconds since 1970, six at most, ties to the earlier, then by id. */
export function nearestSlots(slots: readonly Slot[], from: number, to?: number): readonly Slot[] {
  return [...slots]
    .sort(
      (a, b) =>
        distance(a, from, to) - distance(b, from, to) || a.from.getTime() - b.from.getTime() || (a.id < b.id ? -1 : 1),
    )
    .slice(0, mostShown);
}

function distance(slot: Slot, from: number, to: number = from): number {
  const start = slot.from.getTime();
  if (start < from) return from - start;
  return Math.max(0, start - to);
}

function byDay(slots: readonly Slot[]): readonly WishedDay[] {
  const days = [...new Set(slots.map((slot) => dayOf(slot.from)))].sort();
  return days.map((day) => ({ day, slots: slots.filter((slot) => dayOf(slot.from) === day) }));
}
