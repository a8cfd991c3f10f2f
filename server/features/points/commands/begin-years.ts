import { closingAt, endOfYear, noticeFrom } from '#shared/domain/points/year-end';
import type { Ctx } from '../../../kernel/context';
import { yearSpan } from '../queries';
import { yearEndOf } from '../rule-books';

const batch = 50;

/**
 * Opens the closing of the year for households that have none yet, some days before it ends; those whose points will expire are told. Accounts that
 * open later, or a desk that was away, are told later and have as many days. Returns how many; call again while it is not 0.
 */
export async function beginYears(ctx: Ctx): Promise<number> {
  const { db, districtId, now, emit } = ctx;
  const { year: running } = yearSpan(now);
  let begun = 0;
  for (const year of [running - 1, running]) {
    if (now < noticeFrom(year)) continue;
    const waiting = await db.$queryRaw<{ id: string; householdId: string; villageCode: string }[]>`
      SELECT a."id", a."householdId", a."villageCode" FROM "PointsAccount" a
      WHERE a."districtId" = ${districtId} AND a."kind" = 'HOUSEHOLD' AND a."closedAt" IS NULL AND a."openedAt" < ${endOfYear(year)}
        AND NOT EXISTS (SELECT 1 FROM "PointsYear" y WHERE y."districtId" = a."districtId" AND y."householdId" = a."householdId" AND y."year" = ${year})
      LIMIT ${batch}`;
    for (const { id: accountId, householdId, villageCode } of waiting) {
      const expires = (await yearEndOf(ctx, villageCode, year)) === 'RESET';
      const toldAt = expires ? now : null;
      const { count } = await db.pointsYear.createMany({
        data: [{ districtId, householdId, year, accountId, expires, toldAt, closesAt: closingAt(year, toldAt) }],
        skipDuplicates: true,
      });
      if (count > 0 && expires) await emit('points.yearEnding', { householdId, year });
    }
    begun += waiting.length;
  }
  return begun;
}
