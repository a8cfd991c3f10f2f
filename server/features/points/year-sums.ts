import { endOfYear } from '#shared/domain/points/year-end';
import { instantAt } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';

/** A household's year in figures; whole points. `minus` is below zero, `spent` and `takenSince` have no sign. */
interface YearSums {
  readonly atYearEnd: number;
  readonly takenSince: number;
  readonly plus: number;
  readonly minus: number;
  readonly spent: number;
}

/** What an account had when a Shanghai year ended, what came and went in it, and what has been taken since (moves between households net). */
export async function sumsOf({ db, districtId }: Ctx, accountId: string, year: number): Promise<YearSums> {
  const [from, to] = [instantAt(`${year}-01-01`, 0), endOfYear(year)];
  const [sums] = await db.$queryRaw<YearSums[]>`
    SELECT COALESCE(sum("delta") FILTER (WHERE "at" < ${to}), 0)::int AS "atYearEnd",
      (COALESCE(-sum("delta") FILTER (WHERE "at" >= ${to} AND "delta" < 0 AND NOT moved), 0)
        + GREATEST(0, COALESCE(-sum("delta") FILTER (WHERE "at" >= ${to} AND moved), 0)))::int AS "takenSince",
      COALESCE(sum("delta") FILTER (WHERE inside AND deed AND "delta" > 0), 0)::int AS plus,
      COALESCE(sum("delta") FILTER (WHERE inside AND deed AND "delta" < 0), 0)::int AS minus,
      COALESCE(-sum("delta") FILTER (WHERE inside AND shop), 0)::int AS spent
    FROM "PointsEntry" e, LATERAL (SELECT e."kind" IN ('REDEEM', 'REFUND') AS shop, e."kind" IN ('MOVE_OUT', 'MOVE_IN') AS moved,
      e."kind" IN ('AWARD', 'DEDUCT', 'REVERSAL') AS deed,
      e."at" >= ${from} AND e."at" < ${to} AS inside) sort
    WHERE e."districtId" = ${districtId} AND e."accountId" = ${accountId}::uuid`;
  return sums ?? { atYearEnd: 0, takenSince: 0, plus: 0, minus: 0, spent: 0 };
}
