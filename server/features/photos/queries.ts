import type { Attachment } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

/** The photos with these ids in the order given; all must be the caller's own, else not_found. */
export async function findOwnPhotos({ db, districtId, actor }: Ctx, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const photos = await db.attachment.findMany({ where: { districtId, ownerId: actor.id, id: { in: [...ids] } } });
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  return ids.map((id) => {
    const photo = byId.get(id);
    if (!photo) throw new AppError('not_found');
    return photo;
  });
}

/** A photo by id, whoever asks; undefined when there is none. For features that have decided who may see it. */
export async function photoOf({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, id: string) {
  const photo = await db.attachment.findUnique({ where: { districtId_id: { districtId, id } } });
  return photo ?? undefined;
}
