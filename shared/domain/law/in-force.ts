import { addDays, type Day } from '../time/clock';

/** From when to when a version of a law is in force: Shanghai days, both included; null is open. */
export interface InForce {
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
}

/** Where a version stands on a day. */
export type Standing = 'in_force' | 'coming' | 'over';

/** Where a version stands on `day`. */
export function standingOn(day: Day, { effectiveFrom, effectiveTo }: InForce): Standing {
  if (day < effectiveFrom) return 'coming';
  return effectiveTo !== null && effectiveTo < day ? 'over' : 'in_force';
}

/** The version that is in force on `day`; undefined before the first and after a repeal. */
export const versionOn = <T extends InForce>(day: Day, versions: readonly T[]): T | undefined =>
  versions.find((version) => standingOn(day, version) === 'in_force');

/** The version whose text an event of `day` is judged by, else the next that will be in force, else the last that was. */
export function versionToShow<T extends InForce>(day: Day, versions: readonly T[]): T | undefined {
  const sorted = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return versionOn(day, sorted) ?? sorted.find(({ effectiveFrom }) => effectiveFrom > day) ?? sorted.at(-1);
}

/**
 * The last day of each version of one law: the day before the next begins. `from` are the first days in any order; the newest stays open unless it
 * was repealed (`repealed` is the last day of the law).
 */
export function lastDays(from: readonly Day[], repealed: Day | null = null): Map<Day, Day | null> {
  const sorted = [...new Set(from)].sort();
  return new Map(sorted.map((day, index) => [day, nextStart(sorted, index) ?? repealed]));
}

function nextStart(sorted: readonly Day[], index: number): Day | undefined {
  const next = sorted[index + 1];
  return next === undefined ? undefined : addDays(next, -1);
}
