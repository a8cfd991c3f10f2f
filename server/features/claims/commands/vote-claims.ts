import type { PointsClaim } from '#prisma';
import type { Parsed } from '#shared/contract';
import { claimStateAfter } from '#shared/domain/claims/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { judged, panelOf } from '../panel';
import { rolesIn, standingOf } from '../policy';
import { lockClaim } from '../queries';
import { settleReview } from '../settle';

/**
 * A reviewer's word on one or several claims; stepping back (RECUSE) declares the relation too. Each claim is locked while it is counted, in the order of
 * ids. Throws not_found, points_own_claim, points_reviewer_kin, forbidden, points_claim_not_allowed, points_voted; then nothing is written.
 */
export async function voteClaims(ctx: Ctx, { ids, choice, note }: Parsed<'claims.vote'>): Promise<string[]> {
  const { db, districtId, actor, now } = ctx;
  const inOrder = [...new Set(ids)].sort();
  for (const id of inOrder) {
    const claim = await lockClaim(ctx, id);
    await mustJudge(ctx, claim);
    await db.pointsVote.create({
      data: {
        ...{ districtId, subjectId: id, round: claim.round, personId: actor.id, choice, note: note ?? null, at: now },
      },
      select: { round: true },
    });
    if (choice === 'RECUSE')
      await db.pointsKin.createMany({
        data: [
          {
            ...{ districtId, personId: actor.id, householdId: claim.householdId, relation: note ?? '自己申报' },
            ...{ declaredById: actor.id, at: now },
          },
        ],
        skipDuplicates: true,
      });
    await settleReview(ctx, claim, false);
  }
  return inOrder;
}

/** Whether the actor may judge this claim now; else the named reason. */
async function mustJudge(ctx: Ctx, claim: PointsClaim): Promise<void> {
  const standing = await standingOf(ctx);
  const roles = rolesIn(standing, claim);
  if (roles.includes('FAMILY') || claim.byId === ctx.actor.id || claim.acceptedById === ctx.actor.id)
    throw new AppError('points_own_claim');
  if (standing.kinOf.has(claim.householdId)) throw new AppError('points_reviewer_kin');
  if (!roles.includes('REVIEWER')) throw new AppError('forbidden');
  if (!claimStateAfter(claim.state, 'vote')) throw new AppError('points_claim_not_allowed');
  const { eligible } = await panelOf(ctx, judged(claim));
  if (!eligible.includes(ctx.actor.id)) throw new AppError('forbidden');
}
