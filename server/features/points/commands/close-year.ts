import { starsOf } from '#shared/domain/points/stars';
import { closingAt, expiringPoints } from '#shared/domain/points/year-end';
import { dayMs } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { translateDatabaseError } from '../../../kernel/db';
import { systemContext } from '../../../kernel/jobs';
import { type Ground, inTransaction } from '../../../kernel/route';
import { yearEndOf } from '../rule-books';
import { sumsOf } from '../year-sums';
import { bookEntry } from './book-entry';

/**
 * Closes the year of the next household whose time has come, in a transaction of its own: what it had is kept, what expires is one entry whose source is
 * used once. A desk that dies goes on where it was; two at once close each year once. One that cannot be closed now is tried again a day later. Returns
 * whether there was one; call again while there is.
 */
export async function closeNextYear(ground: Ground): Promise<boolean> {
  const { prisma, districtId } = ground;
  const [due] = await prisma.$queryRaw<{ householdId: string; year: number }[]>`
    SELECT "householdId", "year" FROM "PointsYear" WHERE "districtId" = ${districtId} AND "closedAt" IS NULL AND "closesAt" <= ${ground.now()}
    ORDER BY "closesAt", "householdId" LIMIT 1`;
  if (!due) return false;
  const run = (work: (ctx: Ctx) => Promise<unknown>) =>
    inTransaction(prisma, (db) => work(systemContext(ground, db, 'sweep:years')));
  const where = { districtId, ...due };
  await run((ctx) => close(ctx, due)).catch(async (error: unknown) => {
    const known = error instanceof AppError ? error : translateDatabaseError(error);
    if (!known || known.status >= 500) throw error;
    ground.log.warn({ ...due, code: known.code }, 'a year is left for a day');
    const closesAt = new Date(ground.now().getTime() + dayMs);
    await run(({ db }) => db.pointsYear.updateMany({ where: { ...where, closedAt: null }, data: { closesAt } }));
  });
  return true;
}

/** Another instance may have been faster: the year is read again under its lock. */
async function close(ctx: Ctx, key: { householdId: string; year: number }): Promise<void> {
  const { db, districtId, now, emit } = ctx;
  const { householdId, year } = key;
  await db.$queryRaw`
    SELECT 1 FROM "PointsYear" WHERE "districtId" = ${districtId} AND "householdId" = ${householdId}::uuid AND "year" = ${year} FOR UPDATE`;
  const row = await db.pointsYear.findUnique({
    where: { districtId_householdId_year: { districtId, householdId, year } },
  });
  if (!row || row.closedAt || row.closesAt > now) return;
  const [account] = await db.$queryRaw<{ balance: number; villageCode: string; closedAt: Date | null }[]>`
    SELECT "balance", "villageCode", "closedAt" FROM "PointsAccount" WHERE "districtId" = ${districtId} AND "id" = ${row.accountId}::uuid FOR UPDATE`;
  if (!account) throw new AppError('not_found');
  const where = { districtId, householdId, year, closedAt: null };
  // The rules may have changed since the family was told; nothing expires without notice.
  const expires = !account.closedAt && (await yearEndOf(ctx, account.villageCode, year)) === 'RESET';
  if (expires && !row.toldAt) {
    const data = { expires, toldAt: now, closesAt: closingAt(year, now) };
    await db.pointsYear.updateMany({ where, data });
    return emit('points.yearEnding', { householdId, year });
  }
  const sums = await sumsOf(ctx, row.accountId, year);
  const { atYearEnd, takenSince, plus, minus, spent } = sums;
  const expired = expires ? expiringPoints({ atYearEnd, takenSince, balance: account.balance }) : 0;
  if (expired > 0)
    await bookEntry(ctx, {
      ...{ kind: 'EXPIRE', householdId, points: expired, source: `expire:${year}:${householdId}` },
      text: `${year} 年的积分到期清零`,
    });
  await db.pointsYear.updateMany({
    where,
    data: {
      ...{
        expires,
        closedAt: now,
        balance: atYearEnd,
        stars: starsOf(atYearEnd + spent).stars,
        plus,
        minus,
        spent,
        expired,
      },
    },
  });
}
