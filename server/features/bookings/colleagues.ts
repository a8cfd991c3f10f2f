import type { Booking } from '#prisma';
import type { Output } from '#shared/contract';
import { overlaps } from '#shared/domain/bookings/availability';
import { bookingsOn } from '#shared/domain/bookings/slots';
import { dayMs, dayOf, instantAt } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { advisorsOf, type VillageAdvisor } from './advisors';
import { availabilityOn, loadCalendars } from './calendar';
import { bondsOf, conflictFor } from './interests';
import type { Loaded } from './queries';
import { surroundingsOf } from './surroundings';

type Talk = Pick<Booking, 'startsAt' | 'endsAt' | 'manner' | 'villageCode'>;

/** Within one firm, and never to oneself. */
export const mayTakeOver = (
  colleague: VillageAdvisor,
  own: VillageAdvisor | undefined,
  { advisorId }: Pick<Booking, 'advisorId'>,
): boolean => colleague.advisorId !== advisorId && (!own || colleague.firmId === own.firmId);

/**
 * Which of these advisors could come to a talk at its very time, whether or not they sit then: not on leave, nothing else in the way (the way
 * between two villages counted), the day not full.
 */
export async function freeAt(
  ctx: Ctx,
  world: World,
  advisorIds: readonly string[],
  { startsAt: from, endsAt: to, manner, villageCode }: Talk,
): Promise<ReadonlySet<string>> {
  const day = dayOf(from);
  const calendars = await loadCalendars(ctx, advisorIds, { from: instantAt(day, 0), to: instantAt(day, dayMs) });
  const { travelMinutes } = surroundingsOf(world);
  const place = manner === 'ONSITE' ? villageCode : undefined;
  const free = [...calendars.values()].filter((calendar) => {
    const { limits, busy } = calendar;
    if (bookingsOn(day, busy) >= limits.dailyLimit) return false;
    if (availabilityOn(day, calendar).leave.some((leave) => overlaps(leave, { from, to }))) return false;
    return !busy.some((taken) => {
      const minutes = taken.isBooking ? limits.bufferAfter + travelMinutes(place, taken.villageCode) : 0;
      const [start, end] = [taken.from.getTime() - minutes * 60_000, taken.to.getTime() + minutes * 60_000];
      return overlaps({ from, to }, { from: new Date(start), to: new Date(end) });
    });
  });
  return new Set(free.map(({ advisorId }) => advisorId));
}

/** To whom a talk can be handed: colleagues of the firm who have that time free and need not stand aside; the least loaded first. */
export async function colleaguesFor(ctx: Ctx, booking: Loaded): Promise<Output<'bookings.colleagues'>> {
  const advisors = await advisorsOf(ctx, booking.villageCode);
  const own = advisors.find(({ advisorId }) => advisorId === booking.advisorId);
  const other = { hash: booking.otherPartyHash, isVillage: booking.againstVillage };
  const bound = await bondsOf(
    ctx,
    advisors.filter((each) => mayTakeOver(each, own, booking)),
    booking.residentId,
    other,
  );
  const clear = bound.filter((each) => !conflictFor(each, booking.villageCode, other));
  const ids = clear.map(({ advisorId }) => advisorId);
  const free = await freeAt(ctx, await worldOf(ctx.db), ids, booking);
  return {
    items: clear
      .filter(({ advisorId }) => free.has(advisorId))
      .sort((a, b) => a.load - b.load)
      .map(({ advisorId, name, load, firm }) => ({ advisorId, name, text: `${firm} · 手头 ${load} 个预约` })),
  };
}
