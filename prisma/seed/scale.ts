import { Prisma } from '#prisma';
import { worldOf } from '#server/features/places/index';
import type { Prismas } from '#server/kernel/db';

const batch = 10_000;

export interface ScaleOptions {
  /** How many tickets to add. */
  readonly count: number;
  /** All of them in this grid; else spread over the district. */
  readonly gridCode?: string | undefined;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Adds many tickets for measurements by INSERT … SELECT generate_series: received over the last two years, three of ten open, held by the grid's
 * staff. They have no time line, no alarm and no reporter, so that they set nothing in motion. Can be called again; ends with ANALYZE.
 */
export async function seedScale(prisma: Prismas, { count, gridCode, progress }: ScaleOptions): Promise<void> {
  const world = await worldOf(prisma);
  const grids = world.gridsOf(gridCode ?? `${world.districtId}000000`);
  if (grids.length === 0) throw new RangeError(`没有网格 ${gridCode ?? ''}，请先导入网格`);
  const holders = await prisma.post.findMany({
    where: { districtId: world.districtId, kind: 'GRID_STAFF', endsOn: null },
    select: { placeCode: true, personId: true },
  });
  const holderOf = new Map(holders.map(({ placeCode, personId }) => [placeCode, personId]));
  const places = JSON.stringify(
    grids.map(({ code, villageCode, townCode, lng, lat }, n) => ({
      n,
      code,
      villageCode,
      townCode,
      lng,
      lat,
      holder: holderOf.get(code) ?? null,
    })),
  );
  const topics = JSON.stringify(
    [...world.categories.values()].filter(({ sensitive }) => !sensitive).map((category, n) => ({ ...category, n })),
  );
  const run = Date.now().toString(36).toUpperCase();
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(from + batch, count) - 1;
    await prisma.$executeRaw(insertion(world.districtId, world.categoryVersion, run, { from, to, places, topics }));
    progress?.(to + 1, count);
  }
  await prisma.$executeRaw`ANALYZE "Ticket"`;
}

function insertion(
  districtId: string,
  version: string,
  run: string,
  { from, to, places, topics }: { from: number; to: number; places: string; topics: string },
): Prisma.Sql {
  return Prisma.sql`
    WITH place AS (SELECT * FROM jsonb_to_recordset(${places}::jsonb)
        AS p(n int, code text, "villageCode" text, "townCode" text, lng float8, lat float8, holder uuid)),
      topic AS (SELECT * FROM jsonb_to_recordset(${topics}::jsonb)
        AS c(n int, code text, name text, level text, "leadUnit" text)),
      made AS (
        SELECT i, date_trunc('second', now()) - make_interval(mins => ((i::bigint * 104729) % 1051200)::int) AS received,
          (i::bigint * 7919 % 10) < 3 AS open,
          (i::bigint * 7919) % (SELECT count(*) FROM place) AS at,
          (i::bigint * 31) % (SELECT count(*) FROM topic) AS about
        FROM generate_series(${from}::int, ${to}::int) AS i)
    INSERT INTO "Ticket" ("districtId", "id", "no", "title", "description", "categoryCode", "categoryVersion", "level", "status", "source",
      "anonymous", "address", "lng", "lat", "townCode", "villageCode", "gridCode", "handlingLevel", "unitCode", "assigneeId", "leadUnit",
      "routing", "receivedAt", "acceptBy", "contactBy", "handleBy", "acceptedAt", "contactedAt", "handledAt", "resolvedAt", "closedAt")
    SELECT ${districtId}, gen_random_uuid(), ${`S${run}-`} || i, topic.name, '测试用', topic.code, ${version}, topic.level::"TicketLevel",
      CASE WHEN NOT open THEN 'CLOSED' WHEN i % 3 = 0 THEN 'SUBMITTED' ELSE 'PROCESSING' END::"TicketStatus", 'SCALE',
      TRUE, '测试地址', place.lng, place.lat, place."townCode", place."villageCode", place.code, 'GRID', place.code, place.holder, topic."leadUnit",
      '[]', received, received + interval '4 hours', received + interval '1 day', received + interval '7 days',
      received + interval '1 hour', received + interval '3 hours',
      CASE WHEN NOT open THEN received + make_interval(hours => (i % 200)) END,
      CASE WHEN NOT open THEN received + make_interval(hours => (i % 200) + 5) END,
      CASE WHEN NOT open THEN received + make_interval(hours => (i % 200) + 30) END
    FROM made JOIN place ON place.n = made.at JOIN topic ON topic.n = made.about`;
}
