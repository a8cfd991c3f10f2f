import type { Household, PointsSuggestion } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { fileClaim } from '../filing';
import { householdsOf, standingOf } from '../policy';

/**
 * Turns a suggestion into a claim: the family applies, staff of the place record. The fact it comes from is the evidence. Throws not_found,
 * points_claim_known and what `fileClaim` throws.
 */
export async function takeSuggestion(ctx: Ctx, { id }: { id: string }): Promise<string> {
  const { db, districtId } = ctx;
  const { suggestion, household, isFamily } = await found(ctx, id);
  const { count } = await db.pointsSuggestion.updateMany({
    where: { districtId, id, state: 'OPEN' },
    data: { state: 'TAKEN' },
  });
  if (count === 0) throw new AppError('points_claim_known');
  const claimId = await fileClaim(ctx, {
    ...{ household, ruleItemId: suggestion.ruleItemId, text: suggestion.text, photoIds: [], nameShown: false },
    ...{ happenedOn: suggestion.happenedOn.toISOString().slice(0, 10), isRecorded: !isFamily },
    origin: `suggestion:${suggestion.source}`,
  });
  await db.pointsSuggestion.updateMany({ where: { districtId, id }, data: { claimId } });
  return claimId;
}

/** Nobody wants points for it. Throws not_found. */
export async function dismissSuggestion(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await found(ctx, id);
  await ctx.db.pointsSuggestion.updateMany({
    where: { districtId: ctx.districtId, id, state: 'OPEN' },
    data: { state: 'DISMISSED' },
  });
}

/** A suggestion to the own household or to one in care; else it does not exist. */
async function found(
  ctx: Ctx,
  id: string,
): Promise<{ suggestion: PointsSuggestion; household: Household; isFamily: boolean }> {
  const { db, districtId, actor } = ctx;
  const suggestion = await db.pointsSuggestion.findUnique({ where: { districtId_id: { districtId, id } } });
  const household =
    suggestion &&
    (await db.household.findUnique({ where: { districtId_id: { districtId, id: suggestion.householdId } } }));
  if (!suggestion || !household) throw new AppError('not_found');
  const isFamily = (await standingOf(ctx)).householdId === household.id;
  const where = { AND: [{ districtId, id: household.id }, householdsOf(actor)] };
  if (!isFamily && (await db.household.count({ where })) === 0) throw new AppError('not_found');
  return { suggestion, household, isFamily };
}
