import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { monthIsOver } from '#shared/domain/points/shop';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustKeepShop } from '../policy';
import { findOutlet } from '../queries';
import { monthSpan } from '../settlement';

/**
 * Counts a month of an outlet and closes it, once, by somebody who handed nothing over in it. Throws forbidden, settlement_month_running,
 * settlement_own, settlement_done.
 */
export async function settleMonth(ctx: Ctx, { outletId, month }: Parsed<'shop.settle'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const { villageCode } = await findOutlet(ctx, outletId);
  mustKeepShop(ctx, villageCode);
  if (!monthIsOver(month, dayOf(now))) throw new AppError('settlement_month_running');
  const handed = { districtId, outletId, state: 'HANDED_OVER' as const, handedAt: monthSpan(month) };
  const own = await db.redemption.count({ where: { ...handed, handedById: actor.id } });
  if (own > 0) throw new AppError('settlement_own');
  const { _count, _sum } = await db.redemption.aggregate({ where: handed, _count: true, _sum: { points: true } });
  const id = uuid();
  await db.shopSettlement.create({
    data: {
      ...{ districtId, id, outletId, villageCode, month, redemptions: _count, points: _sum.points ?? 0 },
      ...{ settledById: actor.id, settledAt: now },
    },
    select: { id: true },
  });
  await db.redemption.updateMany({ where: handed, data: { state: 'SETTLED', settlementId: id } });
  await ctx.emit('shop.settled', { settlementId: id });
}
