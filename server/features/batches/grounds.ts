import type { BatchGrounds, BatchLine } from '#shared/domain/points/batch';
import { deedKey, usedKey } from '#shared/domain/points/batch';
import type { Ctx } from '../../kernel/context';
import { bookInForce, yearSpan } from '../points/index';

/** What the lines of a village's month are held against, read with a few statements however many lines there are. Throws points_rules_missing. */
export async function groundsOf(
  ctx: Ctx,
  { villageCode, month }: { villageCode: string; month: string },
  lines: readonly BatchLine[],
): Promise<BatchGrounds> {
  const { db, districtId, actor, now } = ctx;
  const { items: rules } = await bookInForce(ctx, villageCode);
  const codes = [...new Set(lines.map(({ householdCode }) => householdCode))];
  const found = await db.household.findMany({
    where: { districtId, villageCode, code: { in: codes }, closedAt: null },
    select: { id: true, code: true },
  });
  const person = await db.person.findUnique({
    where: { districtId_id: { districtId, id: actor.id } },
    select: { householdId: true },
  });
  const ids = found.map(({ id }) => id);
  return {
    ...{ month, now, rules },
    households: new Map(found.map(({ id, code }) => [code, { id, isOwn: id === person?.householdId }])),
    ...{ used: await usedOf(ctx, ids), known: await knownOf(ctx, ids) },
  };
}

async function usedOf({ db, districtId, now }: Ctx, householdIds: readonly string[]): Promise<Map<string, number>> {
  const { from, to } = yearSpan(now);
  const rows = await db.$queryRaw<{ householdId: string; code: string; points: number }[]>`
    SELECT "householdId", "code", sum(abs("points"))::int AS points FROM (
      SELECT a."householdId", r."code", sum(e."delta") AS points FROM "PointsEntry" e
      JOIN "PointsAccount" a ON a."districtId" = e."districtId" AND a."id" = e."accountId"
      JOIN "RuleItem" r ON r."districtId" = e."districtId" AND r."id" = e."ruleItemId"
      WHERE e."districtId" = ${districtId} AND a."householdId" = ANY(${householdIds}::uuid[]) AND e."at" >= ${from} AND e."at" < ${to}
      GROUP BY 1, 2
      UNION ALL
      SELECT "householdId", "ruleCode", sum("points") FROM "PointsClaim"
      WHERE "districtId" = ${districtId} AND "householdId" = ANY(${householdIds}::uuid[]) AND "state" IN ('PROPOSED', 'REVIEW', 'NOTICE')
      GROUP BY 1, 2
    ) taken GROUP BY 1, 2`;
  return new Map(rows.map(({ householdId, code, points }) => [usedKey(householdId, code), points]));
}

/** Deeds that live as claims, whoever brought them, and those an earlier list has brought, whatever became of them. */
async function knownOf({ db, districtId }: Ctx, householdIds: readonly string[]): Promise<Set<string>> {
  const claims = await db.pointsClaim.findMany({
    where: {
      ...{ districtId, householdId: { in: [...householdIds] } },
      OR: [{ state: { notIn: ['REJECTED', 'WITHDRAWN'] } }, { origin: { startsWith: 'batch:' } }],
    },
    select: { householdId: true, ruleCode: true, happenedOn: true },
  });
  return new Set(
    claims.map(({ householdId, ruleCode, happenedOn }) =>
      deedKey(householdId, ruleCode, happenedOn.toISOString().slice(0, 10)),
    ),
  );
}
