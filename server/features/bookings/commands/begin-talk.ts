import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** The resident is there: the talk begins. */
export async function beginTalk(ctx: Ctx, input: Parsed<'bookings.arrive'>): Promise<string> {
  const booking = await begin(ctx, input, 'arrive');
  return move(ctx, booking, { action: 'arrive', data: { arrivedAt: ctx.now }, text: '居民到了，开始见面' });
}
