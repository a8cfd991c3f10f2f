import type { Redemption, ShopOutlet } from '#prisma';
import type { Output } from '#shared/contract';
import { scannedPickupCode } from '#shared/domain/points/pickup-code';
import { redemptionLabels } from '#shared/domain/points/shop';
import { limitText, momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { qrAddress } from '../../kernel/qr-picture';
import { presentPhoto } from '../photos/index';
import type { Good } from './queries';

type Shown = Output<'shop.goods'>['goods'][number];

/** What is told of an outlet. */
export type OutletShown = Pick<ShopOutlet, 'id' | 'name' | 'address' | 'hours' | 'closedAt'>;

export const presentOutlet = ({ id, name, address, hours, closedAt }: OutletShown): Output<'shop.saveOutlet'> => ({
  ...{ id, name, address, hours },
  isOpen: closedAt === null,
});

/** Goods with their pictures. */
export async function presentGoods(ctx: Ctx, goods: readonly Good[]): Promise<Shown[]> {
  const { db, districtId } = ctx;
  const photos = await db.attachment.findMany({
    where: { districtId, id: { in: goods.flatMap(({ photoId }) => photoId ?? []) } },
  });
  const pictures = new Map(photos.map((photo) => [photo.id, presentPhoto(ctx, photo)]));
  return goods.map(({ id, name, about, points, yearLimit, stock, photoId, outlet, isOffered, version }) => ({
    ...{ id, name, about, points, yearLimit, stock, isOffered, version },
    photo: (photoId && pictures.get(photoId)) || null,
    ...{ outletId: outlet.id, outletName: outlet.name },
  }));
}

export async function presentGood(ctx: Ctx, good: Good): Promise<Shown> {
  const [shown] = await presentGoods(ctx, [good]);
  if (!shown) throw new Error('a good was not shown');
  return shown;
}

/** What the family sees of a redemption; the code only while it can be used. */
export function presentRedemption(
  { now }: Pick<Ctx, 'now'>,
  redemption: Redemption & { good: { outlet: OutletShown } },
): Output<'shop.redeem'> {
  const { id, goodName, count, points, state, code, createdAt, expiresAt, good } = redemption;
  const isWaiting = state === 'RESERVED' && expiresAt > now;
  return {
    ...{ id, goodName, count, points, state, stateText: redemptionLabels[state] },
    outlet: presentOutlet(good.outlet),
    atText: momentText(createdAt, now),
    untilText: isWaiting ? limitText(expiresAt, now) : null,
    pickup: isWaiting ? { code, qr: qrAddress(scannedPickupCode(code)) } : null,
    mayCancel: isWaiting,
  };
}

/** What was handed over, as the counter lists it: the household's number, no name. */
export const presentHanded = (
  { now }: Pick<Ctx, 'now'>,
  { id, goodName, count, handedAt }: Redemption,
  householdCode: string,
): Output<'shop.handOver'> => ({
  ...{ id, goodName, count, householdCode },
  atText: momentText(handedAt ?? now, now),
});
