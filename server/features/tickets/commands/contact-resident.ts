import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** Writes down that the resident was contacted; the first contact starts the handling. */
export async function contactResident(ctx: Ctx, input: Parsed<'tickets.contact'>): Promise<string> {
  const begun = await begin(ctx, input, 'contact');
  return move(ctx, begun, {
    action: 'contact',
    data: { status: 'PROCESSING', contactedAt: begun.ticket.contactedAt ?? ctx.now },
    text: '已联系居民',
    note: input.note,
  });
}
