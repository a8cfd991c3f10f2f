import type { Output } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { presentPhoto } from '../photos/index';

/** The papers shown before a talk, in the order they were added. */
export async function photosOf(ctx: Ctx, rootId: string): Promise<Output<'bookings.get'>['photos']> {
  const rows = await ctx.db.bookingPhoto.findMany({
    where: { districtId: ctx.districtId, rootId },
    orderBy: [{ addedAt: 'asc' }, { attachmentId: 'asc' }],
    include: { attachment: true },
  });
  return rows.map(({ attachment }) => presentPhoto(ctx, attachment));
}
