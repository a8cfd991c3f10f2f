import type { Ctx } from '#server/kernel/context';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import { worldOf } from '../../places';

/** Changes what the person may say about himself or herself. A new village forgets the grid of the old one. Throws place_unknown. */
export async function updateMe({ db, districtId, actor }: Ctx, input: Parsed<'me.update'>): Promise<void> {
  const { homeVillageCode } = input;
  if (homeVillageCode) {
    const village = (await worldOf(db)).divisions.get(homeVillageCode);
    if (village?.kind !== 'VILLAGE') throw new AppError('place_unknown', { homeVillageCode: '没有这个村（社区）' });
  }
  const movesAway = homeVillageCode !== undefined && homeVillageCode !== actor.homeVillageCode;
  await db.person.update({
    where: { districtId_id: { districtId, id: actor.id } },
    data: { ...input, ...(movesAway && { homeGridCode: null }) },
    select: { id: true },
  });
}
