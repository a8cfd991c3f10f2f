import type { Output } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { ownAdvisor } from '../own-advisor';
import { findOpenVisit, presentVisit } from '../visits';

/** Ends today's visit. One of another day cannot be ended any more. */
export async function signOut(ctx: Ctx, { id }: { id: string }): Promise<Output<'advisor.signOut'>> {
  const { db, districtId, now } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  const visit = await db.advisorPresence.findFirst({ where: { districtId, id, advisorId } });
  if (!visit) throw new AppError('not_found');
  if ((await findOpenVisit(ctx, advisorId))?.id !== id) throw new AppError('visit_over');
  const row = await db.advisorPresence.update({
    where: { districtId_id: { districtId, id } },
    data: { leftAt: now },
  });
  return presentVisit(ctx, row);
}
