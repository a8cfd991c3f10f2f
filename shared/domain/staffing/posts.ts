import type { Day } from '../time/clock';

/** One person's time on a post; both days count. An open end is null or absent. */
export interface PostTerm {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly placeCode: string;
  readonly startsOn: Day;
  readonly endsOn?: Day | null;
}

/** Whether a term covers a Shanghai day. */
export function coversDay({ startsOn, endsOn }: Pick<PostTerm, 'startsOn' | 'endsOn'>, day: Day): boolean {
  return startsOn <= day && (!endsOn || day <= endsOn);
}

/** Who holds a post in a place on a day: of several the one who came last; undefined while it is vacant. */
export function holderOn<T extends PostTerm>(
  terms: readonly T[],
  kind: string,
  placeCode: string,
  day: Day,
): T | undefined {
  return terms
    .filter((term) => term.kind === kind && term.placeCode === placeCode && coversDay(term, day))
    .sort((a, b) => (a.startsOn === b.startsOn ? order(a.id, b.id) : order(b.startsOn, a.startsOn)))[0];
}

/** The places of a list whose post nobody holds on a day, in the order given. */
export function vacantPlaces(
  placeCodes: readonly string[],
  terms: readonly PostTerm[],
  kind: string,
  day: Day,
): readonly string[] {
  const held = new Set(terms.filter((term) => term.kind === kind && coversDay(term, day)).map((t) => t.placeCode));
  return placeCodes.filter((code) => !held.has(code));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
