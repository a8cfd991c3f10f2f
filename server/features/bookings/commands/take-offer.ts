import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { claim } from '../claim';
import { findEntry } from '../waiting-reads';

/** Takes the slot that is kept for somebody who waited. Throws waiting_offer_over when its half hour has passed. */
export async function takeOffer(ctx: Ctx, { id }: Parsed<'waiting.take'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const entry = await findEntry(ctx, id);
  const { slotId, offerUntil } = entry;
  if (entry.state !== 'OFFERED' || !slotId || !offerUntil || offerUntil <= now)
    throw new AppError('waiting_offer_over');
  const { booking } = await claim(ctx, await worldOf(db), {
    ...{ slotId, residentId: actor.id, residentName: actor.name, villageCode: entry.villageCode, minimumNotice: 0 },
    ...{ matter: entry.matter, disputeType: entry.disputeType, phone: null, other: { hash: null, isVillage: false } },
    ...{ actorName: actor.name, actorRole: '居民', text: '候补到了这个时间' },
  });
  await db.waitingEntry.updateMany({ where: { districtId, id }, data: { state: 'TAKEN', offerUntil: null } });
  await db.waitingOffer.updateMany({ where: { districtId, entryId: id, slotId }, data: { taken: true } });
  return booking.id;
}
