import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { atCounter } from '../counter';
import { presentHanded } from '../present';
import { findRedemption } from '../queries';

/** The goods are given and the code is used up: of many who hand over at once, one does. Throws as `atCounter`, redemption_over. */
export async function handOver(ctx: Ctx, { code }: Parsed<'shop.handOver'>): Promise<Output<'shop.handOver'>> {
  const { db, districtId, actor, now } = ctx;
  const { redemption, householdCode } = await atCounter(ctx, code);
  const handed = await db.redemption.updateMany({
    where: { districtId, id: redemption.id, state: 'RESERVED', expiresAt: { gt: now } },
    data: { state: 'HANDED_OVER', handedAt: now, handedById: actor.id, endedAt: now },
  });
  if (handed.count === 0) throw new AppError('redemption_over');
  await ctx.emit('redemption.moved', { redemptionId: redemption.id, state: 'HANDED_OVER' });
  return presentHanded(ctx, await findRedemption(ctx, redemption.id), householdCode);
}
