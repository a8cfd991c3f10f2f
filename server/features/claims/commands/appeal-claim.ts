import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { whyNotAppeal } from '#shared/domain/claims/appeals';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { appealClock, appealPanel, lockAppeal } from '../appeal-move';
import { begin, tell } from '../move';
import { loadClaim } from '../queries';

/**
 * A family does not accept the outcome: other reviewers look at it. Throws points_appeal_nothing (nothing was taken or refused), points_appeal_late
 * (more than fifteen days), points_appealed, and what `begin` throws.
 */
export async function appealClaim(ctx: Ctx, { id, text }: Parsed<'claims.appeal'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { version } = await loadClaim(ctx, id);
  const claim = await begin(ctx, { id, version }, 'appeal');
  const refusal = whyNotAppeal(claim, now, (await worldOf(db)).calendar);
  if (refusal) throw new AppError(refusal);
  const appealId = uuid();
  await db.pointsAppeal.create({
    data: {
      ...{ districtId, id: appealId, claimId: id, byId: actor.id, text, filedAt: now },
      ...(await appealClock(ctx, 'OPEN')),
    },
    select: { id: true },
  });
  const { isBorrowing } = await appealPanel(ctx, await lockAppeal(ctx, appealId));
  if (isBorrowing) await db.pointsClaim.updateMany({ where: { districtId, id }, data: { isBorrowing } });
  await tell(ctx, id, claim.state, { action: 'appeal.file', body: '本户', text: '提出申诉', note: text });
  return id;
}
