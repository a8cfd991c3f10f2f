import { v7 as uuid } from 'uuid';
import type { PointsAccount } from '#prisma';
import type { VillageAccount } from '#shared/domain/points/ledger';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Sql } from '../../kernel/sql';

type Asking = Pick<Ctx, 'districtId' | 'now'>;

/** The two sides of a movement. */
interface Sides {
  readonly accountId: string;
  readonly villageCode: string;
  readonly counterId: string;
}

/** A household's account and one of its village's, each opened when it is needed first. Throws not_found for a household that does not exist. */
export async function sidesOf(ctx: Asking & { db: Sql }, householdId: string, counter: VillageAccount): Promise<Sides> {
  const found = await bothOf(ctx, householdId, counter);
  if (found?.counterId) return { ...found, counterId: found.counterId };
  await openAccounts(ctx, householdId, counter);
  const opened = await bothOf(ctx, householdId, counter);
  if (!opened?.counterId) throw new AppError('not_found');
  return { ...opened, counterId: opened.counterId };
}

async function bothOf({ db, districtId }: Asking & { db: Sql }, householdId: string, counter: VillageAccount) {
  const [found] = await db.$queryRaw<(Omit<Sides, 'counterId'> & { counterId: string | null })[]>`
    SELECT a."id" AS "accountId", a."villageCode", c."id" AS "counterId" FROM "PointsAccount" a
    LEFT JOIN "PointsAccount" c ON c."districtId" = a."districtId" AND c."villageCode" = a."villageCode"
      AND c."kind" = ${counter}::"PointsAccountKind" AND c."householdId" IS NULL
    WHERE a."districtId" = ${districtId} AND a."householdId" = ${householdId}::uuid`;
  return found;
}

/** Two who open them at once get the same ones. */
async function openAccounts(
  { db, districtId, now }: Asking & { db: Sql },
  householdId: string,
  counter: VillageAccount,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "PointsAccount" ("districtId", "id", "kind", "villageCode", "householdId", "openedAt")
    SELECT ${districtId}, ${uuid()}::uuid, 'HOUSEHOLD', "villageCode", "id", ${now} FROM "Household"
    WHERE "districtId" = ${districtId} AND "id" = ${householdId}::uuid ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    INSERT INTO "PointsAccount" ("districtId", "id", "kind", "villageCode", "openedAt")
    SELECT ${districtId}, ${uuid()}::uuid, ${counter}::"PointsAccountKind", "villageCode", ${now} FROM "PointsAccount"
    WHERE "districtId" = ${districtId} AND "householdId" = ${householdId}::uuid ON CONFLICT DO NOTHING`;
}

/** The account of a household, opened when it has none yet. Throws not_found for a household that does not exist. */
export async function accountOf(ctx: Asking & Pick<Ctx, 'db'>, householdId: string): Promise<PointsAccount> {
  const { accountId: id } = await sidesOf(ctx, householdId, 'POOL');
  return ctx.db.pointsAccount.findUniqueOrThrow({ where: { districtId_id: { districtId: ctx.districtId, id } } });
}
