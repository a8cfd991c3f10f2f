import type { PointsBatch } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { abilitiesOf } from '../policy';
import { countsOf, findBatch } from '../queries';

/** Hands a list in: from now on the desk files its lines. Throws not_found, forbidden, batch_not_open, batch_nothing_ready. */
export const confirmBatch = (ctx: Ctx, { id }: { id: string }): Promise<PointsBatch> =>
  decide(ctx, id, 'confirm', { state: 'RUNNING', confirmedAt: ctx.now });

/** The list comes to nothing. Throws not_found, forbidden, batch_not_open. */
export const cancelBatch = (ctx: Ctx, { id }: { id: string }): Promise<PointsBatch> =>
  decide(ctx, id, 'cancel', { state: 'CANCELLED', endedAt: ctx.now });

async function decide(
  ctx: Ctx,
  id: string,
  ability: 'confirm' | 'cancel',
  data: { state: 'RUNNING' | 'CANCELLED'; confirmedAt?: Date; endedAt?: Date },
): Promise<PointsBatch> {
  const { db, districtId, actor } = ctx;
  const batch = await findBatch(ctx, id);
  if (batch.state !== 'PREVIEW') throw new AppError('batch_not_open');
  const counts = (await countsOf(ctx, [batch])).get(id) ?? { ready: 0, rejected: 0 };
  const abilities = abilitiesOf(actor, batch, counts);
  if (!abilities.includes(ability))
    throw new AppError(abilities.includes('cancel') ? 'batch_nothing_ready' : 'forbidden');
  const { count } = await db.pointsBatch.updateMany({ where: { districtId, id, state: 'PREVIEW' }, data });
  if (count === 0) throw new AppError('batch_not_open');
  return findBatch(ctx, id);
}
