import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** A remark that only those who work on it can read. */
export async function commentTicket(ctx: Ctx, input: Parsed<'tickets.comment'>): Promise<string> {
  const begun = await begin(ctx, input, 'comment');
  return move(ctx, begun, { action: 'comment', text: '内部备注', note: input.text, internal: true });
}
