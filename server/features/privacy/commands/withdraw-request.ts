import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';

/** Takes one's own request back. Another person's is not_found; one that has its answer data_request_closed. */
export async function withdrawRequest({ db, districtId, actor, now }: Ctx, id: string): Promise<void> {
  const own = await db.dataRequest.findFirst({ where: { districtId, id, personId: actor.id }, select: { id: true } });
  if (!own) throw new AppError('not_found');
  const { count } = await db.dataRequest.updateMany({
    where: { districtId, id, state: 'OPEN' },
    data: { state: 'WITHDRAWN', answeredAt: now, alarmAt: null },
  });
  if (count === 0) throw new AppError('data_request_closed');
}
