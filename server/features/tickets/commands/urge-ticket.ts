import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** 催一催: whoever has it is reminded. */
export async function urgeTicket(ctx: Ctx, input: Parsed<'tickets.urge'>): Promise<string> {
  const begun = await begin(ctx, input, 'urge');
  return move(ctx, begun, {
    action: 'urge',
    data: { urgeCount: begun.ticket.urgeCount + 1 },
    text: '居民催了一次',
    note: input.note,
  });
}
