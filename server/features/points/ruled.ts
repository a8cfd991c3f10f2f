import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { ruleInForce } from './rule-books';

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
 * Points are given and taken by the rules and by others only. Throws points_rule_unknown (a rule of another village, of a draft, or of a version that
 * was over), points_rule_charter (taken by a rule that does not stand in the 村规民约, or against the sign of the rule), points_amount_invalid (more
 * than the rule has), points_own_claim (entered or checked by somebody of the household).
 */
export async function mustBeRuled(ctx: Ctx, villageCode: string, deed: Ruled): Promise<void> {
  const rule = await ruleInForce({ ...ctx, now: deed.ruledAt ?? ctx.now }, villageCode, deed.ruleItemId);
  const isDeduction = deed.kind === 'DEDUCT';
  if (rule.points < 0 !== isDeduction || (isDeduction && !rule.isCharter)) throw new AppError('points_rule_charter');
  if (deed.points > Math.abs(rule.points)) throw new AppError('points_amount_invalid');
  const own = await ctx.db.person.findFirst({
    where: { districtId: ctx.districtId, id: { in: [deed.actorId, deed.reviewerId] }, householdId: deed.householdId },
    select: { id: true },
  });
  if (own) throw new AppError('points_own_claim');
}
