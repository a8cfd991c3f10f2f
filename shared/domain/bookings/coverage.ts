import { coversDay } from '../staffing/posts';
import type { Day } from '../time/clock';

/** A village to be served. */
export interface ServedVillage {
  readonly code: string;
  readonly name: string;
  readonly townCode: string;
}

/** An advisor's time with a village; both days count, an open end is null or absent. */
export interface Appointment {
  readonly advisorId: string;
  readonly firmId: string;
  readonly villageCode: string;
  readonly post: 'PRIMARY' | 'SUBSTITUTE';
  readonly startsOn: Day;
  readonly endsOn?: Day | null;
}

/** A firm's team's time with a town (一所一团队). */
export interface TownTerm {
  readonly firmId: string;
  readonly townCode: string;
  readonly startsOn: Day;
  readonly endsOn?: Day | null;
}

/** What the check looks at. */
export interface CoverageQuery {
  readonly day: Day;
  readonly villages: readonly ServedVillage[];
  readonly appointments: readonly Appointment[];
  readonly townTerms: readonly TownTerm[];
  /** Most villages of one primary advisor; `defaultMostVillages` if absent. */
  readonly mostVillages?: number;
}

/** Most villages one lawyer is primary advisor of. Seen in 杭州 (domain 6.6); default, to be confirmed. */
export const defaultMostVillages = 5;

/** What is missing: `subject` is a village code, a town code or an advisor id, `count` the number found. */
export interface CoverageGap {
  readonly kind: 'NO_PRIMARY' | 'SEVERAL_PRIMARIES' | 'OUTSIDE_TEAM' | 'TOWN_WITHOUT_TEAM' | 'OVER_LOAD';
  readonly subject: string;
  readonly count: number;
  readonly text: string;
}

/** How far the villages are served on a day, with every gap. */
export interface Coverage {
  readonly villages: number;
  readonly covered: number;
  readonly gaps: readonly CoverageGap[];
}

/**
 * Whether every village has exactly one primary advisor of a team that serves its town, every town a team, and nobody too many
 * villages (一村一法律顾问, 一所一团队). Gaps come villages first, then towns, then advisors, each in the order given.
 */
export function coverageOn(query: CoverageQuery): Coverage {
  const inForce = query.appointments.filter((appointment) => coversDay(appointment, query.day));
  const primaries = inForce.filter(({ post }) => post === 'PRIMARY');
  const teams = query.townTerms.filter((term) => coversDay(term, query.day));
  const known = new Set(query.villages.map(({ code }) => code));
  const primariesOf = groupBy(primaries, ({ villageCode }) => villageCode);
  return {
    villages: query.villages.length,
    covered: query.villages.filter(({ code }) => primariesOf.has(code)).length,
    gaps: [
      ...query.villages.flatMap((village) => villageGaps(village, primariesOf.get(village.code) ?? [], teams)),
      ...townGaps(query.villages, teams),
      ...loadGaps(
        primaries.filter(({ villageCode }) => known.has(villageCode)),
        query.mostVillages ?? defaultMostVillages,
      ),
    ],
  };
}

function villageGaps(
  { code, name, townCode }: ServedVillage,
  primaries: readonly Appointment[],
  teams: readonly TownTerm[],
): readonly CoverageGap[] {
  const count = primaries.length;
  if (count === 0) return [{ kind: 'NO_PRIMARY', subject: code, count, text: `${name}还没有法律顾问` }];
  if (count > 1)
    return [{ kind: 'SEVERAL_PRIMARIES', subject: code, count, text: `${name}同时有 ${count} 名主责法律顾问` }];
  const isOutside = primaries.some(
    ({ firmId }) => !teams.some((team) => team.firmId === firmId && team.townCode === townCode),
  );
  return isOutside
    ? [{ kind: 'OUTSIDE_TEAM', subject: code, count, text: `${name}的法律顾问不在服务本镇街的律师团队里` }]
    : [];
}

function townGaps(villages: readonly ServedVillage[], teams: readonly TownTerm[]): readonly CoverageGap[] {
  const served = new Set(teams.map(({ townCode }) => townCode));
  return [...groupBy(villages, ({ townCode }) => townCode)].flatMap(([townCode, { length }]) =>
    served.has(townCode)
      ? []
      : [
          {
            kind: 'TOWN_WITHOUT_TEAM',
            subject: townCode,
            count: length,
            text: `这个镇街的 ${length} 个村（社区）没有律师团队`,
          },
        ],
  );
}

function loadGaps(primaries: readonly Appointment[], most: number): readonly CoverageGap[] {
  return [...groupBy(primaries, ({ advisorId }) => advisorId)].flatMap(([advisorId, appointments]) => {
    const count = new Set(appointments.map(({ villageCode }) => villageCode)).size;
    const text = `一人担任 ${count} 个村（社区）的法律顾问，超过 ${most} 个`;
    return count > most ? [{ kind: 'OVER_LOAD', subject: advisorId, count, text }] : [];
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
