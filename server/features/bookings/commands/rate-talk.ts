import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** Three questions after the talk, once. */
export async function rateTalk(ctx: Ctx, input: Parsed<'bookings.rate'>): Promise<string> {
  const booking = await begin(ctx, input, 'rate');
  const { onTime, helpful, satisfied, note } = input;
  return move(ctx, booking, {
    action: 'rate',
    data: { ratedOnTime: onTime, ratedHelpful: helpful, ratedSatisfied: satisfied, ratingNote: note ?? null },
    text: satisfied ? '居民评价：满意' : '居民评价：不满意',
  });
}
