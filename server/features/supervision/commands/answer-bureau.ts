import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { answerComplaint } from '../../bookings/index';
import { mustSupervise } from '../policy';

/** The bureau's answer to a complaint: whether it is so, and what was done. */
export async function answerBureau(ctx: Ctx, input: Parsed<'supervision.answerComplaint'>): Promise<{ ok: true }> {
  mustSupervise(ctx);
  await answerComplaint(ctx, input);
  return { ok: true };
}
