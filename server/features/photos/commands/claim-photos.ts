import type { AttachmentRole } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';

/** Hands the caller's own photos to a ticket under a role. Photos of others, or already used elsewhere, are not_found. */
export async function claimPhotos(
  { db, districtId, actor }: Ctx,
  ticketId: string,
  ids: readonly string[],
  role: AttachmentRole,
): Promise<void> {
  if (ids.length === 0) return;
  const { count } = await db.attachment.updateMany({
    where: { districtId, ownerId: actor.id, id: { in: [...ids] }, OR: [{ ticketId: null }, { ticketId }] },
    data: { ticketId, role },
  });
  if (count !== new Set(ids).size) throw new AppError('not_found');
}
