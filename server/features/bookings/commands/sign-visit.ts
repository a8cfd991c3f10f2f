import type { Output } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { presentVisit, signedVillages } from '../visits';

/** The village signs for a visit that has ended. Nobody signs for a visit of one's own. */
export async function signVisit(ctx: Ctx, { id }: { id: string }): Promise<Output<'visits.sign'>> {
  const { db, districtId, actor, now } = ctx;
  const villages = signedVillages(await worldOf(db), ctx);
  const visit = await db.advisorPresence.findFirst({ where: { districtId, id, villageCode: { in: villages } } });
  if (!visit) throw new AppError('not_found');
  const advisor = await db.advisor.findFirst({
    where: { districtId, id: visit.advisorId },
    select: { personId: true },
  });
  if (advisor?.personId === actor.id) throw new AppError('forbidden');
  const [row] = await db.advisorPresence.updateManyAndReturn({
    where: { districtId, id, signedAt: null, leftAt: { not: null } },
    data: { signedById: actor.id, signedAt: now },
  });
  if (!row) throw new AppError('visit_over');
  return presentVisit(ctx, row);
}
