import type { Output, Parsed } from '#shared/contract';
import { holdUntil } from '#shared/domain/bookings/guards';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { Refusal } from '../../../kernel/refusal';
import { worldOf } from '../../places/index';
import { advisorsOf, villageAsked } from '../advisors';
import { findSlot, nextSlots, ownFirst, presentSlot, suits } from '../slots';

/** Keeps a slot for the caller for five minutes while confirming. One slot a person at a time: the one held before is let go. */
export async function holdSlot(ctx: Ctx, input: Parsed<'bookings.hold'>): Promise<Output<'bookings.hold'>> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const villageCode = villageAsked(world, ctx, actor.homeVillageCode ?? input.villageCode);
  const slot = await findSlot(ctx, input.slotId);
  const advisors = await advisorsOf(ctx, villageCode);
  const advisor = advisors.find(({ advisorId }) => advisorId === slot.advisorId);
  if (!advisor || !suits(slot, villageCode)) throw new AppError('booking_other_village');
  if (slot.startsAt <= now) throw new AppError('booking_slot_past');
  const heldUntil = holdUntil(now);
  const count = await db.$executeRaw`
    UPDATE "Slot" SET "state" = 'HELD', "holderId" = ${actor.id}::uuid,
      "heldUntil" = CASE WHEN "holderId" = ${actor.id}::uuid AND "heldUntil" > ${heldUntil} THEN "heldUntil" ELSE ${heldUntil}::timestamptz END
    WHERE "districtId" = ${districtId} AND "id" = ${slot.id}::uuid
      AND ("state" = 'OPEN' OR ("state" = 'HELD' AND ("heldUntil" <= ${now} OR "holderId" = ${actor.id}::uuid)))`;
  if (count === 0)
    throw new Refusal('slot_taken', (after) =>
      nextSlots(after, world, villageCode, ownFirst(advisors, slot), slot.startsAt),
    );
  await db.$executeRaw`
    UPDATE "Slot" SET "state" = 'OPEN', "holderId" = NULL, "heldUntil" = NULL
    WHERE "districtId" = ${districtId} AND "holderId" = ${actor.id}::uuid AND "state" = 'HELD' AND "offerAt" IS NULL AND "id" <> ${slot.id}::uuid`;
  const row = await findSlot(ctx, slot.id);
  const until = row.heldUntil ?? heldUntil;
  return { slot: presentSlot(world, { row, free: true }, advisor.name, now), heldUntil: until.toISOString() };
}
