import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** The family takes its wish back; what takes points it cannot. Throws what `begin` throws. */
export async function withdrawClaim(ctx: Ctx, input: Parsed<'claims.withdraw'>): Promise<string> {
  const claim = await begin(ctx, input, 'withdraw');
  await move(ctx, claim, { action: 'withdraw', body: '本户', text: '撤回了' });
  return claim.id;
}
