import type { Db } from '../../kernel/db';

/** A topic or comment whose counter is not what is counted. */
export interface Wrong {
  readonly id: string;
  readonly counter: string;
  readonly kept: number;
  readonly counted: number;
}

/** Counts every counter of the forum anew and gives those that differ. Nothing is changed. */
export function verifyCounters(db: Pick<Db, '$queryRaw'>, districtId: string): Promise<Wrong[]> {
  return db.$queryRaw<Wrong[]>`
    WITH voices AS (
      SELECT s."topicId", count(*)::int AS "people", count(DISTINCT COALESCE(s."householdId", s."personId"))::int AS "households"
      FROM "TopicSupport" s WHERE s."districtId" = ${districtId} AND s."withdrawnAt" IS NULL GROUP BY 1),
    words AS (
      SELECT c."topicId", c."rootId", count(*)::int AS "number" FROM "TopicComment" c
      WHERE c."districtId" = ${districtId} AND c."checkState" = 'PASSED' AND c."removedAt" IS NULL GROUP BY 1, 2),
    topics AS (
      SELECT t."id", k.* FROM "Topic" t LEFT JOIN voices v ON v."topicId" = t."id"
      LEFT JOIN (SELECT "topicId", sum("number")::int AS "number" FROM words GROUP BY 1) w ON w."topicId" = t."id"
      CROSS JOIN LATERAL (VALUES ('supportCount', t."supportCount", COALESCE(v."people", 0)),
        ('householdCount', t."householdCount", COALESCE(v."households", 0)), ('commentCount', t."commentCount", COALESCE(w."number", 0)))
        AS k("counter", "kept", "counted")
      WHERE t."districtId" = ${districtId}),
    answers AS (
      SELECT c."id", 'replyCount' AS "counter", c."replyCount" AS "kept", COALESCE(w."number", 0) AS "counted" FROM "TopicComment" c
      LEFT JOIN words w ON w."rootId" = c."id" WHERE c."districtId" = ${districtId} AND c."rootId" IS NULL)
    SELECT * FROM (SELECT * FROM topics UNION ALL SELECT * FROM answers) a WHERE "kept" <> "counted" ORDER BY "id", "counter" LIMIT 1000`;
}

/** Writes what was counted where a counter still is what was found wrong. */
export async function repairCounters(
  db: Pick<Db, 'topic' | 'topicComment'>,
  districtId: string,
  wrong: readonly Wrong[],
): Promise<void> {
  for (const { id, counter, kept, counted } of wrong) {
    const change = { where: { districtId, id, [counter]: kept }, data: { [counter]: counted } };
    if (counter === 'replyCount') await db.topicComment.updateMany(change);
    else await db.topic.updateMany(change);
  }
}
