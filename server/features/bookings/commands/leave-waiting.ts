import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { freeSlot } from '../waiting';
import { findEntry } from '../waiting-reads';

/** Leaves the waiting list; a slot that was kept goes to the next at once. */
export async function leaveWaiting(ctx: Ctx, { id }: Parsed<'waiting.leave'>): Promise<Output<'waiting.leave'>> {
  return giveBack(ctx, id, 'LEFT');
}

/** Lets an offered slot go to the next and stays in the line for another. */
export async function declineOffer(ctx: Ctx, { id }: Parsed<'waiting.decline'>): Promise<Output<'waiting.decline'>> {
  return giveBack(ctx, id, 'WAITING');
}

async function giveBack(ctx: Ctx, id: string, state: 'LEFT' | 'WAITING'): Promise<{ ok: true }> {
  const { db, districtId } = ctx;
  const entry = await findEntry(ctx, id);
  if (state === 'WAITING' && entry.state !== 'OFFERED') throw new AppError('waiting_offer_over');
  const { count } = await db.waitingEntry.updateMany({
    where: { districtId, id, state: { in: ['WAITING', 'OFFERED'] } },
    data: { state, slotId: null, offerUntil: null },
  });
  if (count === 0) throw new AppError('waiting_offer_over');
  if (!entry.slotId) return { ok: true };
  await db.waitingOffer.updateMany({
    where: { districtId, entryId: id, slotId: entry.slotId },
    data: { taken: false },
  });
  const slot = await db.slot.findFirst({ where: { districtId, id: entry.slotId } });
  if (slot?.state === 'HELD' && slot.holderId === entry.personId) await freeSlot(ctx, slot.id);
  return { ok: true };
}
