import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { AppError } from '#shared/errors';
import type { Actor, ActorPost } from './context';
import type { Db } from './db';
import type { Sql } from './sql';

const sessionDays = 30;

/** Opaque tokens: only the hash is kept, so a stolen table opens nothing. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Creates a session (30 days, or so many hours on a computer, fixed) and returns its token, which is never stored. */
export async function createSession(
  db: Db,
  districtId: string,
  personId: string,
  now: Date,
  { userAgent, hours }: { userAgent?: string | undefined; hours?: number } = {},
): Promise<{ token: string; expiresAt: Date; id: string }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + (hours ?? sessionDays * 24) * 3_600_000);
  const id = uuid();
  await db.session.create({
    data: {
      districtId,
      id,
      tokenHash: hashToken(token),
      personId,
      createdAt: now,
      expiresAt,
      desktop: hours !== undefined,
      userAgent: userAgent?.slice(0, 200) ?? null,
    },
  });
  return { token, expiresAt, id };
}

interface SessionRow {
  id: string;
  name: string;
  sessionId: string;
  homeVillageCode: string | null;
  expiresAt: Date;
  revokedAt: Date | null;
  disabledAt: Date | null;
  posts: ActorPost[] | null;
}

/** The person behind a token with the posts held on `today` (YYYY-MM-DD, Asia/Shanghai). Looked up each time: revocation works at once. */
export async function actorOf(db: Sql, token: string, now: Date, today: string): Promise<Actor> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT p."id", p."name", s."id" AS "sessionId", p."homeVillageCode", s."expiresAt", s."revokedAt", p."disabledAt",
      (SELECT json_agg(json_build_object('kind', o."kind", 'placeCode', o."placeCode", 'departmentCode', o."departmentCode") ORDER BY o."kind")
         FROM "Post" o WHERE o."districtId" = p."districtId" AND o."personId" = p."id"
          AND o."startsOn" <= ${today}::date AND (o."endsOn" IS NULL OR o."endsOn" >= ${today}::date)) AS posts
    FROM "Session" s JOIN "Person" p ON p."districtId" = s."districtId" AND p."id" = s."personId"
    WHERE s."tokenHash" = ${hashToken(token)}`;
  if (!row) throw new AppError('unauthenticated');
  if (row.revokedAt || row.expiresAt <= now) throw new AppError('session_expired');
  if (row.disabledAt) throw new AppError('account_disabled');
  return {
    id: row.id,
    name: row.name,
    sessionId: row.sessionId,
    homeVillageCode: row.homeVillageCode,
    posts: row.posts ?? [],
  };
}
