import { AppError } from '#shared/errors';
import type { Actor, Ctx } from '../../kernel/context';
import { mayKeepPoints } from '../points/index';

/** Throws forbidden unless this actor looks after the village's shop. */
export function mustKeepShop({ actor }: Pick<Ctx, 'actor'>, villageCode: string): void {
  if (!mayKeepPoints(actor, villageCode)) throw new AppError('forbidden');
}

const isMerchant = (actor: Actor, villageCode: string): boolean =>
  actor.posts.some(({ kind, placeCode }) => kind === 'MERCHANT' && placeCode === villageCode);

/** The outlets at which somebody hands goods over: those he or she keeps while the post MERCHANT lasts, and all of the villages whose shop he or she looks after. */
export async function outletsKept({ db, districtId, actor }: Pick<Ctx, 'db' | 'districtId' | 'actor'>) {
  const kept = await db.shopKeeper.findMany({
    where: { districtId, personId: actor.id },
    select: { outletId: true },
  });
  const led = actor.posts.filter(({ kind }) => kind === 'GRID_LEAD').map(({ placeCode }) => placeCode);
  const outlets = await db.shopOutlet.findMany({
    where: {
      districtId,
      OR: [{ id: { in: kept.map(({ outletId }) => outletId) } }, { villageCode: { in: led } }],
    },
    orderBy: { name: 'asc' },
  });
  return outlets.filter(({ villageCode }) => led.includes(villageCode) || isMerchant(actor, villageCode));
}
