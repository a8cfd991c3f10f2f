import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** The reporter takes it back before the handling has begun. */
export async function withdrawTicket(ctx: Ctx, input: Parsed<'tickets.withdraw'>): Promise<string> {
  const begun = await begin(ctx, input, 'withdraw');
  return move(ctx, begun, {
    action: 'withdraw',
    data: { status: 'WITHDRAWN', closedAt: ctx.now },
    text: '反映人撤回了这件事',
    note: input.reason,
  });
}
