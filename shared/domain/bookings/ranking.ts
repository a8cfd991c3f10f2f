/** Anything with a total out of 100, undefined where nothing was assessed. */
export interface Ranked {
  readonly id: string;
  readonly total: number | undefined;
}

/** Highest total first with places as in sport (1, 2, 2, 4); those without a total come last without a place. Equal ones go by id. */
export function ranking<T extends Ranked>(
  scored: readonly T[],
): readonly (T & { readonly place: number | undefined })[] {
  const sorted = scored.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1) || (a.id < b.id ? -1 : 1));
  return sorted.map((one) => ({
    ...one,
    place: one.total === undefined ? undefined : sorted.findIndex(({ total }) => total === one.total) + 1,
  }));
}

/** The total of a firm or town: the mean of its advisors' totals to one decimal, each counting the same; undefined without any. */
export function groupTotal(totals: readonly (number | undefined)[]): number | undefined {
  const known = totals.filter((total) => total !== undefined);
  if (known.length === 0) return undefined;
  return Math.round((known.reduce((sum, total) => sum + total, 0) / known.length) * 10) / 10;
}
