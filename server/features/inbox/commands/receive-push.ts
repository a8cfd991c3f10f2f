import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import type { Ctx } from '../../../kernel/context';

/** A push that was opened and found to be WeChat's. */
export interface Pushed {
  readonly openid: string;
  /** The message type, or `event:<name>`. */
  readonly kind: string;
  /** The same for every repetition of one push. */
  readonly dedupeKey: string;
  readonly body: Record<string, unknown>;
}

/** Keeps a push and says that it is there; a repetition changes nothing. The work comes later, by whoever listens. */
export async function receivePush(
  { db, districtId, now, emit }: Pick<Ctx, 'db' | 'districtId' | 'now' | 'emit'>,
  pushed: Pushed,
): Promise<void> {
  const id = uuid();
  const { openid, kind, dedupeKey, body } = pushed;
  const { count } = await db.pushedMessage.createMany({
    data: { districtId, id, openid, kind, dedupeKey, body: body as Prisma.InputJsonObject, at: now },
    skipDuplicates: true,
  });
  if (count > 0) await emit('wechat.pushed', { messageId: id, kind });
}
