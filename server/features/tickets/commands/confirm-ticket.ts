import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** The resident confirms and gives the three separate answers. */
export async function confirmTicket(ctx: Ctx, input: Parsed<'tickets.confirm'>): Promise<string> {
  const begun = await begin(ctx, input, 'confirm');
  const word = (isYes: boolean) => (isYes ? '是' : '否');
  return move(ctx, begun, {
    action: 'confirm',
    data: {
      status: 'CLOSED',
      closedAt: ctx.now,
      ratedContacted: input.contacted,
      ratedSolved: input.solved,
      ratedSatisfied: input.satisfied,
      ratingNote: input.note ?? null,
      ratedAt: ctx.now,
    },
    text: `居民已确认（联系了：${word(input.contacted)}，解决了：${word(input.solved)}，满意：${word(input.satisfied)}）`,
    note: input.note,
  });
}
