import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { householdOf } from '../../points/index';
import { findRedemption, type Taken } from '../queries';
import { giveBack } from './give-back';

/** The family changes its mind before it has picked up. Throws not_found for another family's, redemption_over. */
export async function cancelRedemption(ctx: Ctx, { id }: Parsed<'shop.cancel'>): Promise<Taken> {
  const household = await householdOf(ctx, ctx.actor.id);
  const redemption = await findRedemption(ctx, id);
  if (redemption.householdId !== household.id) throw new AppError('not_found');
  if (!(await giveBack(ctx, redemption, 'CANCELLED'))) throw new AppError('redemption_over');
  return findRedemption(ctx, id);
}
