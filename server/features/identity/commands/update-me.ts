import type { Ctx } from '#server/kernel/context';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import { worldOf } from '../../places';
import { nicknameId } from '../nickname';
import { getPerson } from '../queries';

/**
 * Changes what the person may say about himself or herself. A new village forgets the grid of the old one; a new nickname is seen by others once
 * it has passed its check. Throws place_unknown.
 */
export async function updateMe(ctx: Ctx, input: Parsed<'me.update'>): Promise<void> {
  const { db, districtId, actor, emit } = ctx;
  const { nickname, ...rest } = input;
  const { homeVillageCode } = rest;
  if (homeVillageCode) {
    const village = (await worldOf(db)).divisions.get(homeVillageCode);
    if (village?.kind !== 'VILLAGE') throw new AppError('place_unknown', { homeVillageCode: '没有这个村（社区）' });
  }
  const movesAway = homeVillageCode !== undefined && homeVillageCode !== actor.homeVillageCode;
  const { nickname: shown } = await getPerson(ctx, actor.id);
  await db.person.update({
    where: { districtId_id: { districtId, id: actor.id } },
    data: { ...rest, ...(movesAway && { homeGridCode: null }), ...(nickname !== undefined && chosen(nickname, shown)) },
    select: { id: true },
  });
  if (nickname && nickname !== shown)
    await emit('person.nicknameChosen', { nicknameId: nicknameId(actor.id, nickname) });
}

/** Taking a nickname away works at once; choosing the one that is shown changes nothing. */
function chosen(nickname: string | null, shown: string | null) {
  if (nickname === null) return { nickname: null, nicknameWanted: null };
  return { nicknameWanted: nickname === shown ? null : nickname };
}
