import { hourMs, later } from '#shared/domain/time/clock';
import type { Ctx } from './context';

type Asking = Pick<Ctx, 'db' | 'districtId' | 'now'>;

/** Links to stored files are good for at most an hour; what nobody claims goes then. */
const lingerMs = hourMs;

/**
 * Notes that stored files are to go in an hour. Written before there is anything to remove, so that nothing stays for ever whatever breaks: copies and
 * exports go by themselves, uploads are kept by `keepFiles` in the transaction that gives them a row.
 */
export const eraseLater = async ({ db, districtId, now }: Asking, keys: readonly string[]): Promise<void> => {
  await db.fileToErase.createMany({ data: keys.map((key) => ({ districtId, key, eraseAt: later(now, lingerMs) })) });
};

/** Takes the note back: these files belong to somebody now. */
export const keepFiles = async ({ db, districtId }: Asking, keys: readonly string[]): Promise<void> => {
  await db.fileToErase.deleteMany({ where: { districtId, key: { in: [...keys] } } });
};
