/** What becomes of goods a family has taken points for (兑换). */
export const redemptionStates = ['RESERVED', 'HANDED_OVER', 'SETTLED', 'CANCELLED', 'EXPIRED'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

/** The word people read for a state. */
export const redemptionLabels: Readonly<Record<RedemptionState, string>> = {
  RESERVED: '等您去领',
  HANDED_OVER: '领走了',
  SETTLED: '领走了',
  CANCELLED: '取消了，积分退回',
  EXPIRED: '过期没领，积分退回',
};

/**
 * Bounds of the shop. From 10 points up (domain.md 6.8); the rest is a default, to be confirmed: a good is kept 14 days, one takes at most 5 of it at
 * once, it costs at most 1000 points, and at most 9999 of it are in stock.
 */
export const shopBounds = { pointsFrom: 10, pointsTo: 1000, countTo: 5, stockTo: 9999, holdDays: 14 } as const;

/** The first refusal of a wish: what it would cost is more than there is, or it passes the limit of a household and year. Undefined when it may be. */
export function whyNotRedeem({
  points,
  balance,
  count,
  yearLimit,
  takenThisYear,
}: {
  points: number;
  balance: number;
  count: number;
  /** How many a household may take in a Shanghai year; null for no limit. */
  yearLimit: number | null;
  takenThisYear: number;
}): 'points_not_enough' | 'shop_year_limit' | undefined {
  if (yearLimit !== null && takenThisYear + count > yearLimit) return 'shop_year_limit';
  return points * count > balance ? 'points_not_enough' : undefined;
}

/** Whether a month (YYYY-MM) is over on a Shanghai day: only then is it settled. */
export const monthIsOver = (month: string, today: string): boolean => month < today.slice(0, 7);

/** A month so many months away. */
export function monthAway(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
