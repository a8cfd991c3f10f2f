import type { Output, Parsed } from '#shared/contract';
import { starsOf } from '#shared/domain/points/stars';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { worldOf } from '../places/index';
import { presentBook, presentEntry } from './present';
import { balanceOf, entriesOf, householdOf, yearSpan } from './queries';
import { bookInForce, templatePlace, versionsOf } from './rule-books';
import { yearEndNotice } from './years';

/** What the caller's family has. Throws points_no_household for somebody who belongs to none. */
export async function myPoints(ctx: Ctx): Promise<Output<'points.mine'>> {
  const { db, districtId, actor, now } = ctx;
  const household = await householdOf(ctx, actor.id);
  const world = await worldOf(db);
  const balance = await balanceOf(ctx, household.id);
  const { from, to } = yearSpan(now);
  const [sums] = await db.$queryRaw<{ plus: number; minus: number; spent: number }[]>`
    SELECT COALESCE(sum("delta") FILTER (WHERE "delta" > 0 AND NOT shop AND NOT transfer), 0)::int AS plus,
      COALESCE(sum("delta") FILTER (WHERE "delta" < 0 AND NOT shop AND NOT transfer), 0)::int AS minus,
      COALESCE(-sum("delta") FILTER (WHERE shop), 0)::int AS spent
    FROM "PointsEntry" e JOIN "PointsAccount" a ON a."districtId" = e."districtId" AND a."id" = e."accountId",
      LATERAL (SELECT e."kind" IN ('REDEEM', 'REFUND') AS shop, e."kind" IN ('MOVE_OUT', 'MOVE_IN', 'EXPIRE') AS transfer) sort
    WHERE e."districtId" = ${districtId} AND a."householdId" = ${household.id}::uuid AND e."at" >= ${from} AND e."at" < ${to}`;
  const spent = sums?.spent ?? 0;
  // A star is for what a family did, so what it took from the shop does not put it out.
  const { stars, next, missing } = starsOf(balance + spent);
  return {
    ...{ householdId: household.id, code: household.code, name: household.name },
    placeLabel: world.placeLabel(household.villageCode),
    ...{ balance, stars, nextStars: next, missing, yearPlus: sums?.plus ?? 0, yearMinus: sums?.minus ?? 0 },
    yearSpent: spent,
    yearEndText: await yearEndNotice(ctx, household.id),
  };
}

/** The family's entries, a page at a time. */
export async function myEntries(ctx: Ctx, input: Parsed<'points.entries'>): Promise<Output<'points.entries'>> {
  const { db, districtId, actor } = ctx;
  const household = await householdOf(ctx, actor.id);
  const account = await db.pointsAccount.findUnique({
    where: { districtId_householdId: { districtId, householdId: household.id } },
    select: { id: true },
  });
  if (!account) return { items: [], nextCursor: null };
  const last = input.cursor
    ? await db.pointsEntry.findFirst({
        where: { districtId, accountId: account.id, id: decodeCursor(input.cursor).id },
        select: { seq: true },
      })
    : undefined;
  const before = last?.seq;
  const rows = await entriesOf(ctx, account.id, input.limit, before);
  const shown = rows.slice(0, input.limit);
  const ids = shown.map(({ id }) => id);
  const reversals = await db.pointsEntry.findMany({
    where: { districtId, reversesId: { in: ids } },
    select: { reversesId: true },
  });
  const rules = await db.ruleItem.findMany({
    where: { districtId, id: { in: shown.flatMap(({ ruleItemId }) => ruleItemId ?? []) } },
    select: { id: true, title: true },
  });
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const reversed = new Set(reversals.flatMap(({ reversesId }) => reversesId ?? []));
  const oldest = shown.at(-1);
  return {
    items: shown.map((entry) => presentEntry(ctx, entry, titles, reversed)),
    nextCursor: rows.length > input.limit && oldest ? encodeCursor(oldest.at.toISOString(), oldest.id) : null,
  };
}

/** The rules a village uses today; of the caller's home when none is named. */
export async function rulesInForce(ctx: Ctx, input: Parsed<'points.rules'>): Promise<Output<'points.rules'>> {
  const world = await worldOf(ctx.db);
  const code = input.villageCode ?? ctx.actor.homeVillageCode ?? templatePlace(ctx.districtId);
  if (!world.divisions.has(code)) throw new AppError('place_unknown');
  return presentBook(ctx, world, await bookInForce(ctx, code));
}

/** The versions of a place for those who look after its rules. Any staff may read them. */
export async function bookVersions(ctx: Ctx, { villageCode }: Parsed<'points.books'>): Promise<Output<'points.books'>> {
  const world = await worldOf(ctx.db);
  if (!world.divisions.has(villageCode)) throw new AppError('place_unknown');
  const books = await versionsOf(ctx, villageCode);
  return { items: books.map((book) => presentBook(ctx, world, book)) };
}

/**
 * What the caller's family had at the end of each month of this year (Shanghai), up to the running one; a month without entries keeps what there was.
 * Throws points_no_household.
 */
export async function myYear(ctx: Ctx): Promise<Output<'points.year'>> {
  const { db, districtId, actor, now } = ctx;
  const { id: householdId } = await householdOf(ctx, actor.id);
  const { from, year } = yearSpan(now);
  const rows = await db.$queryRaw<{ month: number; balance: number; plus: number; minus: number }[]>`
    SELECT CASE WHEN e."at" < ${from} THEN 0 ELSE extract(month FROM e."at" AT TIME ZONE 'Asia/Shanghai')::int END AS month,
      (array_agg(e."balance" ORDER BY e."seq" DESC))[1] AS balance,
      COALESCE(sum(e."delta") FILTER (WHERE e."delta" > 0), 0)::int AS plus, COALESCE(sum(e."delta") FILTER (WHERE e."delta" < 0), 0)::int AS minus
    FROM "PointsEntry" e JOIN "PointsAccount" a ON a."districtId" = e."districtId" AND a."id" = e."accountId"
    WHERE e."districtId" = ${districtId} AND a."householdId" = ${householdId}::uuid GROUP BY 1`;
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  let balance = byMonth.get(0)?.balance ?? 0;
  const running = Number(dayOf(now).slice(5, 7));
  const months = Array.from({ length: running }, (_, at) => {
    const row = byMonth.get(at + 1);
    balance = row?.balance ?? balance;
    return { month: at + 1, balance, plus: row?.plus ?? 0, minus: row?.minus ?? 0 };
  });
  return { year, months };
}
