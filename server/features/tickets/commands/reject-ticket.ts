import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** 不予受理: the resident is told why and where to go instead. */
export async function rejectTicket(ctx: Ctx, input: Parsed<'tickets.reject'>): Promise<string> {
  const begun = await begin(ctx, input, 'reject');
  return move(ctx, begun, {
    action: 'reject',
    data: { status: 'REJECTED', closedAt: ctx.now },
    text: `不予受理：${input.reason}。可以去找：${input.whereTo}`,
  });
}
