import { createHash } from 'node:crypto';
import { Prisma } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from './context';
import type { Sql } from './sql';

/** Same JSON, same hash: what the key stands for. */
export const bodyHash = (name: string, body: unknown) =>
  createHash('sha256')
    .update(`${name}\n${JSON.stringify(body)}`)
    .digest('hex');

/**
 * Runs `work` once per (person, key): the key's row is taken first, in the same transaction, so a parallel twin waits for it and
 * then gets the stored reply. Throws idempotency_mismatch when the key was used for something else.
 */
export async function once<T>(
  ctx: Pick<Ctx, 'districtId' | 'actor' | 'idempotencyKey'> & { db: Sql },
  name: string,
  body: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const { db, districtId, actor, idempotencyKey: key } = ctx;
  if (!key) return work();
  const hash = bodyHash(name, body);
  const taken = await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("districtId", "actorId", "key", "name", "bodyHash")
    VALUES (${districtId}, ${actor.id}::uuid, ${key}, ${name}, ${hash}) ON CONFLICT DO NOTHING`;
  const own = Prisma.sql`"districtId" = ${districtId} AND "actorId" = ${actor.id}::uuid AND "key" = ${key}`;
  if (taken === 0) {
    const [row] = await db.$queryRaw<Kept[]>`SELECT "bodyHash", "response" FROM "IdempotencyKey" WHERE ${own}`;
    return replayed<T>(row ?? null, hash);
  }
  const result = await work();
  await db.$executeRaw`UPDATE "IdempotencyKey" SET "response" = ${JSON.stringify(result)}::jsonb WHERE ${own}`;
  return result;
}

interface Kept {
  bodyHash: string;
  response: unknown;
}

/** The stored reply of a key, or the reason why it cannot be given. */
export function replayed<T>(row: Kept | null, hash: string): T {
  if (!row) throw new AppError('unavailable');
  if (row.bodyHash !== hash) throw new AppError('idempotency_mismatch');
  return row.response as T;
}
