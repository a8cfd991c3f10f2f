import { createHash } from 'node:crypto';
import type { Prisma } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from './context';

/** Same JSON, same hash: what the key stands for. */
export const bodyHash = (name: string, body: unknown) =>
  createHash('sha256')
    .update(`${name}\n${JSON.stringify(body)}`)
    .digest('hex');

/**
 * Runs `work` once per (person, key): the key's row is taken first, in the same transaction, so a parallel twin waits for it and
 * then gets the stored reply. Throws idempotency_mismatch when the key was used for something else.
 */
export async function once<T>(ctx: Ctx, name: string, body: unknown, work: () => Promise<T>): Promise<T> {
  const { db, districtId, actor, idempotencyKey: key } = ctx;
  if (!key) return work();
  const hash = bodyHash(name, body);
  const taken = await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("districtId", "actorId", "key", "name", "bodyHash")
    VALUES (${districtId}, ${actor.id}::uuid, ${key}, ${name}, ${hash}) ON CONFLICT DO NOTHING`;
  const where = { districtId_actorId_key: { districtId, actorId: actor.id, key } };
  if (taken === 0) return replayed<T>(await db.idempotencyKey.findUnique({ where }), hash);
  const result = await work();
  await db.idempotencyKey.update({ where, data: { response: result as Prisma.InputJsonValue }, select: { key: true } });
  return result;
}

/** The stored reply of a key, or the reason why it cannot be given. */
export function replayed<T>(row: { bodyHash: string; response: unknown } | null, hash: string): T {
  if (!row) throw new AppError('unavailable');
  if (row.bodyHash !== hash) throw new AppError('idempotency_mismatch');
  return row.response as T;
}
