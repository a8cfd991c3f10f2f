import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { judged, panelOf } from '../panel';

/** The village stands for what a family has brought and hands it to the reviewers. Throws what `begin` throws. */
export async function acceptClaim(ctx: Ctx, input: Parsed<'claims.accept'>): Promise<string> {
  const claim = await begin(ctx, input, 'accept');
  const { isBorrowing } = await panelOf(ctx, judged({ ...claim, acceptedById: ctx.actor.id }));
  await move(ctx, claim, {
    ...{ action: 'accept', body: '网格', text: '核对过了，交评议小组' },
    data: { acceptedById: ctx.actor.id, isBorrowing },
  });
  return claim.id;
}
