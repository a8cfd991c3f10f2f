import type { Household, PointsClaim, Prisma, RuleItem } from '#prisma';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type Standing, visibleTo } from './policy';

type Asking = Pick<Ctx, 'db' | 'districtId'>;

/** A claim this actor may see in full, or not_found. */
export async function findClaim({ db, districtId }: Asking, standing: Standing, id: string): Promise<PointsClaim> {
  const claim = await db.pointsClaim.findFirst({ where: { AND: [{ districtId, id }, visibleTo(standing)] } });
  if (!claim) throw new AppError('not_found');
  return claim;
}

/** A claim whoever asks, or not_found. */
export async function loadClaim({ db, districtId }: Asking, id: string): Promise<PointsClaim> {
  const claim = await db.pointsClaim.findUnique({ where: { districtId_id: { districtId, id } } });
  if (!claim) throw new AppError('not_found');
  return claim;
}

/** A claim that nobody else changes until this transaction is over: votes on it are counted one after the other. */
export async function lockClaim(ctx: Asking, id: string): Promise<PointsClaim> {
  await ctx.db.$queryRaw`
    SELECT 1 FROM "PointsClaim" WHERE "districtId" = ${ctx.districtId} AND "id" = ${id}::uuid FOR UPDATE`;
  return loadClaim(ctx, id);
}

/** The rules and households of claims, by id. */
export async function aboutClaims(
  { db, districtId }: Asking,
  claims: readonly PointsClaim[],
): Promise<{ rules: Map<string, RuleItem>; households: Map<string, Household> }> {
  const [rules, households] = [
    await db.ruleItem.findMany({ where: { districtId, id: { in: claims.map(({ ruleItemId }) => ruleItemId) } } }),
    await db.household.findMany({ where: { districtId, id: { in: claims.map(({ householdId }) => householdId) } } }),
  ];
  return {
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    households: new Map(households.map((household) => [household.id, household])),
  };
}

/** Grown-ups on the Shanghai day of `now`; minors are in no score and no list. */
export const grownUp = ({ now }: Pick<Ctx, 'now'>): Prisma.PersonWhereInput => ({
  OR: [{ adultOn: null }, { adultOn: { lte: new Date(dayOf(now)) } }],
});

/** Throws points_minor for a caller under eighteen. */
export async function mustBeGrownUp(ctx: Ctx): Promise<void> {
  const { db, districtId, actor } = ctx;
  if ((await db.person.count({ where: { districtId, id: actor.id, ...grownUp(ctx) } })) === 0)
    throw new AppError('points_minor');
}

/** The grown-ups of a household: they are told of its points. */
export async function membersOfHousehold(ctx: Asking & Pick<Ctx, 'now'>, householdId: string): Promise<string[]> {
  const { db, districtId } = ctx;
  const members = await db.person.findMany({
    where: { districtId, householdId, disabledAt: null, ...grownUp(ctx) },
    select: { id: true },
  });
  return members.map(({ id }) => id);
}
