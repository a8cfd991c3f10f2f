import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { begin, move } from '../move';
import { lockClaim } from '../queries';

/**
 * The village or the town answers an objection: upheld, the claim is judged anew; not, its notice goes on. Never by whoever has entered the claim.
 * Throws not_found, points_objection_closed, points_same_person and what `begin` throws.
 */
export async function answerObjection(ctx: Ctx, input: Parsed<'claims.answer'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { isUpheld, answer } = input;
  const where = { districtId, id: input.objectionId };
  const objection = await db.pointsObjection.findUnique({ where: { districtId_id: where } });
  if (!objection) throw new AppError('not_found');
  const { version } = await lockClaim(ctx, objection.claimId);
  const claim = await begin(ctx, { id: objection.claimId, version }, isUpheld ? 'reopen' : 'dismiss');
  if (claim.acceptedById === actor.id) throw new AppError('points_same_person');
  const { count } = await db.pointsObjection.updateMany({
    where: { ...where, answeredAt: null },
    data: { isUpheld, answer, answeredById: actor.id, answeredAt: now },
  });
  if (count === 0) throw new AppError('points_objection_closed');

  const body = (await worldOf(db)).placeLabel(claim.villageCode);
  if (isUpheld)
    await move(ctx, claim, {
      ...{ action: 'reopen', body, text: '公示期的意见属实，重新评议', note: answer },
      data: { round: { increment: 1 } },
    });
  else {
    const open = await db.pointsObjection.count({ where: { districtId, claimId: claim.id, answeredAt: null } });
    const isDue = claim.stageDueAt !== null && claim.stageDueAt <= now;
    await move(ctx, claim, {
      ...{ action: 'dismiss', body, text: '公示期的意见核实过了，不影响结果', note: answer },
      ...(open === 0 && isDue && { data: { alarmAt: now, alarmKind: 'BOOK' as const } }),
    });
  }
  await ctx.emit('claim.objectionAnswered', { claimId: claim.id, objectionId: objection.id });
  return claim.id;
}
