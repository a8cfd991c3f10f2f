import { v7 as uuid } from 'uuid';
import type { CallReason, Prisma } from '#prisma';
import type { Output } from '#shared/contract';
import { callReasonText, callWords, outcomeText } from '#shared/domain/bookings/calls';
import { meetingText } from '#shared/domain/bookings/words';
import { momentText } from '#shared/domain/text/dates';
import { dayMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { holdersOf, membersOf, peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { aboutText, placeText, whenText } from './present';
import { type Loaded, withAdvisor } from './queries';

type Item = Output<'calls.list'>['items'][number];
const withBooking = { booking: { include: withAdvisor } } satisfies Prisma.CallTaskInclude;
type Given = Prisma.CallTaskGetPayload<{ include: typeof withBooking }>;

/** Calls that were made are shown this long, so that nobody rings twice. Default, to be confirmed. */
const shownDays = 7;
/** Not more calls than this stand in one list. */
const most = 100;

/**
 * Gives a call to whoever booked for the person, else to the 网格员 of the home grid, else to everybody of the village; the second time for one reason
 * nothing is written. Returns whom it was given to.
 */
export async function askForCall(ctx: Ctx, booking: Loaded, reason: CallReason): Promise<readonly string[]> {
  const { db, districtId, now } = ctx;
  const askedIds = booking.enteredById ? [booking.enteredById] : await nearStaff(ctx, booking);
  const call = { districtId, id: uuid(), bookingId: booking.id, reason, askedIds, createdAt: now };
  await db.callTask.createMany({ data: [call], skipDuplicates: true });
  return askedIds;
}

async function nearStaff(ctx: Ctx, { residentId, villageCode }: Loaded): Promise<string[]> {
  const person = (await peopleOf(ctx, [residentId])).get(residentId);
  const grid = person?.homeGridCode ? await holdersOf(ctx, 'GRID_STAFF', person.homeGridCode) : [];
  const near = grid.length > 0 ? grid : await membersOf(ctx, villageCode);
  return [...new Set(near.map(({ id }) => id))];
}

/** Calls given to this actor: those to be made while the talk is ahead, the nearest first, then those made lately. */
export async function ownCalls(ctx: Ctx): Promise<Output<'calls.list'>> {
  const { db, districtId, actor, now } = ctx;
  const asked = { districtId, askedIds: { has: actor.id } };
  const open = await db.callTask.findMany({
    where: { ...asked, doneAt: null, booking: { status: { in: ['REQUESTED', 'CONFIRMED'] }, startsAt: { gt: now } } },
    orderBy: [{ booking: { startsAt: 'asc' } }, { id: 'asc' }],
    take: most,
    include: withBooking,
  });
  const done = await db.callTask.findMany({
    where: { ...asked, doneAt: { gt: later(now, -shownDays * dayMs) } },
    orderBy: [{ doneAt: 'desc' }, { id: 'asc' }],
    take: most,
    include: withBooking,
  });
  return { items: await presentCalls(ctx, [...open, ...done]) };
}

/** Calls as people read them, in the order given. */
export async function presentCalls(ctx: Ctx, calls: readonly Given[]): Promise<Item[]> {
  const world = await worldOf(ctx.db);
  const people = await peopleOf(
    ctx,
    calls.flatMap(({ booking, doneById }) => [
      ...[booking.residentId, booking.advisor.personId],
      ...(doneById ? [doneById] : []),
    ]),
  );
  const nameOf = (id: string | null) => people.get(id ?? '')?.name ?? '';
  return calls.map(({ id, booking, reason, doneAt, doneById, outcome }) => {
    const meeting = { advisorName: nameOf(booking.advisor.personId), place: placeText(world, booking) };
    return {
      ...{ id, bookingId: booking.id, personName: nameOf(booking.residentId) || '居民' },
      aboutText: aboutText(ctx, world, booking),
      reasonText: callReasonText(reason),
      wordsText: callWords(reason, whenText(booking, ctx.now), meetingText(booking.manner, meeting)),
      startsAt: booking.startsAt.toISOString(),
      doneText:
        doneAt && outcome ? `${nameOf(doneById)} ${momentText(doneAt, ctx.now)}：${outcomeText(outcome)}` : null,
    };
  });
}

/** A call given to this actor, or not_found. */
export async function givenCall({ db, districtId, actor }: Ctx, id: string): Promise<Given> {
  const call = await db.callTask.findFirst({
    where: { districtId, id, askedIds: { has: actor.id } },
    include: withBooking,
  });
  if (!call) throw new AppError('not_found');
  return call;
}
