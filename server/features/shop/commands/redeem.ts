import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { pickupCode } from '#shared/domain/points/pickup-code';
import { shopBounds, whyNotRedeem } from '#shared/domain/points/shop';
import { addDays, dayOf, endOfDay } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { balanceOf, bookEntry, householdOf, yearSpan } from '../../points/index';
import { findGood, findRedemption, type Taken } from '../queries';

/**
 * A family takes points for goods: the points by a REDEEM entry and the stock by a guarded update, in one transaction. The entry comes first: it locks
 * the household's account, so what the family has taken this year is counted without a race; the good is locked last and shortest. Throws
 * points_no_household, shop_good_gone, shop_other_village, points_not_enough, shop_year_limit, shop_sold_out.
 */
export async function redeem(ctx: Ctx, { goodId, count }: Parsed<'shop.redeem'>): Promise<Taken> {
  const { db, districtId, actor, now } = ctx;
  const household = await householdOf(ctx, actor.id);
  const good = await findGood(ctx, goodId);
  if (good.villageCode !== household.villageCode) throw new AppError('shop_other_village');
  if (!good.isOffered || good.outlet.closedAt) throw new AppError('shop_good_gone');
  if (good.stock < count) throw new AppError('shop_sold_out');
  const wish = { points: good.points, count, yearLimit: good.yearLimit };
  const balance = await balanceOf(ctx, household.id);
  refuse(whyNotRedeem({ ...wish, balance, takenThisYear: await takenThisYear(ctx, household.id, goodId) }));

  const id = uuid();
  const points = good.points * count;
  const text = `兑换「${good.name}」${count > 1 ? ` ${count} 件` : ''}`;
  await bookEntry(ctx, { householdId: household.id, kind: 'REDEEM', points, source: `redemption:${id}`, text });
  refuse(whyNotRedeem({ ...wish, balance: points, takenThisYear: await takenThisYear(ctx, household.id, goodId) }));
  const taken = await db.shopGood.updateMany({
    where: { districtId, id: goodId, isOffered: true, points: good.points, stock: { gte: count } },
    data: { stock: { decrement: count } },
  });
  if (taken.count === 0) throw new AppError('shop_sold_out');
  await db.redemption.create({
    data: {
      ...{ districtId, id, householdId: household.id, villageCode: good.villageCode, outletId: good.outletId, goodId },
      ...{ goodName: good.name, count, points, code: pickupCode(randomBytes(11).toString('hex')) },
      ...{ requestedById: actor.id, createdAt: now, expiresAt: endOfDay(addDays(dayOf(now), shopBounds.holdDays)) },
    },
    select: { id: true },
  });
  await ctx.emit('redemption.moved', { redemptionId: id, state: 'RESERVED' });
  return findRedemption(ctx, id);
}

function refuse(code: ReturnType<typeof whyNotRedeem>): void {
  if (code) throw new AppError(code);
}

/** How many of a good a household has taken in this Shanghai year and not given back. */
async function takenThisYear({ db, districtId, now }: Ctx, householdId: string, goodId: string): Promise<number> {
  const { from, to } = yearSpan(now);
  const { _sum } = await db.redemption.aggregate({
    where: {
      ...{ districtId, householdId, goodId, createdAt: { gte: from, lt: to } },
      state: { in: ['RESERVED', 'HANDED_OVER', 'SETTLED'] },
    },
    _sum: { count: true },
  });
  return _sum.count ?? 0;
}
