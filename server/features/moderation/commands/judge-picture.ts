import { z } from 'zod';
import type { ContentCheck } from '#prisma';
import { ruleOfLabel } from '#shared/domain/moderation/rules';
import { type Verdict, verdictOn } from '#shared/domain/moderation/verdict';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { pushedMessage } from '../../inbox/index';
import { settleCheck } from '../settle';

const code = z.coerce.number().int();

/** The verdict as WeChat pushes it: version 2, or the older shape with `isrisky` and `status_code`. Numbers may come as text. */
const MediaVerdict = z.looseObject({
  trace_id: z.coerce.string(),
  errcode: code.optional(),
  result: z.looseObject({ suggest: z.enum(['pass', 'review', 'risky']), label: code }).optional(),
  isrisky: code.optional(),
  status_code: code.optional(),
});

/** A trace is known at the latest so long after its push: the asking writes it down right after WeChat gave it. */
const raceMs = 300_000;

/** What a machine may still settle: a picture nobody has judged, or one that waits only because no answer came. */
const awaited = (check: ContentCheck) =>
  check.stage === 'ASKED' ||
  (check.stage === 'HELD' && ['NO_ANSWER', 'UNREACHABLE', 'LIMITED'].includes(check.because ?? ''));

/**
 * The verdict on a picture has come: early, late or again. A trace that is not known yet is tried again (unavailable); one that never was, or that a
 * person has decided about, changes nothing.
 */
export async function judgePicture(ctx: Ctx, messageId: string): Promise<void> {
  const { db, districtId, now } = ctx;
  const message = await pushedMessage(ctx, messageId);
  const { data: told } = MediaVerdict.safeParse(message.body);
  if (!told) return;
  const check = await db.contentCheck.findUnique({
    where: { districtId_traceId: { districtId, traceId: told.trace_id } },
  });
  if (!check) {
    if (now.getTime() - message.at.getTime() < raceMs) throw new AppError('unavailable');
    return;
  }
  if (!awaited(check)) return;
  const label = told.result?.label ?? null;
  await settleCheck(ctx, check, verdictOf(told), { label });
}

function verdictOf({ errcode, result, isrisky, status_code }: z.output<typeof MediaVerdict>): Verdict {
  const unread: Verdict = { stage: 'HELD', rule: null, because: 'UNREACHABLE', again: false };
  if (errcode || (status_code !== undefined && status_code !== 0)) return unread;
  if (result) return verdictOn({}, { kind: 'judged', ...result });
  if (isrisky === 1) return { stage: 'REFUSED', rule: ruleOfLabel(21_000), because: null, again: false };
  return isrisky === 0 ? verdictOn({}, { kind: 'judged', suggest: 'pass', label: 100 }) : unread;
}
