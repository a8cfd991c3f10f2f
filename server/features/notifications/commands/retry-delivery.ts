import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mayMendDeliveries } from '../policy';

/** Sends again what was given up. Throws not_found for what is not in the dead-letter view. */
export async function retryDelivery(
  { db, districtId, actor, now }: Ctx,
  { id }: Parsed<'notifications.retry'>,
): Promise<{ ok: true }> {
  if (!mayMendDeliveries(actor)) throw new AppError('forbidden');
  const { count } = await db.delivery.updateMany({
    where: { districtId, id, OR: [{ state: 'DEAD' }, { state: 'UNKNOWN', leaseUntil: null }] },
    data: { state: 'PENDING', tries: 0, leaseUntil: null, reason: null, errcode: null, updatedAt: now },
  });
  if (count === 0) throw new AppError('not_found');
  return { ok: true };
}
