import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** 核查通过, by somebody other than the handler: the resident is asked to confirm. */
export async function passCheck(ctx: Ctx, input: Parsed<'tickets.passCheck'>): Promise<string> {
  const begun = await begin(ctx, input, 'passCheck');
  return move(ctx, begun, {
    action: 'passCheck',
    data: { status: 'RESOLVED', resolvedAt: ctx.now },
    text: '核查通过，请居民确认',
    note: input.note,
  });
}
