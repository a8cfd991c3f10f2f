import type { Ctx } from '#server/kernel/context';

/** Ends every session of people whose posts have changed: whoever goes on signs in anew and gets a new token. Returns how many ended. */
export async function endSessions(
  { db, districtId, now, emit }: Pick<Ctx, 'db' | 'districtId' | 'now' | 'emit'>,
  personIds: readonly string[],
): Promise<number> {
  if (personIds.length === 0) return 0;
  const { count } = await db.session.updateMany({
    where: { districtId, personId: { in: [...personIds] }, revokedAt: null },
    data: { revokedAt: now },
  });
  if (count > 0) await emit('sessions.ended', { count, because: 'posts' });
  return count;
}
