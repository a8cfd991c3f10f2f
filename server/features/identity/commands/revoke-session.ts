import type { Ctx } from '#server/kernel/context';
import { AppError } from '#shared/errors';

/** Ends one of the caller's own sessions at once (the current one: log out). Another person's, or an ended one, is not_found. */
export async function revokeSession({ db, districtId, actor, now, emit }: Ctx, id: string): Promise<void> {
  const { count } = await db.session.updateMany({
    where: { districtId, id, personId: actor.id, revokedAt: null },
    data: { revokedAt: now },
  });
  if (count === 0) throw new AppError('not_found');
  await emit('session.revoked', { sessionId: id });
}
