import { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { topicStages } from '#shared/domain/forum/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';

/** The stages that have a length of their own, by the status in which a topic stands there. */
const stageOf: Readonly<Record<string, (typeof topicStages)[number]>> = {
  RAISED: '提',
  REVIEW: '审',
  NOTICE: '告',
  DISCUSS: '议',
  DECIDE: '定',
  CARRY_OUT: '办',
  JUDGE: '评',
};

interface Counts {
  raised: number;
  deciding: number;
  decided: number;
  doing: number;
  done: number;
  voices: number;
}

/** How a village or a town talks things over: how many were raised, decided, done, and the median days of each stage that ended. place_unknown otherwise. */
export async function placeFigures(ctx: Ctx, { placeCode }: Parsed<'forum.place'>): Promise<Output<'forum.place'>> {
  const { db, districtId } = ctx;
  const world = await worldOf(db);
  const kind = world.divisions.get(placeCode)?.kind;
  if (kind !== 'TOWN' && kind !== 'VILLAGE') throw new AppError('place_unknown');
  const here = Prisma.sql`t."districtId" = ${districtId} AND t."checkState" = 'PASSED' AND ${
    kind === 'TOWN' ? Prisma.sql`t."townCode" = ${placeCode}` : Prisma.sql`t."villageCode" = ${placeCode}`
  }`;
  const [counts] = await db.$queryRaw<Counts[]>`
    SELECT count(*)::int AS "raised", count(*) FILTER (WHERE "phase" = 'DECIDING')::int AS "deciding",
      count(*) FILTER (WHERE "status" IN ('CARRY_OUT', 'JUDGE', 'DONE'))::int AS "decided", count(*) FILTER (WHERE "phase" = 'DOING')::int AS "doing",
      count(*) FILTER (WHERE "status" = 'DONE')::int AS "done", COALESCE(sum("supportCount"), 0)::int AS "voices"
    FROM "Topic" t WHERE ${here}`;
  const lengths = await db.$queryRaw<{ status: string; days: number; of: number }[]>`
    SELECT "status"::text, (percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(epoch FROM "until" - "at")) / 86400)::float AS "days", count(*)::int AS "of"
    FROM (
      SELECT s."status", s."at", lead(s."at") OVER (PARTITION BY s."topicId" ORDER BY s."at", s."id") AS "until" FROM (
        SELECT s.*, lag(s."status") OVER (PARTITION BY s."topicId" ORDER BY s."at", s."id") AS "before"
        FROM "TopicStep" s JOIN "Topic" t ON t."districtId" = s."districtId" AND t."id" = s."topicId" WHERE ${here}) s
      WHERE s."before" IS DISTINCT FROM s."status") spans
    WHERE "until" IS NOT NULL GROUP BY 1`;
  return {
    ...{ placeCode, label: world.placeLabel(placeCode), kind },
    ...(counts ?? { raised: 0, deciding: 0, decided: 0, doing: 0, done: 0, voices: 0 }),
    stages: topicStages.map((stage) => {
      const length = lengths.find(({ status }) => stageOf[status] === stage);
      return { stage, days: length ? Math.round(length.days * 10) / 10 : null, of: length?.of ?? 0 };
    }),
    villages: kind === 'TOWN' ? await villagesIn(ctx, placeCode) : [],
  };
}

/** The villages of a town that have raised something, those with most first. */
async function villagesIn({ db, districtId }: Ctx, townCode: string): Promise<Output<'forum.place'>['villages']> {
  const world = await worldOf(db);
  const rows = await db.$queryRaw<{ code: string; raised: number; done: number }[]>`
    SELECT "villageCode" AS "code", count(*)::int AS "raised", count(*) FILTER (WHERE "status" = 'DONE')::int AS "done" FROM "Topic"
    WHERE "districtId" = ${districtId} AND "townCode" = ${townCode} AND "villageCode" IS NOT NULL AND "checkState" = 'PASSED'
    GROUP BY 1 ORDER BY 2 DESC, 1`;
  return rows.map((row) => ({ ...row, name: world.placeName(row.code) }));
}
