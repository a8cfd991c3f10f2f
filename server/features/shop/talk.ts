import { spokenCode } from '#shared/domain/points/pickup-code';
import { limitText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { householdOf, myPoints, type PointsTalk } from '../points/index';
import { goodsOf } from './queries';

const shown = 4;

/** What the family's points are good for, or what waits to be picked up. Throws points_no_household. */
export async function talkOfShop(ctx: Ctx, ask: 'shop' | 'pickup'): Promise<PointsTalk> {
  const mine = await myPoints(ctx);
  return ask === 'shop' ? ofGoods(ctx, mine) : ofPickups(ctx, mine);
}

async function ofGoods(ctx: Ctx, mine: PointsTalk['mine']): Promise<PointsTalk> {
  const { villageCode } = await householdOf(ctx, ctx.actor.id);
  const goods = (await goodsOf(ctx, villageCode)).filter(({ stock }) => stock > 0);
  const within = goods.filter(({ points }) => points <= mine.balance);
  const lines = (within.length > 0 ? within : goods).slice(0, shown).map(({ name, points, stock, outlet }) => ({
    ...{ text: name, value: `${points} 分`, note: `还有 ${stock} 件 · 在${outlet.name}领` },
  }));
  const has = `您家现在 ${mine.balance} 分`;
  const only = '积分只能换东西，不能换钱。';
  if (goods.length === 0) return { mine, lines, text: `${has}。村里还没有摆东西出来，积分给您留着。${only}` };
  return {
    ...{ mine, lines },
    text: within.length > 0 ? `${has}，这些都能换。${only}` : `${has}，还不够换下面这些，再攒一攒。${only}`,
  };
}

async function ofPickups(ctx: Ctx, mine: PointsTalk['mine']): Promise<PointsTalk> {
  const { db, districtId, now } = ctx;
  const waiting = await db.redemption.findMany({
    where: { districtId, householdId: mine.householdId, state: 'RESERVED', expiresAt: { gt: now } },
    orderBy: { expiresAt: 'asc' },
    take: shown,
    include: { good: { include: { outlet: true } } },
  });
  if (waiting.length === 0)
    return { mine, lines: [], text: '您家现在没有等着领的东西。换了以后，凭取货码去兑换点领。' };
  return {
    mine,
    text: `有 ${waiting.length} 样东西等您去领，给兑换点的人看取货码就行。`,
    lines: waiting.map(({ goodName, count, code, expiresAt, good: { outlet } }) => ({
      ...{ text: goodName, value: `${count} 件` },
      note: `取货码 ${spokenCode(code)} · ${outlet.name}（${outlet.hours}）· ${limitText(expiresAt, now)}`,
    })),
  };
}
