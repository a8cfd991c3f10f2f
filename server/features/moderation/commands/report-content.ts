import { v7 as uuid } from 'uuid';
import type { ContentCheck } from '#prisma';
import type { Parsed } from '#shared/contract';
import { isReportRush } from '#shared/domain/moderation/flags';
import { reportThreshold } from '#shared/domain/moderation/rules';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { holdClock, tellFeature } from '../settle';
import { kindOf } from '../subjects';

/**
 * Somebody points at a piece that breaks a rule; one report a person. The third sends it back to the queue, unseen meanwhile. Many at once are flagged: they
 * count, and the moderator sees that they came together. Throws not_found for what is not public, report_own, report_already.
 */
export async function reportContent(ctx: Ctx, input: Parsed<'moderation.report'>): Promise<{ ok: true }> {
  const { db, districtId, actor, now, emit } = ctx;
  const check = await lockedCheck(ctx, input);
  if (check.authorId === actor.id) throw new AppError('report_own');
  const { count } = await db.contentReport.createMany({
    data: {
      ...{ districtId, checkId: check.id, personId: actor.id, reason: input.reason, note: input.note ?? null, at: now },
    },
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('report_already');
  await emit('content.reported', { checkId: check.id, reason: input.reason });

  const recent = await db.contentReport.count({
    where: { districtId, checkId: check.id, at: { gt: new Date(now.getTime() - 600_000) } },
  });
  const reportCount = check.reportCount + 1;
  const goesBack = check.stage === 'PASSED' && reportCount >= reportThreshold;
  const flags = isReportRush(recent) ? [...new Set([...check.flags, 'REPORT_RUSH'])] : check.flags;
  await db.contentCheck.updateMany({
    where: { districtId, id: check.id },
    data: {
      ...{ reportCount, flags, version: { increment: 1 } },
      ...(goesBack && { stage: 'HELD' as const, because: 'REPORTS', nextAt: null, ...(await holdClock(ctx, check)) }),
    },
  });
  if (goesBack) await tellFeature(ctx, check, 'HELD');
  return { ok: true };
}

/** The check of a public piece, locked; pieces from before checks were kept get theirs now. A held one still takes reports of those who saw it. */
async function lockedCheck(ctx: Ctx, { kind, subjectId: id }: Parsed<'moderation.report'>): Promise<ContentCheck> {
  const subjectId = (await kindOf(kind).pointedAt?.(ctx, id)) ?? id;
  const { db, districtId, now } = ctx;
  const locked = () => db.$queryRaw<ContentCheck[]>`
    SELECT * FROM "ContentCheck" WHERE "districtId" = ${districtId} AND "kind" = ${kind} AND "subjectId" = ${subjectId} FOR UPDATE`;
  const [known] = await locked();
  if (known?.stage === 'PASSED' || (known?.stage === 'HELD' && known.because === 'REPORTS')) return known;
  const subject = known ? undefined : await kindOf(kind).load(ctx, subjectId);
  if (subject?.state !== 'PASSED') throw new AppError('not_found');
  const { authorId, groupId, townCode, villageCode } = subject;
  await db.contentCheck.createMany({
    data: {
      ...{ districtId, id: uuid(), kind, subjectId, authorId, groupId, townCode, villageCode },
      ...{ stage: 'PASSED', createdAt: now },
    },
    skipDuplicates: true,
  });
  const [made] = await locked();
  if (!made) throw new AppError('not_found');
  return made;
}
