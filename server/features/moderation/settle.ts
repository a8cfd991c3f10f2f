import type { CheckState, ContentCheck, Prisma } from '#prisma';
import { holdDueAt, remindAt } from '#shared/domain/moderation/deadlines';
import type { CheckStage, Verdict } from '#shared/domain/moderation/verdict';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { kindOf } from './subjects';

/** What the feature of the piece is told: only PASSED is shown. */
export const stateOf = (stage: CheckStage): CheckState =>
  stage === 'WAITING' || stage === 'ASKED' ? 'PENDING' : stage;

/** What a machine found out, beside the verdict. */
export interface Found {
  readonly label?: number | null;
  readonly traceId?: string | null;
  /** When the machine asks again. */
  readonly nextAt?: Date | null;
}

/**
 * Writes the verdict of a machine down, if nobody else has decided since the check was read (`version`), and tells the feature of the piece in the same
 * transaction. False when it came too late. A piece that is held keeps the clock it has.
 */
export async function settleCheck(
  ctx: Ctx,
  check: ContentCheck,
  verdict: Verdict,
  found: Found = {},
): Promise<boolean> {
  const { db, districtId, now } = ctx;
  const { stage, rule, because } = verdict;
  const { label = check.label, traceId = check.traceId, nextAt = null } = found;
  const clock = stage === 'HELD' ? await holdClock(ctx, check) : noClock;
  const { count } = await db.contentCheck.updateMany({
    where: { districtId, id: check.id, version: check.version, stage: { in: ['WAITING', 'ASKED', 'HELD'] } },
    data: {
      ...{ stage, rule, because, label, traceId, nextAt, ...clock, version: { increment: 1 } },
      ...(stage !== 'HELD' && { decidedAt: now }),
    },
  });
  if (count === 0) return false;
  await tellFeature(ctx, check, stage);
  return true;
}

/** The piece goes where its check stands, and the fact is told when others are concerned. */
export async function tellFeature(
  ctx: Ctx,
  { id, kind, subjectId, stage: before }: Pick<ContentCheck, 'id' | 'kind' | 'subjectId' | 'stage'>,
  stage: CheckStage,
  byPerson = false,
): Promise<void> {
  await kindOf(kind).settle(ctx, subjectId, stateOf(stage));
  if (before !== stage || byPerson) await ctx.emit('content.settled', { checkId: id, stage, byPerson });
}

/** A piece that begins to wait for a person gets its clock. */
export async function holdClock(
  { db, now }: Ctx,
  check: Pick<ContentCheck, 'stage' | 'heldAt' | 'dueAt'>,
): Promise<Prisma.ContentCheckUncheckedUpdateManyInput> {
  if (check.stage === 'HELD' && check.dueAt) return {};
  const dueAt = holdDueAt(now, (await worldOf(db)).calendar);
  return { heldAt: now, dueAt, alarmAt: remindAt(now, dueAt), alarmKind: 'WARN' };
}

/** Nobody has to hurry any more. */
export const noClock = { dueAt: null, alarmAt: null, alarmKind: null } as const;
