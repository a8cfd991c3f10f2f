import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { ownAdvisor, servedVillages } from '../own-advisor';

/** Notes a lecture that was held in a village one serves. What lies ahead is refused. */
export async function holdLecture(ctx: Ctx, input: Parsed<'advisor.lecture'>): Promise<{ ok: true }> {
  const { db, districtId, now } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  const { villageCode, topic, headcount } = input;
  const heldAt = new Date(input.heldAt);
  if (!(await servedVillages(ctx, advisorId)).includes(villageCode)) throw new AppError('booking_other_village');
  if (heldAt > now) throw new AppError('invalid_input', { heldAt: '讲座还没有开始' });
  await db.advisorLecture.create({
    data: { districtId, id: uuid(), advisorId, villageCode, topic, heldAt, headcount },
    select: { id: true },
  });
  return { ok: true };
}
