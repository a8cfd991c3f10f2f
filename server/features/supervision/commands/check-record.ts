import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustSupervise } from '../policy';

/** Notes what the check of a drawn record found. It may be corrected; the last one counts. */
export async function checkRecord(
  ctx: Ctx,
  { id, passed, finding }: Parsed<'supervision.check'>,
): Promise<{ ok: true }> {
  mustSupervise(ctx);
  const { db, districtId, actor, now } = ctx;
  const { count } = await db.recordSample.updateMany({
    where: { districtId, id },
    data: { passed, finding, checkedById: actor.id, checkedAt: now },
  });
  if (count === 0) throw new AppError('not_found');
  return { ok: true };
}
