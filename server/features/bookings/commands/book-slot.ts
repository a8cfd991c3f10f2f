import type { Parsed } from '#shared/contract';
import type { Stating } from '../../../kernel/context';
import type { World } from '../../places/index';
import { villageAsked } from '../advisors';
import { type Claimed, claim } from '../claim';
import { otherSideOf } from '../interests';

/** Books a slot for oneself; it waits for the advisor's answer and keeps the slot from others meanwhile. A home village decides whose advisor it is. */
export async function bookSlot(ctx: Stating, world: World, input: Parsed<'bookings.book'>): Promise<Claimed> {
  const { actor } = ctx;
  const villageCode = villageAsked(world, ctx, actor.homeVillageCode ?? input.villageCode);
  return claim(ctx, world, {
    ...{ slotId: input.slotId, residentId: actor.id, residentName: actor.name, villageCode },
    ...{ matter: input.matter, disputeType: input.disputeType, phone: input.phone ?? null },
    other: otherSideOf(ctx, world, villageCode, input.otherParty),
    ...{ actorName: actor.name, actorRole: '居民', text: '约了这个时间' },
  });
}
