import { v7 as uuid } from 'uuid';
import { type Booking, Prisma, type Slot as SlotRow } from '#prisma';
import { nextOffer, type Offer, type Waiting } from '#shared/domain/bookings/waitlist';
import { dayMs, dayOf, instantAt } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { freeSlots, loadCalendar } from './calendar';
import { slotOfRow } from './slots';
import { surroundingsOf } from './surroundings';

/** Not more people than this are looked at for one slot. */
const longest = 200;

interface Row {
  id: string;
  personId: string;
  villageCode: string;
  wishFrom: Date;
  wishTo: Date;
  createdAt: Date;
  offers: { slotId: string; madeAt: string; until: string; taken: boolean | null }[];
}

/** Gives a slot back and offers it to the waiting list at once. A slot that begins soon or is past is simply open. */
export async function freeSlot(ctx: Ctx, slotId: string): Promise<void> {
  const { db, districtId, now } = ctx;
  const rows = await db.slot.updateManyAndReturn({
    where: { districtId, id: slotId, state: { in: ['TAKEN', 'HELD'] } },
    data: { state: 'OPEN', holderId: null, heldUntil: null, offerAt: null, freedAt: now },
  });
  for (const slot of rows) await offerNext(ctx, slot);
}

/** Gives back the slot kept for a proposal that is over. One the resident has taken meanwhile stays taken. */
export async function releaseProposal(
  ctx: Ctx,
  { proposedSlotId, residentId }: Pick<Booking, 'proposedSlotId' | 'residentId'>,
): Promise<void> {
  const { db, districtId } = ctx;
  if (!proposedSlotId) return;
  const kept = { districtId, id: proposedSlotId, state: 'HELD', holderId: residentId } as const;
  if (await db.slot.findFirst({ where: kept, select: { id: true } })) await freeSlot(ctx, proposedSlotId);
}

/** Offers a free slot, whose row this transaction has locked, to whoever is next; holds it until morning when it is night. */
export async function offerNext(ctx: Ctx, slot: SlotRow): Promise<void> {
  const { db, districtId, now } = ctx;
  for (;;) {
    const queue = (await isStillOffered(ctx, slot)) ? await queueFor(ctx, slot) : [];
    const freed = { ...slotOfRow(slot), freedAt: slot.freedAt ?? now };
    const next = nextOffer(
      queue.map((row) => waitingOf(row, slot)),
      freed,
      now,
    );
    const where = { districtId, id: slot.id };
    if (next.kind === 'OPEN') {
      await db.slot.updateMany({ where, data: { state: 'OPEN', holderId: null, heldUntil: null, offerAt: null } });
      return;
    }
    if (next.kind === 'WAIT') {
      const holderId = queue.find(({ id }) => id === next.offeredTo)?.personId ?? null;
      const held = { state: 'HELD', holderId, heldUntil: next.at, offerAt: next.at } as const;
      await db.slot.updateMany({ where, data: held });
      return;
    }
    const chosen = queue.find(({ id }) => id === next.waitingId);
    if (chosen && (await offer(ctx, slot, chosen, next.until))) return;
  }
}

/** Whether the advisor still sits then: leave or other hours may have come in between. */
async function isStillOffered(ctx: Ctx, { advisorId, startsAt, endsAt }: SlotRow): Promise<boolean> {
  const day = dayOf(startsAt);
  const asked = { from: instantAt(day, 0), to: instantAt(day, dayMs), now: ctx.now, minimumNotice: 0 };
  const calendar = await loadCalendar(ctx, advisorId, asked);
  const free = freeSlots(calendar, surroundingsOf(await worldOf(ctx.db)), asked);
  return free.some(({ from, to }) => from.getTime() === startsAt.getTime() && to.getTime() === endsAt.getTime());
}

/** Writes an offer unless the person was offered something else meanwhile. */
export async function offer(
  ctx: Ctx,
  slot: SlotRow,
  { id, personId }: Pick<Row, 'id' | 'personId'>,
  until: Date,
): Promise<boolean> {
  const { db, districtId, now } = ctx;
  const { count } = await db.waitingEntry.updateMany({
    where: { districtId, id, state: 'WAITING' },
    data: { state: 'OFFERED', slotId: slot.id, offerUntil: until },
  });
  if (count === 0) return false;
  await db.waitingOffer.create({
    data: { districtId, id: uuid(), entryId: id, slotId: slot.id, madeAt: now, until },
    select: { id: true },
  });
  await db.slot.updateMany({
    where: { districtId, id: slot.id },
    data: { state: 'HELD', holderId: personId, heldUntil: until, offerAt: until },
  });
  await ctx.emit('waiting.offered', { entryId: id, slotId: slot.id });
  return true;
}

/** Who waits for a time this slot would suit, in order: people of its village, or for calls of all places its advisor serves. */
function queueFor({ db, districtId, now }: Ctx, slot: SlotRow): Promise<Row[]> {
  const today = dayOf(now);
  return db.$queryRaw<Row[]>(Prisma.sql`
    SELECT w."id", w."personId", w."villageCode", w."wishFrom", w."wishTo", w."createdAt",
      COALESCE((SELECT jsonb_agg(to_jsonb(o)) FROM "WaitingOffer" o
        WHERE o."districtId" = w."districtId" AND o."entryId" = w."id"), '[]') AS "offers"
    FROM "WaitingEntry" w
    WHERE w."districtId" = ${districtId} AND w."state" IN ('WAITING', 'OFFERED')
      AND w."wishFrom" <= ${slot.startsAt} AND ${slot.startsAt} < w."wishTo"
      AND (${slot.villageCode}::text IS NULL OR w."villageCode" = ${slot.villageCode})
      AND (EXISTS (SELECT 1 FROM "AdvisorVillage" v WHERE v."districtId" = w."districtId" AND v."advisorId" = ${slot.advisorId}::uuid
          AND v."villageCode" = w."villageCode" AND v."startsOn" <= ${today}::date AND (v."endsOn" IS NULL OR v."endsOn" >= ${today}::date))
        OR EXISTS (SELECT 1 FROM "TeamTown" t JOIN "Advisor" a ON a."districtId" = t."districtId" AND a."teamId" = t."teamId"
          WHERE a."districtId" = w."districtId" AND a."id" = ${slot.advisorId}::uuid AND t."townCode" = left(w."villageCode", 9) || '000'
          AND t."startsOn" <= ${today}::date AND (t."endsOn" IS NULL OR t."endsOn" >= ${today}::date)))
    ORDER BY w."createdAt", w."id" LIMIT ${longest}`);
}

const waitingOf = ({ id, villageCode, wishFrom, wishTo, createdAt, offers }: Row, slot: SlotRow): Waiting => ({
  ...{ id, joinedAt: createdAt, villageCode, advisorIds: [slot.advisorId] },
  within: { from: wishFrom, to: wishTo },
  offers: offers.map(
    ({ slotId, madeAt, until, taken }): Offer => ({
      ...{ slotId, madeAt: new Date(madeAt), until: new Date(until) },
      answer: taken === null ? null : taken ? 'TAKEN' : 'DECLINED',
    }),
  ),
});
