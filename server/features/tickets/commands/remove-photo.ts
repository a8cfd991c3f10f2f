import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';

/** Takes back an own photo that no ticket has yet. Throws not_found for others' photos, photo_in_use for used ones. */
export async function removePhoto(ctx: Ctx, { id }: Parsed<'tickets.removePhoto'>): Promise<{ ok: true }> {
  const [photo] = await findOwnPhotos(ctx, [id]);
  if (photo?.ticketId) throw new AppError('photo_in_use');
  const { count } = await ctx.db.attachment.deleteMany({ where: { districtId: ctx.districtId, id, ticketId: null } });
  if (count === 0) throw new AppError('photo_in_use');
  return { ok: true };
}
