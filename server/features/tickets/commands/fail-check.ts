import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** 核查不通过: back to the handling, the limit stays. */
export async function failCheck(ctx: Ctx, input: Parsed<'tickets.failCheck'>): Promise<string> {
  const begun = await begin(ctx, input, 'failCheck');
  return move(ctx, begun, {
    action: 'failCheck',
    data: { status: 'PROCESSING', handledAt: null },
    text: `核查没有通过：${input.reason}`,
  });
}
