import { distanceMetres, type Point } from '../geo/distance';

/** What two reports are compared by. `text` is the resident's own words. */
export interface Report {
  readonly category: string;
  readonly text: string;
  readonly point?: Point | null;
  readonly villageCode?: string | null;
  readonly receivedAt: Date;
}

/** A possible duplicate: `score` from 0 to 1, `similarity` of the words, `metres` when both places are known. */
export interface Duplicate<T> {
  readonly candidate: T;
  readonly score: number;
  readonly similarity: number;
  readonly metres: number | undefined;
}

/** The limits of the search. Defaults, to be confirmed. */
export const duplicateLimits = { metres: 500, days: 30, similarity: 0.15, nearBoost: 0.3, shown: 3 } as const;

const dayMs = 86_400_000;
const noise = /[\s\p{P}\p{S}]/gu;

/** Counts of the two- and three-character pieces of a text, punctuation and spaces left out. */
export function gramsOf(text: string): ReadonlyMap<string, number> {
  const characters = Array.from(text.toLowerCase().replace(noise, ''));
  const grams = new Map<string, number>();
  for (const size of [2, 3]) {
    for (let start = 0; start + size <= characters.length; start += 1) {
      const gram = characters.slice(start, start + size).join('');
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
  }
  return grams;
}

/** Likeness of two texts from 0 to 1: the cosine of their piece counts; 0 when one has no pieces. */
export function textSimilarity(a: string, b: string): number {
  return cosine(gramsOf(a), gramsOf(b));
}

/**
 * Earlier reports that may be the same matter, best first, at most three: same category, at most 30 days old, at most 500 m away (same village
 * where a pin is missing), and alike in words. Nearness raises the score. Equal scores keep the earlier report first.
 */
export function findDuplicates<T extends Report>(report: Report, earlier: readonly T[]): readonly Duplicate<T>[] {
  const grams = gramsOf(report.text);
  return earlier
    .flatMap((candidate) => {
      const metres = nearness(report, candidate);
      if (candidate.category !== report.category || metres === 'apart' || !isRecent(report, candidate)) return [];
      const similarity = cosine(grams, gramsOf(candidate.text));
      if (similarity < duplicateLimits.similarity) return [];
      const closeness = metres === undefined ? 0 : 1 - metres / duplicateLimits.metres;
      const score = (similarity + duplicateLimits.nearBoost * closeness) / (1 + duplicateLimits.nearBoost);
      return [{ candidate, score, similarity, metres }];
    })
    .sort((a, b) => b.score - a.score || a.candidate.receivedAt.getTime() - b.candidate.receivedAt.getTime())
    .slice(0, duplicateLimits.shown);
}

function isRecent(report: Report, candidate: Report): boolean {
  const age = report.receivedAt.getTime() - candidate.receivedAt.getTime();
  return age >= 0 && age <= duplicateLimits.days * dayMs;
}

function nearness(report: Report, candidate: Report): number | undefined | 'apart' {
  if (report.point && candidate.point) {
    const metres = distanceMetres(report.point, candidate.point);
    return metres <= duplicateLimits.metres ? metres : 'apart';
  }
  return report.villageCode && report.villageCode === candidate.villageCode ? undefined : 'apart';
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [gram, count] of a) dot += count * (b.get(gram) ?? 0);
  return dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(squares(a) * squares(b)));
}

function squares(grams: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of grams.values()) sum += count * count;
  return sum;
}
