import { addDays, dayOf, hourMs, instantAt, later, minuteMs, timeOfDay } from '../time/clock';
import type { Manner, Span } from './availability';
import type { Slot } from './slots';

/** An offer of a freed slot stands this long, then it passes on (features B12; default, to be confirmed). */
export const offerMinutes = 30;

/** Offers are made, stand and end between these hours of the Shanghai clock, so that none is slept through. Default, to be confirmed. */
const decentHours = { from: 8, to: 21 } as const;

/** An offer has to be answered this long before the talk begins, so that one can still get there. Default, to be confirmed. */
const answerAheadMinutes = 60;

/** One offer already made to somebody. */
export interface Offer {
  readonly slotId: string;
  readonly madeAt: Date;
  readonly until: Date;
  readonly answer?: 'TAKEN' | 'DECLINED' | null;
}

/** A slot and when it last became free: by a cancelling, a move or a new stretch of hours. */
export interface FreedSlot extends Slot {
  readonly freedAt: Date;
}

/** Somebody who waits (候补). What is absent is all the same to them; an advisor or a village is always named. */
export interface Waiting {
  readonly id: string;
  readonly joinedAt: Date;
  readonly advisorIds: readonly string[];
  readonly villageCode: string;
  readonly manners?: readonly Manner[];
  /** The time they could come. */
  readonly within?: Span;
  readonly offers: readonly Offer[];
  /** Set once they took a slot or gave up. */
  readonly isOver?: boolean;
}

/**
 * What happens to a freed slot now: an offer to one, a look again at `at` (it is night, or an offer runs; of this very slot, it stays kept for
 * `offeredTo`, who waits), or nobody wants it and it is open to all.
 */
export type NextOffer =
  | { readonly kind: 'OFFER'; readonly waitingId: string; readonly until: Date }
  | { readonly kind: 'WAIT'; readonly at: Date; readonly offeredTo?: string }
  | { readonly kind: 'OPEN' };

/**
 * Who is offered a freed slot next: whoever joined first (ties by id) of those it suits, who was not offered this slot before
 * and has no other offer to answer. One offer of a slot at a time; 30 minutes, all of them within decent hours and ending an
 * hour before the talk; otherwise the slot is open to all. A lapsed or declined offer costs nobody their place in the queue.
 * A slot taken since it became free goes to nobody; one taken and given back does.
 */
export function nextOffer(queue: readonly Waiting[], freed: FreedSlot, now: Date): NextOffer {
  const mine = queue.flatMap(({ offers }) => offers).filter(({ slotId }) => slotId === freed.id);
  if (mine.some(({ answer, madeAt }) => answer === 'TAKEN' && madeAt >= freed.freedAt)) return { kind: 'OPEN' };
  for (const { id, offers } of queue) {
    const running = offers.find((offer) => offer.slotId === freed.id && isRunning(offer, now));
    if (running) return { kind: 'WAIT', at: running.until, offeredTo: id };
  }

  const suited = queue
    .filter((waiting) => suits(waiting, freed) && waiting.offers.every(({ slotId }) => slotId !== freed.id))
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1));
  const at = decentFrom(now);
  const until = later(at, offerMinutes * minuteMs);
  if (suited.length === 0 || until > later(freed.from, -answerAheadMinutes * minuteMs)) return { kind: 'OPEN' };
  if (at > now) return { kind: 'WAIT', at };

  const unoccupied = suited.find(({ offers }) => !offers.some((offer) => isRunning(offer, now)));
  if (unoccupied) return { kind: 'OFFER', waitingId: unoccupied.id, until };
  const ends = suited.flatMap(({ offers }) => offers.filter((offer) => isRunning(offer, now)));
  return { kind: 'WAIT', at: new Date(Math.min(...ends.map((offer) => offer.until.getTime()))) };
}

/** The first moment from `now` on at which an offer may be made: its whole 30 minutes lie between 8:00 and 21:00 in Shanghai. */
export function decentFrom(now: Date): Date {
  const time = timeOfDay(now);
  if (time < decentHours.from * hourMs) return instantAt(dayOf(now), decentHours.from * hourMs);
  if (time <= decentHours.to * hourMs - offerMinutes * minuteMs) return now;
  return instantAt(addDays(dayOf(now), 1), decentHours.from * hourMs);
}

function isRunning({ until, answer }: Offer, now: Date): boolean {
  return !answer && now < until;
}

function suits({ isOver, advisorIds, villageCode, manners, within }: Waiting, freed: Slot): boolean {
  if (isOver || !advisorIds.includes(freed.advisorId)) return false;
  if (freed.villageCode !== undefined && freed.villageCode !== villageCode) return false;
  if (manners && !manners.includes(freed.manner)) return false;
  return !within || (within.from <= freed.from && freed.from < within.to);
}
