import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { addDays, dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustKeepShop } from '../policy';
import { findOutlet } from '../queries';

/** Lets somebody hand goods over at an outlet, with the post MERCHANT in its village from today. Twice is once. Throws forbidden, shop_keeper_unknown. */
export async function appointKeeper(ctx: Ctx, { outletId, phone }: Parsed<'shop.appointKeeper'>): Promise<void> {
  const { db, districtId, now } = ctx;
  const { villageCode } = await findOutlet(ctx, outletId);
  mustKeepShop(ctx, villageCode);
  const person = await db.person.findFirst({ where: { districtId, phone, disabledAt: null }, select: { id: true } });
  if (!person) throw new AppError('shop_keeper_unknown', { phone: '没有找到用这个手机号的人，请他先登录一次小程序' });
  const personId = person.id;
  await db.shopKeeper.createMany({ data: [{ districtId, outletId, personId, since: now }], skipDuplicates: true });
  const today = new Date(dayOf(now));
  const held = await db.post.count({
    where: {
      ...{ districtId, personId, kind: 'MERCHANT', placeCode: villageCode },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
  });
  if (held === 0)
    await db.post.create({
      data: { districtId, id: uuid(), personId, kind: 'MERCHANT', placeCode: villageCode, startsOn: today },
    });
  await ctx.emit('shop.keeperChanged', { outletId, personId, isKeeper: true });
}

/** Ends it; with the last outlet in the village the post ends too: yesterday, or it never was when it began today. Throws forbidden. */
export async function dismissKeeper(ctx: Ctx, { outletId, personId }: Parsed<'shop.dismissKeeper'>): Promise<void> {
  const { db, districtId, now } = ctx;
  const { villageCode } = await findOutlet(ctx, outletId);
  mustKeepShop(ctx, villageCode);
  const gone = await db.shopKeeper.deleteMany({ where: { districtId, outletId, personId } });
  if (gone.count === 0) return;
  const left = await db.shopKeeper.count({ where: { districtId, personId, outlet: { villageCode } } });
  if (left === 0) {
    const held = { districtId, personId, kind: 'MERCHANT' as const, placeCode: villageCode, endsOn: null };
    const today = dayOf(now);
    await db.post.deleteMany({ where: { ...held, startsOn: { gte: new Date(today) } } });
    await db.post.updateMany({ where: held, data: { endsOn: new Date(addDays(today, -1)) } });
  }
  await ctx.emit('shop.keeperChanged', { outletId, personId, isKeeper: false });
}
