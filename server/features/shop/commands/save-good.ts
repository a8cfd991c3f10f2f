import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { shopBounds } from '#shared/domain/points/shop';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { mustKeepShop } from '../policy';
import { findGood, findOutlet, type Good } from '../queries';

/** Puts a good on the shelf, or writes what has changed of it; its stock is changed by `stock` alone. Throws forbidden, not_found, shop_outlet_closed, stale_version. */
export async function saveGood(ctx: Ctx, input: Parsed<'shop.saveGood'>): Promise<Good> {
  const { db, districtId, now } = ctx;
  const { id, version, ...fields } = input;
  const outlet = await findOutlet(ctx, fields.outletId);
  mustKeepShop(ctx, outlet.villageCode);
  if (outlet.closedAt) throw new AppError('shop_outlet_closed');
  const known = id ? await findGood(ctx, id) : undefined;
  if (known && known.villageCode !== outlet.villageCode) throw new AppError('not_found');
  if (fields.photoId && fields.photoId !== known?.photoId) await findOwnPhotos(ctx, [fields.photoId]);
  if (!known) {
    const row = { districtId, id: uuid(), villageCode: outlet.villageCode, stock: 0, createdAt: now, ...fields };
    await db.shopGood.create({ data: row, select: { id: true } });
    return findGood(ctx, row.id);
  }
  const saved = await db.shopGood.updateMany({
    where: { districtId, id: known.id, version: version ?? 0 },
    data: { ...fields, version: { increment: 1 } },
  });
  if (saved.count === 0) throw new AppError('stale_version');
  return findGood(ctx, known.id);
}

/** Adds to the stock or takes from it (goods came in, were counted, are broken). Never below nothing. Throws forbidden, shop_stock_short. */
export async function changeStock(ctx: Ctx, { goodId, change, note }: Parsed<'shop.stock'>): Promise<Good> {
  const { db, districtId } = ctx;
  mustKeepShop(ctx, (await findGood(ctx, goodId)).villageCode);
  const changed = await db.shopGood.updateMany({
    where: { districtId, id: goodId, stock: { gte: -change, lte: shopBounds.stockTo - change } },
    data: { stock: { increment: change } },
  });
  if (changed.count === 0) throw new AppError('shop_stock_short');
  await ctx.emit('shop.stocked', { goodId, change, note });
  return findGood(ctx, goodId);
}
