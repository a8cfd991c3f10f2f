import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';

/** Marks own notices as read, all of them when no ids are given. Ids of others change nothing. */
export async function markRead(
  { db, districtId, actor, now }: Ctx,
  { ids }: Parsed<'notifications.markRead'>,
): Promise<{ ok: true }> {
  await db.notification.updateMany({
    where: { districtId, personId: actor.id, readAt: null, ...(ids && { id: { in: ids } }) },
    data: { readAt: now },
  });
  return { ok: true };
}
