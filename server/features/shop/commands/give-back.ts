import type { Ctx } from '../../../kernel/context';
import { bookEntry } from '../../points/index';
import type { Taken } from '../queries';

/**
 * Ends a reservation: the points come back by a REFUND entry, the goods into stock. Whoever ends it first does it; false when it has ended already.
 * Locks in the order in which a redemption is made: household, then good.
 */
export async function giveBack(ctx: Ctx, redemption: Taken, state: 'CANCELLED' | 'EXPIRED'): Promise<boolean> {
  const { db, districtId, now } = ctx;
  const { id, householdId, goodId, goodName, count, points } = redemption;
  const ended = await db.redemption.updateMany({
    where: { districtId, id, state: 'RESERVED' },
    data: { state, endedAt: now },
  });
  if (ended.count === 0) return false;
  const why = state === 'EXPIRED' ? '过期没领' : '取消兑换';
  const text = `${why}「${goodName}」，积分退回`;
  await bookEntry(ctx, { householdId, kind: 'REFUND', points, source: `refund:${id}`, text });
  await db.shopGood.updateMany({ where: { districtId, id: goodId }, data: { stock: { increment: count } } });
  await ctx.emit('redemption.moved', { redemptionId: id, state });
  return true;
}
