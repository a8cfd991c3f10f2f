import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** Takes one paper back before the talk. Throws not_found when it is not with this booking. */
export async function removePhoto(ctx: Ctx, input: Parsed<'bookings.removePhoto'>): Promise<string> {
  const { db, districtId } = ctx;
  const { rootId, ...booking } = await begin(ctx, input, 'addPhotos');
  const { attachmentId } = input;
  const { count } = await db.bookingPhoto.deleteMany({ where: { districtId, attachmentId, rootId } });
  if (count === 0) throw new AppError('not_found');
  return move(ctx, { rootId, ...booking }, { action: 'removePhoto', text: '收回了一张材料' });
}
