import { createHash } from 'node:crypto';
import { Prisma } from '#prisma';
import { AppError } from '#shared/errors';
import { type Ctx, nobody } from './context';
import type { Sql } from './sql';

/** Same JSON, same hash: what the key stands for. */
export const bodyHash = (name: string, body: unknown) =>
  createHash('sha256')
    .update(`${name}\n${JSON.stringify(body)}`)
    .digest('hex');

/**
 * Runs `work` once per (person, key): the key's row is taken first, in the same transaction, so a parallel twin waits for it and
 * then gets the stored reply. Throws idempotency_mismatch when the key was used for something else. Whoever is not signed in has no keys: two strangers
 * may think of the same one.
 */
export async function once<T>(
  ctx: Pick<Ctx, 'districtId' | 'actor' | 'idempotencyKey'> & { db: Sql },
  name: string,
  body: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const { db, districtId, actor, idempotencyKey: key } = ctx;
  if (!key || actor.id === nobody) return work();
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

/**
 * For calls that keep no reply (it may hold a token, a number that lies sealed, or a link that expires): the key stands for this body from now on.
 * Throws idempotency_mismatch when it stood for another.
 */
export async function claimKey(ctx: Ctx, name: string, body: unknown): Promise<void> {
  const { db, districtId, actor, idempotencyKey: key } = ctx;
  if (!key || actor.id === nobody) return;
  const hash = bodyHash(name, body);
  const taken = await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("districtId", "actorId", "key", "name", "bodyHash")
    VALUES (${districtId}, ${actor.id}::uuid, ${key}, ${name}, ${hash}) ON CONFLICT DO NOTHING`;
  if (taken > 0) return;
  const where = { districtId_actorId_key: { districtId, actorId: actor.id, key } };
  const row = await db.idempotencyKey.findUnique({ where, select: { bodyHash: true } });
  if (row?.bodyHash !== hash) throw new AppError('idempotency_mismatch');
}

/** The stored reply of a key, or the reason why it cannot be given. */
export function replayed<T>(row: Kept | null, hash: string): T {
  if (!row) throw new AppError('unavailable');
  if (row.bodyHash !== hash) throw new AppError('idempotency_mismatch');
  return row.response as T;
}
