import { Prisma, type Slot as SlotRow } from '#prisma';
import type { Ctx } from '../../../kernel/context';
import { offerNext } from '../waiting';

const batch = 50;

/**
 * Passes offers on that have run out by `ctx.now`, and ends the waiting of those whose time is over. Rows are claimed, so instances do not
 * meet; a second run finds nothing. Returns how many slots were looked at; call again while it is not 0.
 */
export async function offerSlots(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<SlotRow[]>(Prisma.sql`
    SELECT * FROM "Slot" WHERE "offerAt" <= ${now} AND "districtId" = ${districtId}
    ORDER BY "offerAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  for (const slot of due) {
    await db.waitingEntry.updateMany({
      where: { districtId, slotId: slot.id, state: 'OFFERED', offerUntil: { lte: now } },
      data: { state: 'WAITING', slotId: null, offerUntil: null },
    });
    if (slot.state === 'HELD' || slot.state === 'OPEN') await offerNext(ctx, slot);
    else await db.slot.updateMany({ where: { districtId, id: slot.id }, data: { offerAt: null } });
  }
  await db.waitingEntry.updateMany({
    where: { districtId, state: 'WAITING', wishTo: { lte: now } },
    data: { state: 'EXPIRED' },
  });
  return due.length;
}
