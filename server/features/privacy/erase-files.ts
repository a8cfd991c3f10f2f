import type { FileStore } from '#server/gateways/storage/file-store';
import type { Ground } from '../../kernel/route';

const batch = 100;

/** Removes stored files whose time has come, then forgets them. A file that is already gone is fine, so a run that was broken off is run again. */
export async function eraseFiles({ prisma, districtId, now }: Ground, store: FileStore): Promise<'more' | undefined> {
  const due = await prisma.fileToErase.findMany({
    where: { districtId, eraseAt: { lte: now() } },
    orderBy: { eraseAt: 'asc' },
    take: batch,
  });
  for (const { key } of due) await store.remove(key);
  await prisma.fileToErase.deleteMany({ where: { districtId, key: { in: due.map(({ key }) => key) } } });
  return due.length < batch ? undefined : 'more';
}
