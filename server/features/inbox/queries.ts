import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

/** A push by the id in its fact; not_found once it was forgotten. */
export async function pushedMessage({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, id: string) {
  const message = await db.pushedMessage.findUnique({ where: { districtId_id: { districtId, id } } });
  if (!message) throw new AppError('not_found');
  return message;
}
