import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { claimStateAfter } from '#shared/domain/claims/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { may, standingOf } from '../policy';
import { lockClaim } from '../queries';

/**
 * A villager has something against a claim that is shown; it is not booked before somebody has answered. Throws not_found, points_own_claim, forbidden
 * (somebody of another village), points_claim_not_allowed, points_objected.
 */
export async function objectClaim(ctx: Ctx, { id, text }: Parsed<'claims.object'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const standing = await standingOf(ctx);
  const claim = await lockClaim(ctx, id);
  if (!claimStateAfter(claim.state, 'object')) throw new AppError('points_claim_not_allowed');
  if (!may(standing, 'object', claim))
    throw new AppError(standing.householdId === claim.householdId ? 'points_own_claim' : 'forbidden');
  const objectionId = uuid();
  await db.pointsObjection.create({
    data: { districtId, id: objectionId, claimId: id, personId: actor.id, text, at: now },
    select: { id: true },
  });
  await ctx.emit('claim.objected', { claimId: id, objectionId });
}
