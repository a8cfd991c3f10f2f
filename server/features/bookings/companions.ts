import type { Output } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { companionsOf as holdersNear, postLabels } from '../identity/index';
import { worldOf } from '../places/index';
import type { Loaded } from './queries';

/** Who can be asked to sit with advisor and resident (联合接待): mediators first, then those who answer for the village. Never one of the two. */
export async function companionsFor(ctx: Ctx, booking: Loaded): Promise<Output<'bookings.companions'>> {
  const world = await worldOf(ctx.db);
  const apart = new Set([booking.residentId, booking.advisor.personId]);
  const seen = new Set<string>();
  const items = [];
  for (const { id: personId, name, kind, placeCode } of await holdersNear(ctx, booking.villageCode)) {
    if (apart.has(personId) || seen.has(personId)) continue;
    seen.add(personId);
    items.push({ personId, name, text: `${postLabels[kind]} · ${world.placeLabel(placeCode)}` });
  }
  return { items };
}
