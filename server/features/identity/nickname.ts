import { createHash } from 'node:crypto';
import type { CheckState, Person } from '#prisma';
import type { Ctx } from '#server/kernel/context';
import { AppError } from '#shared/errors';
import { getPerson } from './queries';

type Asking = Pick<Ctx, 'db' | 'districtId'>;

const hashOf = (nickname: string) => createHash('sha256').update(nickname).digest('hex').slice(0, 16);

/** Names one choice of one person to those who check it: a verdict on one name can never let another one through. */
export const nicknameId = (personId: string, nickname: string): string => `${personId}:${hashOf(nickname)}`;

/** The person and where the name stands, waiting or shown; not_found when it is neither any more. */
async function found(ctx: Asking, id: string): Promise<{ person: Person; words: string; isShown: boolean }> {
  const [personId = '', hash] = id.split(':');
  const person = await getPerson(ctx, personId);
  const words = [person.nicknameWanted, person.nickname].find((name) => name !== null && hashOf(name) === hash);
  if (!words) throw new AppError('not_found');
  return { person, words, isShown: words !== person.nicknameWanted };
}

/** A chosen nickname with its owner's home. not_found when another one has been chosen since. */
export async function chosenNickname(
  ctx: Asking,
  id: string,
): Promise<{ authorId: string; words: string; state: CheckState; homeVillageCode: string | null }> {
  const { person, words, isShown } = await found(ctx, id);
  const { id: authorId, homeVillageCode } = person;
  return { authorId, words, state: isShown ? 'PASSED' : 'PENDING', homeVillageCode };
}

/** Others see a nickname once it has passed; one that is taken down goes back to waiting. A name that was given up in the meantime changes nothing. */
export async function settleNickname({ db, districtId }: Asking, id: string, state: CheckState): Promise<void> {
  const { person, words, isShown } = await found({ db, districtId }, id);
  const mine = { districtId, id: person.id };
  if (state === 'PASSED' && !isShown)
    await db.person.updateMany({
      where: { ...mine, nicknameWanted: words },
      data: { nickname: words, nicknameWanted: null },
    });
  if (state !== 'PASSED' && isShown)
    await db.person.updateMany({
      where: { ...mine, nickname: words },
      data: { nickname: null, nicknameWanted: person.nicknameWanted ?? words },
    });
}
