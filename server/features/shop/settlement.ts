import type { Output, Parsed } from '#shared/contract';
import { monthAway, monthIsOver } from '#shared/domain/points/shop';
import { dayText } from '#shared/domain/text/dates';
import { dayOf, instantAt } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { mustKeepShop } from './policy';

/** The first instant of a Shanghai month (YYYY-MM) and that of the next. */
export const monthSpan = (month: string): { gte: Date; lt: Date } => ({
  gte: instantAt(`${month}-01`, 0),
  lt: instantAt(`${monthAway(month, 1)}-01`, 0),
});

/** What each outlet of a village handed over in a month, good by good; points, never money. Throws forbidden. */
export async function shopMonth(ctx: Ctx, { villageCode, month }: Parsed<'shop.month'>): Promise<Output<'shop.month'>> {
  const { db, districtId, actor, now } = ctx;
  mustKeepShop(ctx, villageCode);
  const isOver = monthIsOver(month, dayOf(now));
  const outlets = await db.shopOutlet.findMany({ where: { districtId, villageCode }, orderBy: { name: 'asc' } });
  const settlements = await db.shopSettlement.findMany({ where: { districtId, villageCode, month } });
  const handed = await db.redemption.findMany({
    where: { districtId, villageCode, state: { in: ['HANDED_OVER', 'SETTLED'] }, handedAt: monthSpan(month) },
    select: { outletId: true, goodName: true, count: true, points: true, handedById: true },
  });
  const lines = outlets.map(({ id, name }) => {
    const own = handed.filter(({ outletId }) => outletId === id);
    const settlement = settlements.find(({ outletId }) => outletId === id);
    return {
      ...{ outletId: id, outletName: name, redemptions: own.length },
      points: own.reduce((sum, { points }) => sum + points, 0),
      goods: goodsIn(own),
      settledText: settlement ? `${dayText(dayOf(settlement.settledAt), now)}结清` : null,
      maySettle: isOver && !settlement && own.length > 0 && own.every(({ handedById }) => handedById !== actor.id),
    };
  });
  return { month, placeLabel: (await worldOf(db)).placeLabel(villageCode), isOver, lines };
}

function goodsIn(handed: readonly { goodName: string; count: number; points: number }[]) {
  const goods = new Map<string, { name: string; count: number; points: number }>();
  for (const { goodName: name, count, points } of handed) {
    const sum = goods.get(name) ?? { name, count: 0, points: 0 };
    goods.set(name, { name, count: sum.count + count, points: sum.points + points });
  }
  return [...goods.values()].sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
}
