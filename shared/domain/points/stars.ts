/** Star levels of a household by its points of the year, what it has taken from the shop included, the highest first. Default, to be confirmed (domain.md 6.8). */
export const starLevels = [
  { stars: 5, from: 160 },
  { stars: 4, from: 140 },
  { stars: 3, from: 120 },
  { stars: 2, from: 100 },
  { stars: 1, from: 80 },
] as const;

/** How many stars a balance has, 0 to 5, and what the next level needs; `missing` is 0 at the top. */
export function starsOf(balance: number): { stars: number; next: number; missing: number } {
  const stars = starLevels.find(({ from }) => balance >= from)?.stars ?? 0;
  const next = [...starLevels].reverse().find(({ from }) => balance < from);
  return { stars, next: next?.stars ?? stars, missing: next ? next.from - balance : 0 };
}
