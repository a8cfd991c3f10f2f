import { pointsWithinCap } from '../points/ledger';

/** Why points cannot be claimed; each is a code of the failure catalogue. */
export type AmountReason = 'points_amount_invalid' | 'points_year_cap';

/**
 * What a claim asks for: the points of the rule, or fewer where it says so, within what the rule leaves a household this year. Whole points with the
 * sign of the rule; `wanted` has no sign.
 */
export function claimedPoints(
  rule: { readonly points: number; readonly yearCap: number },
  bookedThisYear: number,
  wanted?: number,
): { readonly points: number } | { readonly refusal: AmountReason } {
  const most = Math.abs(rule.points);
  const asked = wanted ?? most;
  if (!Number.isInteger(asked) || asked < 1 || asked > most) return { refusal: 'points_amount_invalid' };
  const points = pointsWithinCap({ ...rule, points: Math.sign(rule.points) * asked }, bookedThisYear);
  return points === 0 ? { refusal: 'points_year_cap' } : { points };
}
