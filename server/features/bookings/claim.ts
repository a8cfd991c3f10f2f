import { v7 as uuid } from 'uuid';
import type { Booking, BookingStep, Slot as SlotRow } from '#prisma';
import { lawyer } from '#shared/domain/bookings/address';
import { type Candidate, chooseAdvisor } from '#shared/domain/bookings/allocation';
import { type EntryReason, needsPhoneConfirmation, whyNotBook } from '#shared/domain/bookings/entry';
import { firstOf, successorOf } from '#shared/domain/bookings/lifecycle';
import { dayOf, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Stating } from '../../kernel/context';
import { eventRow } from '../../kernel/events';
import { Refusal } from '../../kernel/refusal';
import type { World } from '../places/index';
import type { VillageAdvisor } from './advisors';
import { alarmOf } from './alarms';
import { type AdvisorCalendar, type Asked, freeSlots, loadCalendars } from './calendar';
import { bondsOf, conflictFor, matterOf, nameKey, type OtherSide } from './interests';
import { lockTime } from './locks';
import { daySpan, loadDay, loadOpening, type Own } from './opening';
import { isClaimable, nextSlots, ownFirst, slotOfRow } from './slots';
import { claimSql } from './sql';
import { surroundingsOf } from './surroundings';

/** Who wants which slot for what. */
export interface Wanted {
  readonly slotId: string;
  readonly residentId: string;
  readonly residentName: string;
  readonly villageCode: string;
  readonly matter: string;
  readonly disputeType: string;
  readonly other: OtherSide;
  readonly phone: string | null;
  readonly enteredById?: string | null;
  readonly walkIn?: boolean;
  /** Minutes of notice instead of the advisor's own: an offer may be taken later than a slot is booked. */
  readonly minimumNotice?: number;
  /** The booking this one takes the place of. It must have made way already. */
  readonly moving?: Booking;
  /** Whether it stands without an answer of the advisor: walk-ins, and times the advisor proposed. */
  readonly isAgreed?: boolean;
  readonly actorName: string;
  readonly actorRole: string;
  readonly text: string;
}

/** What a claim has written. */
export interface Claimed {
  readonly booking: Booking;
  readonly step: BookingStep;
  readonly advisor: VillageAdvisor;
}

type Bound = VillageAdvisor & Pick<Candidate, 'clientKeys'>;

/**
 * Claims a slot for somebody, or says why not with free times to take instead. Needs a transaction: the advisor's time is locked, the rules
 * look at it again, then one statement claims the slot and writes the booking. Returns what was written.
 */
export async function claim(ctx: Stating, world: World, wanted: Wanted): Promise<Claimed> {
  const { db, now } = ctx;
  const { slot, advisors } = await loadOpening(ctx, wanted.slotId, wanted.villageCode);
  const advisor = advisors.find(({ advisorId }) => advisorId === slot.advisorId);
  if (!advisor || (slot.villageCode && slot.villageCode !== wanted.villageCode))
    throw new AppError('booking_other_village');
  if (!isClaimable(slot, wanted.residentId, now)) throw lost('slot_taken', world, wanted, slot, advisors);

  const bound = await bondsOf(ctx, advisors, wanted.residentId, wanted.other);
  const clear = bound.filter((each) => !conflictFor(each, wanted.villageCode, wanted.other));
  if (!clear.some(({ advisorId }) => advisorId === slot.advisorId))
    throw lost('booking_conflict', world, wanted, slot, clear);

  await lockTime(ctx, slot.advisorId, wanted.residentId);
  const { calendar, own } = await loadDay(ctx, slot, wanted.residentId);
  const refusal = refusalOf(ctx, wanted, slot, advisors, own);
  if (refusal) throw new AppError(refusal);
  if (isTooSoon(ctx, wanted, slot, calendar)) throw lost('booking_notice_too_short', world, wanted, slot, clear);
  if (!isFree(ctx, world, calendar, wanted, slot)) {
    const taken = calendar.busy.some(({ from, to }) => from < slot.endsAt && slot.startsAt < to);
    throw lost(taken ? 'slot_taken' : 'slot_closed', world, wanted, slot, clear);
  }
  const because = await reasonFor(ctx, world, wanted, slot, bound);
  const booking = bookingRow(ctx, wanted, slot, because, own);
  const rows = rowsOf(ctx, wanted, booking);
  const [drawn] = await db.$queryRaw<{ no: string }[]>(claimSql(rows, now));
  if (!drawn) throw lost('slot_taken', world, wanted, slot, clear);
  return { booking: { ...booking, ...drawn }, step: rows.step, advisor };
}

function refusalOf(
  { now }: Stating,
  { villageCode, walkIn = false, moving }: Wanted,
  slot: SlotRow,
  advisors: readonly VillageAdvisor[],
  own: readonly Own[],
): EntryReason | undefined {
  return whyNotBook({
    ...{ slot: slotOfRow(slot), now, villageCode, own, minimumNotice: 0, isWalkIn: walkIn },
    advisorIds: advisors.map(({ advisorId }) => advisorId),
    ...(moving && { movingId: moving.id }),
  });
}

const isTooSoon = (
  { now }: Stating,
  { walkIn, minimumNotice }: Wanted,
  slot: SlotRow,
  { limits }: AdvisorCalendar,
): boolean => !walkIn && slot.startsAt < later(now, (minimumNotice ?? limits.minimumNotice) * 60_000);

