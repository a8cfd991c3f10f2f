import { Prisma } from '#prisma';
import type { Point } from '#shared/domain/geo/distance';
import { duplicateLimits, findDuplicates as rank } from '#shared/domain/tickets/duplicates';
import { dayMs } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';

/** What earlier reports are compared with. */
export interface Likeness {
  categoryCode: string;
  text: string;
  position?: Point | undefined;
  villageCode?: string | undefined;
}

/** A box of 500 m and a little more around a point, in degrees at the latitude of the district. */
const boxDegrees = 0.0056;
const candidates = 200;

interface Row {
  id: string;
  title: string;
  description: string;
  lng: number | null;
  lat: number | null;
  villageCode: string | null;
  receivedAt: Date;
}

// Word for word the condition of the partial indexes, so that the planner may use them.
const open = Prisma.sql`t."status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED')`;

/**
 * Ids of open matters that may be the same, best first, at most three: same category, near (500 m, or the same village), not older than
 * 30 days, alike in words. Confidential ones never come.
 */
export async function findDuplicates({ db, districtId, now }: Ctx, like: Likeness): Promise<string[]> {
  const { categoryCode, position, villageCode } = like;
  const since = new Date(now.getTime() - duplicateLimits.days * dayMs);
  const branch = (near: Prisma.Sql) => Prisma.sql`(
    SELECT t."id", t."title", t."description", t."lng", t."lat", t."villageCode", t."receivedAt" FROM "Ticket" t
    WHERE t."districtId" = ${districtId} AND ${open} AND ${near} AND t."categoryCode" = ${categoryCode}
      AND t."receivedAt" BETWEEN ${since} AND ${now} AND NOT t."confidential"
    ORDER BY t."receivedAt" DESC LIMIT ${candidates})`;
  const branches = [
    ...(position ? [branch(boxAround(position))] : []),
    ...(villageCode ? [branch(Prisma.sql`t."villageCode" = ${villageCode}`)] : []),
  ];
  if (branches.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>(Prisma.join(branches, ' UNION '));
  const earlier = rows.map(({ lng, lat, ...row }) => ({
    id: row.id,
    category: categoryCode,
    text: `${row.title} ${row.description}`,
    point: lng !== null && lat !== null ? { lng, lat } : null,
    villageCode: row.villageCode,
    receivedAt: row.receivedAt,
  }));
  const report = { category: categoryCode, text: like.text, point: position, villageCode, receivedAt: now };
  return rank(report, earlier).map(({ candidate }) => candidate.id);
}

const boxAround = ({ lng, lat }: Point) => Prisma.sql`
  t."lng" BETWEEN ${lng - boxDegrees} AND ${lng + boxDegrees} AND t."lat" BETWEEN ${lat - boxDegrees} AND ${lat + boxDegrees}`;

/** How many other open matters of the same category the village has had in the last 30 days. */
export async function countNearby(
  { db, districtId, now }: Ctx,
  { id, categoryCode, villageCode }: { id: string; categoryCode: string; villageCode: string | null },
): Promise<number> {
  if (!villageCode) return 0;
  const since = new Date(now.getTime() - duplicateLimits.days * dayMs);
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM "Ticket" t
    WHERE t."districtId" = ${districtId} AND ${open} AND t."villageCode" = ${villageCode} AND t."categoryCode" = ${categoryCode}
      AND t."receivedAt" >= ${since} AND NOT t."confidential" AND t."id" <> ${id}::uuid`);
  return row?.count ?? 0;
}
