import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** The village does not hand a claim on and says why. Throws what `begin` throws. */
export async function declineClaim(ctx: Ctx, input: Parsed<'claims.decline'>): Promise<string> {
  const claim = await begin(ctx, input, 'decline');
  await move(ctx, claim, {
    ...{ action: 'decline', body: '网格', text: '没有交评议', note: input.reason },
    data: { reason: input.reason, acceptedById: ctx.actor.id },
  });
  return claim.id;
}
