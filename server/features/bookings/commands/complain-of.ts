import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** 向司法局反映: read by the justice bureau, not by the advisor. */
export async function complainOf(ctx: Ctx, input: Parsed<'bookings.complain'>): Promise<string> {
  const booking = await begin(ctx, input, 'complain');
  return move(ctx, booking, {
    ...{ action: 'complain', data: { complainedAt: ctx.now }, forBureau: true },
    text: '向司法局反映了这次服务',
    note: input.text,
  });
}
