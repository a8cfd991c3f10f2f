import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** 挂起: the clock stands still until the ticket is resumed. */
export async function pauseTicket(ctx: Ctx, input: Parsed<'tickets.pause'>): Promise<string> {
  const begun = await begin(ctx, input, 'pause');
  return move(ctx, begun, {
    action: 'pause',
    data: { status: 'PAUSED', pausedAt: ctx.now, pauseReason: input.reason },
    text: `暂时挂起：${input.reason}`,
  });
}
