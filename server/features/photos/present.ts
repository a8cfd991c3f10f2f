import type { z } from 'zod';
import type { Attachment } from '#prisma';
import type { Photo } from '#shared/contract/tickets';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';

/** A photo with links that work for a limited time. */
export const presentPhoto = ({ link, now }: Pick<Ctx, 'link' | 'now'>, photo: Attachment): z.output<typeof Photo> => ({
  id: photo.id,
  role: photo.role,
  url: link(photo.key),
  thumbUrl: link(photo.thumbKey),
  width: photo.width,
  height: photo.height,
  takenText: momentText(photo.createdAt, now),
});
