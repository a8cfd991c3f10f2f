import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** Staff close what nobody will confirm: anonymous reports, and resolved ones after seven days of silence. */
export async function closeTicket(ctx: Ctx, input: Parsed<'tickets.close'>): Promise<string> {
  const begun = await begin(ctx, input, 'close');
  return move(ctx, begun, {
    action: 'close',
    data: { status: 'CLOSED', closedAt: ctx.now },
    text: '办结',
    note: input.note,
  });
}
