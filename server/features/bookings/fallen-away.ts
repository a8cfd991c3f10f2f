import { v7 as uuid } from 'uuid';
import { overlaps } from '#shared/domain/bookings/availability';
import { windowsOn } from '#shared/domain/bookings/windows';
import { addDays, dayMs, dayOf, hourMs, instantAt, later, minuteMs } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { advisorsOf } from './advisors';
import { type AdvisorCalendar, availabilityOn } from './calendar';
import { callOff } from './commands/cancel-booking';
import { type Loaded, withAdvisor } from './queries';
import { findSlot, nextSlots } from './slots';
import { surroundingsOf } from './surroundings';
import { offer } from './waiting';

/** A time kept for somebody whose talk fell away waits so long for an answer, at most until two hours before it. Default, to be confirmed. */
const keptMs = dayMs;
/** Whoever cannot be offered anything at once waits for a place up to so many days after the lost time. Default, to be confirmed. */
const waitDays = 14;

/**
 * Calls off the talks ahead that stood in an advisor's hours before a change and do not any more. Each of these people is told, and has the
 * nearest free time kept or stands on the waiting list. The advisor's time must be locked.
 */
export async function callOffFallen(
  ctx: Ctx,
  before: AdvisorCalendar,
  after: AdvisorCalendar,
  reason: string,
): Promise<{ affected: number; offered: number }> {
  const { db, districtId, now } = ctx;
  const world = await worldOf(db);
  const ahead = await db.booking.findMany({
    where: {
      ...{ districtId, advisorId: before.advisorId, status: { in: ['REQUESTED', 'CONFIRMED'] } },
      startsAt: { gt: now },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: withAdvisor,
  });
  const fallen = ahead.filter(
    (booking) =>
      (isAway(after, booking) && !isAway(before, booking)) ||
      (isCovered(world, before, booking) && !isCovered(world, after, booking)),
  );
  for (const booking of fallen) await callOff(ctx, booking, 'ADVISOR', reason);
  let offered = 0;
  for (const booking of fallen) if (await offerAnother(ctx, booking)) offered += 1;
  return { affected: fallen.length, offered };
}

const isAway = (calendar: AdvisorCalendar, { startsAt: from, endsAt: to }: Loaded): boolean =>
  availabilityOn(dayOf(from), calendar).leave.some((leave) => overlaps(leave, { from, to }));

function isCovered(
  world: World,
  calendar: AdvisorCalendar,
  { startsAt, endsAt, manner, villageCode }: Loaded,
): boolean {
  const day = dayOf(startsAt);
  return windowsOn(day, availabilityOn(day, calendar), surroundingsOf(world)).some(
    (window) =>
      window.manner === manner &&
      (!window.villageCode || window.villageCode === villageCode) &&
      instantAt(day, window.from * minuteMs) <= startsAt &&
      endsAt <= instantAt(day, window.to * minuteMs),
  );
}

/** Answers whether there was a time to offer. */
async function offerAnother(ctx: Ctx, booking: Loaded): Promise<boolean> {
  const { db, districtId, now } = ctx;
  const { residentId: personId, villageCode, matter, disputeType, startsAt } = booking;
  const advisors = await advisorsOf(ctx, villageCode);
  const inOrder = advisors.toSorted(
    (a, b) => Number(b.advisorId === booking.advisorId) - Number(a.advisorId === booking.advisorId),
  );
  const entry = await db.waitingEntry.create({
    data: {
      ...{ districtId, id: uuid(), personId, villageCode, matter, disputeType, createdAt: now },
      ...{ wishFrom: now, wishTo: instantAt(addDays(dayOf(startsAt), waitDays), 0), state: 'WAITING' },
    },
  });
  const [next] = await nextSlots(ctx, await worldOf(db), villageCode, inOrder, startsAt);
  if (!next) return false;
  const until = new Date(Math.min(later(now, keptMs).getTime(), Date.parse(next.startsAt) - 2 * hourMs));
  return until > now && (await offer(ctx, await findSlot(ctx, next.id), entry, until));
}
