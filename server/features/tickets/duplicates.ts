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

/**
 * Ids of open matters that may be the same, best first, at most three: same category, near (500 m, or the same village), not older than
 * 30 days, alike in words. Confidential ones never come.
 */
export async function findDuplicates({ db, districtId, now }: Ctx, like: Likeness): Promise<string[]> {
  const { position, villageCode } = like;
  const near = [
    ...(position
      ? [
          Prisma.sql`(t."lng" BETWEEN ${position.lng - boxDegrees} AND ${position.lng + boxDegrees} AND t."lat" BETWEEN ${position.lat - boxDegrees} AND ${position.lat + boxDegrees})`,
        ]
      : []),
    ...(villageCode ? [Prisma.sql`t."villageCode" = ${villageCode}`] : []),
  ];
  if (near.length === 0) return [];
  const since = new Date(now.getTime() - duplicateLimits.days * dayMs);
  const rows = await db.$queryRaw<Row[]>`
    SELECT t."id", t."title", t."description", t."lng", t."lat", t."villageCode", t."receivedAt" FROM "Ticket" t
    WHERE t."districtId" = ${districtId} AND t."categoryCode" = ${like.categoryCode}
      AND t."receivedAt" BETWEEN ${since} AND ${now} AND NOT t."confidential"
      AND t."status" NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED') AND (${Prisma.join(near, ' OR ')})
    ORDER BY t."receivedAt" DESC LIMIT ${candidates}`;
  const earlier = rows.map(({ lng, lat, ...row }) => ({
    id: row.id,
    category: like.categoryCode,
    text: `${row.title} ${row.description}`,
    point: lng !== null && lat !== null ? { lng, lat } : null,
    villageCode: row.villageCode,
    receivedAt: row.receivedAt,
  }));
  const report = { category: like.categoryCode, text: like.text, point: position, villageCode, receivedAt: now };
  return rank(report, earlier).map(({ candidate }) => candidate.id);
}

/** How many other open matters of the same category the village has had in the last 30 days. */
export async function countNearby(
  { db, districtId, now }: Ctx,
  ticket: { id: string; categoryCode: string; villageCode: string | null },
): Promise<number> {
  if (!ticket.villageCode) return 0;
  return db.ticket.count({
    where: {
      districtId,
      categoryCode: ticket.categoryCode,
      villageCode: ticket.villageCode,
      confidential: false,
      receivedAt: { gte: new Date(now.getTime() - duplicateLimits.days * dayMs) },
      status: { notIn: ['CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED'] },
      id: { not: ticket.id },
    },
  });
}
