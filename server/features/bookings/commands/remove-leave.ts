import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { lockTime } from '../locks';
import { ownAdvisor } from '../own-advisor';

/** Takes own leave back: the hours are offered again. What was called off for it stays so. */
export async function removeLeave(ctx: Ctx, { id }: { id: string }): Promise<{ ok: true }> {
  const { db, districtId } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  await lockTime(ctx, advisorId);
  const { count } = await db.advisorAvailability.deleteMany({ where: { districtId, id, advisorId, kind: 'LEAVE' } });
  if (count === 0) throw new AppError('not_found');
  return { ok: true };
}
