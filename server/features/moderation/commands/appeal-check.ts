import type { ContentCheck } from '#prisma';
import type { Parsed } from '#shared/contract';
import { appealDueAt, remindAt } from '#shared/domain/moderation/deadlines';
import { whyNotAppeal } from '#shared/domain/moderation/guards';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { standingOf } from '../queries';

/** The author asks for a second look by another person; once, within 15 days. Throws check_not_refused, appeal_already, appeal_too_late. */
export async function appealCheck(ctx: Ctx, { id, text }: Parsed<'moderation.appeal'>): Promise<ContentCheck> {
  const { db, districtId, actor, now, emit } = ctx;
  const check = await db.contentCheck.findFirst({ where: { districtId, id, authorId: actor.id } });
  if (!check) throw new AppError('not_found');
  const refusal = whyNotAppeal(standingOf(check), now);
  if (refusal) throw new AppError(refusal);
  const dueAt = appealDueAt(now, (await worldOf(db)).calendar);
  const [appealed] = await db.contentCheck.updateManyAndReturn({
    where: { districtId, id, version: check.version },
    data: {
      ...{ appeal: 'OPEN', appealText: text, appealedAt: now, version: { increment: 1 } },
      ...{ dueAt, alarmAt: remindAt(now, dueAt), alarmKind: 'WARN' },
    },
  });
  if (!appealed) throw new AppError('stale_version');
  await emit('content.appealed', { checkId: id });
  return appealed;
}
