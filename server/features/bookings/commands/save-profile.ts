import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { ownAdvisor } from '../own-advisor';
import { ownProfile } from '../profile';

/** Changes what residents read. `photoId` is a picture of one's own (else not_found), null takes it away, left out it stays. Throws stale_version. */
export async function saveProfile(ctx: Ctx, input: Parsed<'advisor.saveProfile'>): Promise<Output<'advisor.profile'>> {
  const { db, districtId } = ctx;
  const { id } = await ownAdvisor(ctx);
  const { version, photoId, ...words } = input;
  const [photo] = photoId ? await findOwnPhotos(ctx, [photoId]) : [];
  const { count } = await db.advisor.updateMany({
    where: { districtId, id, version },
    data: {
      ...words,
      ...(photoId !== undefined && { photoKey: photo?.thumbKey ?? null }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError('stale_version');
  return ownProfile(ctx);
}
