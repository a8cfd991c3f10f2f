import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { ownAdvisor } from '../own-advisor';

/** An own task is done. Throws not_found for somebody else's, follow_up_done the second time. */
export async function finishFollowUp(ctx: Ctx, { id, note }: Parsed<'advisor.finishFollowUp'>): Promise<{ ok: true }> {
  const { db, districtId, now } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  const own = { districtId, id, advisorId };
  const { count } = await db.followUp.updateMany({
    where: { ...own, doneAt: null },
    data: { doneAt: now, doneNote: note ?? null, alarmAt: null },
  });
  if (count === 0) throw new AppError((await db.followUp.findFirst({ where: own })) ? 'follow_up_done' : 'not_found');
  return { ok: true };
}
