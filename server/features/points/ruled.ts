import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Sql } from '../../kernel/sql';
import { templatePlace } from './rule-books';

/** What a deed is held to. `points` has no sign. */
interface Ruled {
  readonly householdId: string;
  readonly kind: 'AWARD' | 'DEDUCT';
  readonly points: number;
  readonly ruleItemId: string;
  readonly actorId: string;
  readonly reviewerId: string;
  readonly ruledAt?: Date;
}

/**
 * Points are given and taken by the rules and by others only. Throws points_rules_missing, points_rule_unknown (a rule of another village, of a draft, or of a version that
 * was over), points_rule_charter (taken by a rule that does not stand in the 村规民约, or against the sign of the rule), points_amount_invalid (more
 * than the rule has), points_own_claim (entered or checked by somebody of the household).
 */
export async function mustBeRuled(
  { db, districtId, now }: Pick<Ctx, 'districtId' | 'now'> & { db: Sql },
  villageCode: string,
  deed: Ruled,
): Promise<void> {
  const day = dayOf(deed.ruledAt ?? now);
  const [rule] = await db.$queryRaw<{ points: number | null; isCharter: boolean; isOwn: boolean }[]>`
    SELECT i."points", i."isCharter", EXISTS (SELECT 1 FROM "Person" p WHERE p."districtId" = ${districtId}
      AND p."id" IN (${deed.actorId}::uuid, ${deed.reviewerId}::uuid) AND p."householdId" = ${deed.householdId}::uuid) AS "isOwn"
    FROM (SELECT "id" FROM "RuleBook" WHERE "districtId" = ${districtId} AND "state" = 'ADOPTED'
        AND "villageCode" IN (${villageCode}, ${templatePlace(districtId)})
        AND "effectiveFrom" <= ${day}::date AND ("effectiveTo" IS NULL OR "effectiveTo" >= ${day}::date)
      ORDER BY "villageCode" = ${villageCode} DESC, "version" DESC LIMIT 1) b
    LEFT JOIN "RuleItem" i ON i."districtId" = ${districtId} AND i."bookId" = b."id" AND i."id" = ${deed.ruleItemId}::uuid`;
  if (!rule) throw new AppError('points_rules_missing');
  if (rule.points === null) throw new AppError('points_rule_unknown');
  const isDeduction = deed.kind === 'DEDUCT';
  if (rule.points < 0 !== isDeduction || (isDeduction && !rule.isCharter)) throw new AppError('points_rule_charter');
  if (deed.points > Math.abs(rule.points)) throw new AppError('points_amount_invalid');
  if (rule.isOwn) throw new AppError('points_own_claim');
}
