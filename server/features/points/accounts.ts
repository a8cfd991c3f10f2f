import { v7 as uuid } from 'uuid';
import type { PointsAccount } from '#prisma';
import type { VillageAccount } from '#shared/domain/points/ledger';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

type Asking = Pick<Ctx, 'db' | 'districtId' | 'now'>;

/** The account of a household, opened when it has none yet. Throws not_found for a household that does not exist. */
export async function accountOf({ db, districtId, now }: Asking, householdId: string): Promise<PointsAccount> {
  const where = { districtId_householdId: { districtId, householdId } };
  const found = await db.pointsAccount.findUnique({ where });
  if (found) return found;
  const household = await db.household.findUnique({
    where: { districtId_id: { districtId, id: householdId } },
    select: { villageCode: true },
  });
  if (!household) throw new AppError('not_found');
  const { villageCode } = household;
  // Two who open it at once get the same one.
  await db.pointsAccount.createMany({
    data: [{ districtId, id: uuid(), kind: 'HOUSEHOLD', villageCode, householdId, openedAt: now }],
    skipDuplicates: true,
  });
  return db.pointsAccount.findUniqueOrThrow({ where });
}

/** The id of one of a village's own accounts, opened when it is needed first. */
export async function villageAccountId(
  { db, districtId, now }: Asking,
  villageCode: string,
  kind: VillageAccount,
): Promise<string> {
  const where = { districtId, villageCode, kind };
  const found = await db.pointsAccount.findFirst({ where, select: { id: true } });
  if (found) return found.id;
  await db.pointsAccount.createMany({ data: [{ ...where, id: uuid(), openedAt: now }], skipDuplicates: true });
  return (await db.pointsAccount.findFirstOrThrow({ where, select: { id: true } })).id;
}
