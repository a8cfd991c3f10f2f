import { dayMs, dayOf, instantAt } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

/** The household of somebody, or points_no_household. */
export async function householdOf({ db, districtId }: Pick<Ctx, 'db' | 'districtId'>, personId: string) {
  const person = await db.person.findUnique({
    where: { districtId_id: { districtId, id: personId } },
    select: { household: true },
  });
  if (!person?.household) throw new AppError('points_no_household');
  return person.household;
}

/** What a household has now; 0 before its first entry. */
export async function balanceOf(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  householdId: string,
): Promise<number> {
  const account = await db.pointsAccount.findUnique({
    where: { districtId_householdId: { districtId, householdId } },
    select: { balance: true },
  });
  return account?.balance ?? 0;
}

/** The first instant of the Shanghai year that `now` is in, and that of the next. */
export function yearSpan(now: Date): { from: Date; to: Date; year: number } {
  const year = Number(dayOf(now).slice(0, 4));
  return { from: instantAt(`${year}-01-01`, 0), to: new Date(instantAt(`${year}-12-31`, 0).getTime() + dayMs), year };
}

/** Entries of a household, the newest first: one more than `limit` says that there are older ones. */
export const entriesOf = (
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  accountId: string,
  limit: number,
  beforeSeq?: number,
) =>
  db.pointsEntry.findMany({
    where: { districtId, accountId, ...(beforeSeq !== undefined && { seq: { lt: beforeSeq } }) },
    orderBy: { seq: 'desc' },
    take: limit + 1,
  });

/** What a household has got (or lost, below zero) by a rule in the Shanghai year of `now`, whichever version it stood in; what was reversed does not count. */
export async function usedThisYear(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  householdId: string,
  ruleCode: string,
): Promise<number> {
  const { from, to } = yearSpan(now);
  const [sums] = await db.$queryRaw<{ points: number }[]>`
    SELECT COALESCE(sum(e."delta"), 0)::int AS points FROM "PointsEntry" e
    JOIN "PointsAccount" a ON a."districtId" = e."districtId" AND a."id" = e."accountId"
    JOIN "RuleItem" r ON r."districtId" = e."districtId" AND r."id" = e."ruleItemId"
    WHERE e."districtId" = ${districtId} AND a."householdId" = ${householdId}::uuid AND r."code" = ${ruleCode} AND e."at" >= ${from} AND e."at" < ${to}`;
  return sums?.points ?? 0;
}
