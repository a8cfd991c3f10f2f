import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { move } from '../move';
import { judged, panelOf, verdictOf } from '../panel';
import { mayAppoint } from '../policy';
import { lockClaim } from '../queries';
import { settleReview } from '../settle';

/**
 * Writes down that a reviewer is related to a household. Votes he or she has cast on it while it is judged or shown are struck and counted anew; a
 * claim that no longer carries is judged again. Throws not_found, forbidden.
 */
export async function declareKin(
  ctx: Ctx,
  { personId, householdId, relation }: Parsed<'claims.declareKin'>,
): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const household = await db.household.findUnique({ where: { districtId_id: { districtId, id: householdId } } });
  const person = await db.person.findUnique({ where: { districtId_id: { districtId, id: personId } } });
  if (!household || !person) throw new AppError('not_found');
  if (!mayAppoint(actor, household.villageCode)) throw new AppError('forbidden');
  await db.pointsKin.createMany({
    data: [{ districtId, personId, householdId, relation, declaredById: actor.id, at: now }],
    skipDuplicates: true,
  });
  const open = await db.pointsClaim.findMany({
    where: { districtId, householdId, state: { in: ['REVIEW', 'NOTICE'] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of open) await countAnew(ctx, id, personId);
}

async function countAnew(ctx: Ctx, id: string, personId: string): Promise<void> {
  const claim = await lockClaim(ctx, id);
  const { count } = await ctx.db.pointsVote.updateMany({
    where: { districtId: ctx.districtId, subjectId: id, round: claim.round, personId, struckAt: null },
    data: { struckAt: ctx.now },
  });
  if (count === 0) return;
  if (claim.state === 'REVIEW') {
    await settleReview(ctx, claim, false);
    return;
  }
  const panel = await panelOf(ctx, judged(claim));
  if (verdictOf(panel, claim.points, true) === 'passed' && claim.reviewerId !== personId) return;
  await move(ctx, claim, {
    ...{ action: 'reopen', body: '评议小组', text: '有评议员应当回避，重新评议' },
    data: { round: { increment: 1 } },
  });
}
