import type { Booking, BookingStep } from '#prisma';
import type { Output } from '#shared/contract';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { bookingStatusLabel } from '#shared/domain/bookings/lifecycle';
import { dayText, momentText, timeText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Actor, Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { type World, worldOf } from '../places/index';
import type { Claimed } from './claim';
import { followUpsOf } from './follow-ups';
import { abilitiesOf } from './move';
import { photosOf } from './photos';
import { mayReadRecord, partyOf } from './policy';
import { type Loaded, loadBooking } from './queries';
import { findSlot, isClaimable, presentSlot } from './slots';

type Item = Output<'bookings.list'>['items'][number];
type Detail = Output<'bookings.get'>;
type Names = ReadonlyMap<string, { name: string; phone: string | null }>;
/** A booking as far as it is shown. */
type Shown = Booking & { advisor: { personId: string } };

/** When a talk is, as people say it: 明天 10:20–10:50. */
export const whenText = ({ startsAt, endsAt }: Pick<Loaded, 'startsAt' | 'endsAt'>, now: Date): string =>
  `${dayText(dayOf(startsAt), now)} ${timeText(startsAt)}–${timeText(endsAt)}`;

/** Where a talk is: the village for visits, else how one talks. */
export const placeText = (world: World, { manner, villageCode }: Pick<Loaded, 'manner' | 'villageCode'>): string =>
  manner === 'ONSITE' ? world.placeLabel(villageCode) : mannerLabel(manner);

/** When, how and where; never what it is about. */
export function aboutText({ now }: Pick<Ctx, 'now'>, world: World, booking: Loaded): string {
  const place = placeText(world, booking);
  const manner = mannerLabel(booking.manner);
  return `${whenText(booking, now)} · ${manner === place ? manner : `${manner} · ${place}`}`;
}

/** One line of a list. Only the two who talk read each other's name. */
export function presentItem(
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  world: World,
  booking: Shown,
  names: Names,
): Item {
  const { id, rootId, no, status, version, advisorId, villageCode, startsAt, endsAt, manner } = booking;
  return {
    ...{ id, rootId, no, status, version, advisorId, villageCode, manner, walkIn: booking.walkIn },
    statusText: booking.arrivedAt && status === 'CONFIRMED' ? '正在见面' : bookingStatusLabel(status),
    advisorName: names.get(booking.advisor.personId)?.name ?? '',
    residentLabel: residentLabel(actor, booking, names),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    whenText: whenText(booking, now),
    mannerText: mannerLabel(manner),
    place: placeText(world, booking),
    ...{ matter: booking.matter, disputeType: booking.disputeType, because: booking.because },
    abilities: abilitiesOf(actor, booking, now),
  };
}

function residentLabel(actor: Actor, booking: Shown, names: Names): string {
  const name = names.get(booking.residentId)?.name ?? '居民';
  const knows = mayReadRecord(actor, booking) || booking.enteredById === actor.id;
  return knows ? name : `${name.slice(0, 1)}某某`;
}

/** Lines of a list in the order given. */
export async function presentItems(ctx: Ctx, bookings: readonly Loaded[]): Promise<Item[]> {
  const world = await worldOf(ctx.db);
  const names = await peopleOf(
    ctx,
    bookings.flatMap(({ residentId, advisor }) => [residentId, advisor.personId]),
  );
  return bookings.map((booking) => presentItem(ctx, world, booking, names));
}

/** A booking with its whole story, as this actor may see it. Reads it again, so that a command's reply shows what was written. */
export async function detailOf(ctx: Ctx, id: string): Promise<Detail> {
  return presentDetail(ctx, await loadBooking(ctx, id));
}

/** The same for a booking that is already loaded. */
export async function presentDetail(ctx: Ctx, booking: Loaded): Promise<Detail> {
  const { db, districtId } = ctx;
  const { residentId, advisor, jointPersonId, id } = booking;
  const names = await peopleOf(ctx, [residentId, advisor.personId, ...(jointPersonId ? [jointPersonId] : [])]);
  const steps = await db.bookingStep.findMany({
    where: { districtId, bookingId: id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const world = await worldOf(db);
  const proposed = await proposedOf(ctx, world, booking, names);
  const mayRead = mayReadRecord(ctx.actor, booking);
  return {
    ...detailFrom(ctx, world, booking, names, steps),
    proposed,
    record: await recordOf(ctx, booking),
    followUps: mayRead ? await followUpsOf(ctx, id) : [],
    photos: mayRead || booking.enteredById === ctx.actor.id ? await photosOf(ctx, booking.rootId) : [],
  };
}

/** A booking that has just been claimed, without reading anything again. */
export function presentClaimed(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  world: World,
  { booking, step, advisor }: Claimed,
  residentName: string,
): Detail {
  const { personId, name, phone } = advisor;
  const names: Names = new Map([
    [personId, { name, phone }],
    [booking.residentId, { name: residentName, phone: booking.phone }],
  ]);
  return detailFrom(ctx, world, { ...booking, advisor: { personId } }, names, [step]);
}

function detailFrom(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  world: World,
  booking: Shown,
  names: Names,
  steps: readonly BookingStep[],
): Detail {
  const { actor, now } = ctx;
  const { jointPersonId } = booking;
  const readsBureau = partyOf(actor, booking) !== 'ADVISOR' && jointPersonId !== actor.id;
  return {
    ...presentItem(ctx, world, booking, names),
    steps: steps
      .filter(({ forBureau }) => !forBureau || readsBureau)
      .map(({ id, action, text, note, actorName, actorRole, at }) => ({
        ...{ id, action, text, note, actorName, actorRole },
        atText: momentText(at, now),
      })),
    ...{ proposed: null, record: null, followUps: [], photos: [], phone: phoneFor(actor, booking, names) },
    callFirst: partyOf(actor, booking) === 'ADVISOR' && booking.callFirst,
    jointName: jointPersonId ? (names.get(jointPersonId)?.name ?? null) : null,
    rating: ratingOf(booking),
  };
}

async function proposedOf(ctx: Ctx, world: World, booking: Loaded, names: Names): Promise<Detail['proposed']> {
  if (!booking.proposedSlotId) return null;
  const row = await findSlot(ctx, booking.proposedSlotId);
  const free = isClaimable(row, booking.residentId, ctx.now);
  return presentSlot(world, { row, free }, names.get(booking.advisor.personId)?.name ?? '', ctx.now);
}

/** The other side's number: the resident's for the advisor, the advisor's for the resident. */
function phoneFor(actor: Actor, booking: Shown, names: Names): string | null {
  switch (partyOf(actor, booking)) {
    case 'ADVISOR':
      return booking.phone ?? names.get(booking.residentId)?.phone ?? null;
    case 'RESIDENT':
      return names.get(booking.advisor.personId)?.phone ?? null;
    default:
      return booking.enteredById === actor.id ? (names.get(booking.advisor.personId)?.phone ?? null) : null;
  }
}

async function recordOf({ db, districtId, actor, now }: Ctx, booking: Loaded): Promise<Detail['record']> {
  if (booking.status !== 'DONE' || !mayReadRecord(actor, booking)) return null;
  const record = await db.serviceRecord.findFirst({ where: { districtId, bookingId: booking.id } });
  if (!record) return null;
  const { who, facts, lawCited, advice, nextStep, handover, ticketNo, complete, createdAt } = record;
  return {
    ...{ who, facts, lawCited, advice, nextStep, handover, ticketNo, complete },
    atText: momentText(createdAt, now),
  };
}

function ratingOf(booking: Shown): Detail['rating'] {
  const { ratedOnTime: onTime, ratedHelpful: helpful, ratedSatisfied: satisfied, ratingNote: note } = booking;
  return onTime === null || helpful === null || satisfied === null ? null : { onTime, helpful, satisfied, note };
}
