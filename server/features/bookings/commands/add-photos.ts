import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { begin, move } from '../move';

/** Not more papers than this with one talk. */
const most = 9;

/** Photos of papers for the advisor to read beforehand. Throws not_found for a photo of somebody else, photo_in_use, photo_limit. */
export async function addPhotos(ctx: Ctx, input: Parsed<'bookings.addPhotos'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const booking = await begin(ctx, input, 'addPhotos');
  const photos = await findOwnPhotos(ctx, [...new Set(input.attachmentIds)]);
  if (photos.some(({ ticketId }) => ticketId)) throw new AppError('photo_in_use');
  const id = await move(ctx, booking, { action: 'addPhotos', text: `加了 ${photos.length} 张给律师看的材料` });
  // Counted after the guarded write, so that two at once cannot go beyond the limit together.
  const { rootId } = booking;
  if ((await db.bookingPhoto.count({ where: { districtId, rootId } })) + photos.length > most)
    throw new AppError('photo_limit');
  await db.bookingPhoto.createMany({
    data: photos.map(({ id: attachmentId }) => ({ districtId, attachmentId, rootId, addedAt: now })),
  });
  return id;
}
