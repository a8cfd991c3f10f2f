import type { Parsed } from '#shared/contract';
import { areWeights, nextStandardDay } from '#shared/domain/bookings/assessment-rules';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustSupervise } from '../policy';

/** Sets the standard from the first of next month on; until then it may be set again. Months that have begun keep theirs. */
export async function saveStandard(ctx: Ctx, input: Parsed<'supervision.saveStandard'>): Promise<{ ok: true }> {
  mustSupervise(ctx);
  const { db, districtId, actor, now } = ctx;
  if (!areWeights(input.weights)) throw new AppError('assessment_weights_invalid');
  const startsOn = new Date(nextStandardDay(dayOf(now)));
  const data = { ...input, changedById: actor.id, changedAt: now };
  await db.assessmentStandard.upsert({
    where: { districtId_startsOn: { districtId, startsOn } },
    create: { districtId, startsOn, ...data },
    update: data,
  });
  return { ok: true };
}
