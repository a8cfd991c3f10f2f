import type { RateLimit } from '#shared/contract/endpoint';
import { AppError } from '#shared/errors';
import type { Prismas } from './db';
import type { Sql } from './sql';

/**
 * Takes one of so many turns, exactly also across instances: one statement, one row for each caller and call, no window whose edge lets twice as many
 * through. A caller may spend all turns at once; they come back one by one. Refused turns cost nothing. Throws too_many_requests with the seconds until
 * the next one. Stands outside the call's transaction, so that a turn is spent whatever becomes of the call.
 */
export async function takeTurn(
  sql: Sql,
  districtId: string,
  key: string,
  { times, minutes }: RateLimit,
  now: Date,
): Promise<void> {
  const windowMs = minutes * 60_000;
  const stepMs = windowMs / times;
  const at = (ms: number) => new Date(now.getTime() + ms);
  const [taken] = await sql.$queryRaw<unknown[]>`
    INSERT INTO "RateLimit" AS r ("districtId", "key", "spentUntil") VALUES (${districtId}, ${key}, ${at(stepMs)})
    ON CONFLICT ("districtId", "key") DO UPDATE SET "spentUntil" = GREATEST(r."spentUntil", ${now}) + make_interval(secs => ${stepMs / 1000}::float8)
    WHERE GREATEST(r."spentUntil", ${now}) <= ${at(windowMs - stepMs)} RETURNING 1 AS "taken"`;
  if (taken) return;
  const [row] = await sql.$queryRaw<{ spentUntil: Date }[]>`
    SELECT "spentUntil" FROM "RateLimit" WHERE "districtId" = ${districtId} AND "key" = ${key}`;
  const waitMs = (row?.spentUntil.getTime() ?? now.getTime()) - at(windowMs - stepMs).getTime();
  throw new AppError('too_many_requests').retryIn(Math.max(1, Math.ceil(waitMs / 1000)));
}

/** Forgets callers whose turns have all come back, a batch at a time. */
export async function forgetTurns(prisma: Pick<Prismas, '$executeRaw'>, now: Date): Promise<'more' | undefined> {
  const gone = await prisma.$executeRaw`
    DELETE FROM "RateLimit" WHERE ("districtId", "key") IN (
      SELECT "districtId", "key" FROM "RateLimit" WHERE "spentUntil" < ${now} ORDER BY "spentUntil" LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
  return gone === 1000 ? 'more' : undefined;
}
