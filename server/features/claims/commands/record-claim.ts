import type { Household } from '#prisma';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { fileClaim } from '../filing';
import { householdsOf, standingOf } from '../policy';

/** Staff enter what a household has done; it goes to the reviewers. Throws points_foreign_household, points_own_claim and what `fileClaim` throws. */
export async function recordClaim(ctx: Ctx, input: Parsed<'claims.record'>): Promise<string> {
  const household = await householdInCare(ctx, input.householdId);
  return fileClaim(ctx, { ...input, household, isRecorded: true, nameShown: false });
}

/** A household of the actor's places that is not the own one. Throws not_found, points_foreign_household, points_own_claim. */
export async function householdInCare(ctx: Ctx, id: string): Promise<Household> {
  const { db, districtId, actor } = ctx;
  const household = await db.household.findUnique({ where: { districtId_id: { districtId, id } } });
  if (!household) throw new AppError('not_found');
  const inCare = await db.household.count({ where: { AND: [{ districtId, id }, householdsOf(actor)] } });
  if (inCare === 0) throw new AppError('points_foreign_household');
  if ((await standingOf(ctx)).householdId === id) throw new AppError('points_own_claim');
  return household;
}
