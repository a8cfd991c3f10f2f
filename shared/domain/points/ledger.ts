/** The accounts of a village that stand opposite the households': what it gives out, the shop, what has expired, and what is on its way. */
export const villageAccounts = ['POOL', 'SHOP', 'EXPIRED', 'TRANSIT'] as const;
export type VillageAccount = (typeof villageAccounts)[number];

/** Why points move. The sign is that of the household's side; a reversal has the opposite of what it reverses. */
export const entryKinds = ['AWARD', 'DEDUCT', 'REDEEM', 'REFUND', 'EXPIRE', 'REVERSAL', 'MOVE_OUT', 'MOVE_IN'] as const;
export type EntryKind = (typeof entryKinds)[number];

const counterOf: Readonly<Record<Exclude<EntryKind, 'REVERSAL'>, { account: VillageAccount; sign: 1 | -1 }>> = {
  AWARD: { account: 'POOL', sign: 1 },
  DEDUCT: { account: 'POOL', sign: -1 },
  REDEEM: { account: 'SHOP', sign: -1 },
  REFUND: { account: 'SHOP', sign: 1 },
  EXPIRE: { account: 'EXPIRED', sign: -1 },
  MOVE_OUT: { account: 'TRANSIT', sign: -1 },
  MOVE_IN: { account: 'TRANSIT', sign: 1 },
};

/** Not more than this in one entry; a move of a whole balance may reach it. Default, to be confirmed. */
export const mostPoints = 100_000;

/** The account on the other side and the household's signed change; undefined when `points` is no whole number from 1 to `mostPoints`. */
export function movementOf(
  kind: Exclude<EntryKind, 'REVERSAL'>,
  points: number,
): { counter: VillageAccount; delta: number } | undefined {
  if (!Number.isInteger(points) || points < 1 || points > mostPoints) return undefined;
  const { account, sign } = counterOf[kind];
  return { counter: account, delta: sign * points };
}

/** How many points of a rule may still be booked for a household this year: its points within the cap, never over it. Whole points, sign of the rule. */
export function pointsWithinCap(rule: { points: number; yearCap: number }, bookedThisYear: number): number {
  const room = Math.max(0, rule.yearCap - Math.abs(bookedThisYear));
  return Math.sign(rule.points) * Math.min(Math.abs(rule.points), room);
}

/** A deduction takes no more than there is: the floor is 0 (domain.md 6.8). */
export const withinBalance = (delta: number, balance: number): number => Math.max(delta, -balance);