function isFree({ now }: Stating, world: World, calendar: AdvisorCalendar, wanted: Wanted, slot: SlotRow): boolean {
  const asked: Asked = {
    ...{ from: slot.startsAt, to: slot.endsAt, now, isWalkIn: wanted.walkIn ?? false, moving: wanted.moving?.id },
    ...(wanted.minimumNotice !== undefined && { minimumNotice: wanted.minimumNotice }),
  };
  return freeSlots(calendar, surroundingsOf(world), asked).some(
    (free) => free.from.getTime() === slot.startsAt.getTime() && free.to.getTime() === slot.endsAt.getTime(),
  );
}

/** A refusal with the nearest free times: the same advisor's first, then those of the others. */
function lost(
  code: 'slot_taken' | 'slot_closed' | 'booking_conflict' | 'booking_notice_too_short',
  world: World,
  { villageCode }: Wanted,
  slot: SlotRow,
  advisors: readonly VillageAdvisor[],
): Refusal {
  return new Refusal(code, (ctx) => nextSlots(ctx, world, villageCode, ownFirst(advisors, slot), slot.startsAt));
}

/** Why this advisor, in a sentence for the resident: who came before in the order of the rule and could not, or that it was chosen so. */
async function reasonFor(
  ctx: Stating,
  world: World,
  wanted: Wanted,
  slot: SlotRow,
  bound: readonly Bound[],
): Promise<string> {
  const own = bound.find(({ advisorId }) => advisorId === slot.advisorId);
  const isFirst = own?.post === 'PRIMARY' || wanted.moving?.advisorId === slot.advisorId;
  const rivals = isFirst ? [] : bound.filter(({ advisorId }) => advisorId !== slot.advisorId);
  const span = { ...daySpan(slot.startsAt), now: ctx.now };
  const calendars =
    rivals.length > 0
      ? await loadCalendars(
          ctx,
          rivals.map(({ advisorId }) => advisorId),
          span,
        )
      : undefined;
  const isFreeThen = (advisorId: string) => {
    const calendar = calendars?.get(advisorId);
    return calendar ? freeSlots(calendar, surroundingsOf(world), span).length > 0 : false;
  };
  const { chosen, text } = chooseAdvisor({
    matter: matterOf(wanted.villageCode, wanted.other),
    candidates: (isFirst && own ? [own] : bound).map((each) => ({
      ...each,
      get isFree() {
        return each.advisorId === slot.advisorId || isFreeThen(each.advisorId);
      },
    })),
    ...(wanted.moving && { previousAdvisorId: wanted.moving.advisorId }),
  });
  return chosen?.advisorId === slot.advisorId ? text : `按您选的时间，由${lawyer(own?.name ?? '')}接待您`;
}

function bookingRow(
  ctx: Stating,
  wanted: Wanted,
  slot: SlotRow,
  because: string,
  own: readonly Own[],
): Omit<Booking, 'no'> {
  const { districtId, now } = ctx;
  const id = uuid();
  const { moving } = wanted;
  const status = wanted.isAgreed || wanted.walkIn ? 'CONFIRMED' : 'REQUESTED';
  const missed = own.filter((booking) => booking.status === 'NO_SHOW_RESIDENT').map(({ startsAt }) => startsAt);
  const { startsAt, endsAt, manner } = slot;
  return {
    ...{ districtId, id, ...(moving ? successorOf(moving) : firstOf(id)) },
    ...{ slotId: slot.id, advisorId: slot.advisorId, villageCode: wanted.villageCode, manner, startsAt, endsAt },
    ...{
      residentId: wanted.residentId,
      enteredById: wanted.enteredById ?? null,
      jointPersonId: moving?.jointPersonId ?? null,
    },
    ...{ matter: wanted.matter, disputeType: wanted.disputeType, phone: wanted.phone },
    ...{ clientHash: nameKey(ctx, wanted.residentName), otherPartyHash: wanted.other.hash },
    ...{ againstVillage: wanted.other.isVillage, status, version: 1, because, walkIn: wanted.walkIn ?? false },
    ...{ callFirst: needsPhoneConfirmation(missed, now), cancelledBy: null, cancelReason: null, proposedSlotId: null },
    ...{ createdAt: now, updatedAt: now, confirmedAt: status === 'CONFIRMED' ? now : null },
    ...{ arrivedAt: null, finishedAt: null, complainedAt: null, ...alarmOf({ status, startsAt, endsAt }, now) },
    ...{ ratedOnTime: null, ratedHelpful: null, ratedSatisfied: null, ratingNote: null },
  };
}

function rowsOf(ctx: Stating, { actorName, actorRole, text, moving }: Wanted, booking: Omit<Booking, 'no'>) {
  const { districtId, actor, requestId, now } = ctx;
  const action = moving ? 'reschedule' : 'open';
  const about = { districtId, actorId: actor.id, requestId, now };
  const stepId = uuid();
  return {
    booking,
    step: {
      ...{ districtId, id: stepId, bookingId: booking.id, action, actorId: actor.id, actorName, actorRole, text },
      ...{ note: booking.because, forBureau: false, at: now },
    },
    event: moving
      ? { ...eventRow(about, 'booking.moved', { bookingId: booking.id, action, stepId }), dispatchedAt: null }
      : { ...eventRow(about, 'booking.opened', { bookingId: booking.id }), dispatchedAt: null },
    noPrefix: `YY${dayOf(now).replaceAll('-', '')}-`,
  };
}
