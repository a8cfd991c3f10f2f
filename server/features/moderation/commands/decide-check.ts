import type { ContentCheck } from '#prisma';
import type { Parsed } from '#shared/contract';
import { whyNotDecide } from '#shared/domain/moderation/guards';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { whyNotBy } from '../policy';
import { findCheck, standingOf } from '../queries';
import { noClock, tellFeature } from '../settle';

/**
 * A moderator lets a piece be seen or refuses it with the rule named; on an open appeal this is its answer, and it takes another person than the one who
 * refused. Throws check_own, check_same_person, check_not_held, check_rule_missing, stale_version.
 */
export async function decideCheck(ctx: Ctx, input: Parsed<'moderation.decide'>): Promise<ContentCheck> {
  const { db, districtId, actor, now } = ctx;
  const check = await findCheck(ctx, input.id);
  const refusal = whyNotBy(actor, check) ?? whyNotDecide(standingOf(check), input.decision);
  if (refusal) throw new AppError(refusal);
  const isRefused = input.decision === 'refuse';
  if (isRefused && !input.rule) throw new AppError('check_rule_missing');
  const stage = isRefused ? 'REFUSED' : 'PASSED';
  const [decided] = await db.contentCheck.updateManyAndReturn({
    where: { districtId, id: check.id, version: input.version },
    data: {
      ...{ stage, rule: isRefused ? (input.rule ?? null) : null, because: null, note: input.note ?? null, ...noClock },
      ...{ deciderId: actor.id, decidedAt: now, nextAt: null, reportCount: 0, flags: [], version: { increment: 1 } },
      ...(check.appeal === 'OPEN' && { appeal: isRefused ? ('UPHELD' as const) : ('GRANTED' as const) }),
    },
  });
  if (!decided) throw new AppError('stale_version');
  await tellFeature(ctx, check, stage, true);
  return decided;
}
