import type { Attachment, AttachmentRole } from '#prisma';
import type { Ctx } from '../../../kernel/context';

/** A stored picture: keys of the file store, pixels and bytes of the main picture. */
export interface StoredPhoto {
  id: string;
  role: AttachmentRole;
  key: string;
  thumbKey: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
}

/** Writes the row of a photo whose files are already stored; it belongs to the caller until a ticket claims it. */
export const recordPhoto = ({ db, districtId, actor, now }: Ctx, photo: StoredPhoto): Promise<Attachment> =>
  db.attachment.create({ data: { ...photo, districtId, ownerId: actor.id, createdAt: now } });
