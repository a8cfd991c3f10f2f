import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { balanceOf, householdOf } from '../points/index';
import { mustKeepShop } from './policy';
import { presentGoods, presentOutlet, presentRedemption } from './present';
import { goodsOf } from './queries';

/** What a village's points are good for; of the caller's household, else home, when none is named. Throws place_unknown. */
export async function goods(ctx: Ctx, input: Parsed<'shop.goods'>): Promise<Output<'shop.goods'>> {
  const world = await worldOf(ctx.db);
  const household = await householdOf(ctx, ctx.actor.id).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
  const villageCode = input.villageCode ?? household?.villageCode ?? ctx.actor.homeVillageCode;
  if (!villageCode || world.divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  const onShelf = await goodsOf(ctx, villageCode);
  const inStock = [...onShelf].sort((a, b) => Number(b.stock > 0) - Number(a.stock > 0));
  return {
    ...{ villageCode, placeLabel: world.placeLabel(villageCode) },
    balance: household?.villageCode === villageCode ? await balanceOf(ctx, household.id) : null,
    goods: await presentGoods(ctx, inStock),
  };
}

/** What the caller's family has taken points for, the newest first. */
export async function redemptions(ctx: Ctx, input: Parsed<'shop.redemptions'>): Promise<Output<'shop.redemptions'>> {
  const { db, districtId, actor } = ctx;
  const { id: householdId } = await householdOf(ctx, actor.id);
  const after = input.cursor ? decodeCursor(input.cursor) : undefined;
  const rows = await db.redemption.findMany({
    where: {
      ...{ districtId, householdId },
      ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: input.limit + 1,
    include: { good: { include: { outlet: true } } },
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => presentRedemption(ctx, row)),
    nextCursor: rows.length > input.limit && last ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
  };
}

/** The shop as those see it who look after it. */
export async function shopDesk(ctx: Ctx, { villageCode }: Parsed<'shop.desk'>): Promise<Output<'shop.desk'>> {
  const { db, districtId } = ctx;
  mustKeepShop(ctx, villageCode);
  const outlets = await db.shopOutlet.findMany({
    where: { districtId, villageCode },
    orderBy: { name: 'asc' },
    include: { keepers: { orderBy: { since: 'asc' } } },
  });
  const people = await peopleOf(
    ctx,
    outlets.flatMap(({ keepers }) => keepers.map(({ personId }) => personId)),
  );
  const world = await worldOf(db);
  return {
    ...{ villageCode, placeLabel: world.placeLabel(villageCode) },
    outlets: outlets.map((outlet) => ({
      ...presentOutlet(outlet),
      keepers: outlet.keepers.map(({ personId }) => ({ id: personId, name: people.get(personId)?.name ?? '' })),
    })),
    goods: await presentGoods(ctx, await goodsOf(ctx, villageCode, true)),
  };
}
