import type { Redemption, ShopGood, ShopOutlet } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

type Asking = Pick<Ctx, 'db' | 'districtId'>;
export type Good = ShopGood & { outlet: ShopOutlet };
export type Taken = Redemption & { good: Good };

const withOutlet = { outlet: true } as const;

/** One good with its outlet, or not_found. */
export async function findGood({ db, districtId }: Asking, id: string): Promise<Good> {
  const good = await db.shopGood.findUnique({ where: { districtId_id: { districtId, id } }, include: withOutlet });
  if (!good) throw new AppError('not_found');
  return good;
}

/** The goods of a village; those on offer first, the cheapest first. `all` also gives what is not offered. */
export const goodsOf = ({ db, districtId }: Asking, villageCode: string, all = false): Promise<Good[]> =>
  db.shopGood.findMany({
    where: { districtId, villageCode, ...(!all && { isOffered: true, outlet: { closedAt: null } }) },
    orderBy: [{ isOffered: 'desc' }, { points: 'asc' }, { name: 'asc' }],
    include: withOutlet,
  });

/** One outlet, or not_found. */
export async function findOutlet({ db, districtId }: Asking, id: string): Promise<ShopOutlet> {
  const outlet = await db.shopOutlet.findUnique({ where: { districtId_id: { districtId, id } } });
  if (!outlet) throw new AppError('not_found');
  return outlet;
}

/** One redemption with its good, or not_found. */
export async function findRedemption({ db, districtId }: Asking, id: string): Promise<Taken> {
  const redemption = await db.redemption.findUnique({
    where: { districtId_id: { districtId, id } },
    include: { good: { include: withOutlet } },
  });
  if (!redemption) throw new AppError('not_found');
  return redemption;
}

/** The redemption of a code, or redemption_code_unknown. */
export async function redemptionOfCode({ db, districtId }: Asking, code: string): Promise<Taken> {
  const redemption = await db.redemption.findUnique({
    where: { districtId_code: { districtId, code } },
    include: { good: { include: withOutlet } },
  });
  if (!redemption) throw new AppError('redemption_code_unknown');
  return redemption;
}
