import { addDays, type Day } from '../time/clock';
import { type Availability, type BookingLimits, type Hours, manners } from './availability';

/** Why an availability is refused; each is a code of the failure catalogue. */
export type AvailabilityReason =
  | 'availability_day_invalid'
  | 'availability_hours_invalid'
  | 'availability_hours_overlap'
  | 'availability_village_missing'
  | 'availability_market_invalid'
  | 'availability_leave_invalid'
  | 'availability_limits_invalid';

/** One thing wrong. `where` names it like a form field: `weekly.2`, `overrides.0.hours.1`, `limits.dailyLimit`. */
export interface AvailabilityProblem {
  readonly reason: AvailabilityReason;
  readonly where: string;
}

type At<T> = readonly [where: string, value: T];

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: not 2026-02-30, not 2026-13-01. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}

/** Everything wrong with what an advisor entered, in the order of the form; empty when it can be used. */
export function availabilityProblems(availability: Availability): readonly AvailabilityProblem[] {
  const { weekly, overrides, onSiteDays, markets, leave, limits } = availability;
  const weeklyAt = weekly.map((hours, index): At<(typeof weekly)[number]> => [`weekly.${index}`, hours]);
  const onSiteAt = onSiteDays.map(
    (onSite, index): At<Hours & { day: Day }> => [`onSiteDays.${index}`, { ...onSite, manner: 'ONSITE' }],
  );
  return [
    ...weeklyAt.flatMap(([where, hours]) => [
      ...hoursProblems(where, hours),
      ...problem(!isOneOf(hours.weekday, 0, 6), 'availability_day_invalid', where),
    ]),
    ...overlapProblems(weeklyAt, ({ weekday }) => String(weekday)),
    ...overrides.flatMap(({ day, hours }, index) => {
      const hoursAt = hours.map((one, place): At<Hours> => [`overrides.${index}.hours.${place}`, one]);
      const isRepeated = overrides.findIndex((other) => other.day === day) < index;
      return [
        ...problem(!isDay(day) || isRepeated, 'availability_day_invalid', `overrides.${index}`),
        ...hoursAt.flatMap(([where, one]) => hoursProblems(where, one)),
        ...overlapProblems(hoursAt, () => day),
      ];
    }),
    ...onSiteAt.flatMap(([where, onSite]) => [
      ...problem(!isDay(onSite.day), 'availability_day_invalid', where),
      ...hoursProblems(where, onSite),
    ]),
    ...overlapProblems(onSiteAt, ({ day }) => day),
    ...markets.flatMap(({ rhythm, ...hours }, index) => {
      const numbers = rhythm.kind === 'WEEKLY' ? rhythm.weekdays : rhythm.digits;
      const isMeant = numbers.length > 0 && numbers.every((n) => isOneOf(n, 0, rhythm.kind === 'WEEKLY' ? 6 : 9));
      return [
        ...problem(!isMeant, 'availability_market_invalid', `markets.${index}`),
        ...hoursProblems(`markets.${index}`, { ...hours, manner: 'ONSITE' }),
      ];
    }),
    ...leave.flatMap(({ from, to }, index) => problem(!(from < to), 'availability_leave_invalid', `leave.${index}`)),
    ...limitProblems(limits),
  ];
}

function limitProblems(limits: BookingLimits): readonly AvailabilityProblem[] {
  const bounds: readonly (readonly [where: string, value: number, least: number, most: number])[] = [
    ...manners.map((manner) => [`slotMinutes.${manner}`, limits.slotMinutes[manner], 10, 240] as const),
    ['bufferBefore', limits.bufferBefore, 0, 120],
    ['bufferAfter', limits.bufferAfter, 0, 120],
    ['minimumNotice', limits.minimumNotice, 0, 10_080],
    ['windowDays', limits.windowDays, 1, 90],
    ['dailyLimit', limits.dailyLimit, 1, 48],
  ];
  return bounds.flatMap(([where, value, least, most]) =>
    problem(!isOneOf(value, least, most), 'availability_limits_invalid', `limits.${where}`),
  );
}

function hoursProblems(where: string, { from, to, manner, villageCode }: Hours): readonly AvailabilityProblem[] {
  return [
    ...problem(!isOneOf(from, 0, 1440) || !isOneOf(to, 0, 1440) || from >= to, 'availability_hours_invalid', where),
    ...problem((manner === 'ONSITE') !== Boolean(villageCode), 'availability_village_missing', where),
  ];
}

function overlapProblems<T extends Hours>(hours: readonly At<T>[], dayOf: (hours: T) => string) {
  return hours.flatMap(([where, one], index) => {
    const isTaken = hours.slice(0, index).some(([, other]) => dayOf(other) === dayOf(one) && meet(one, other));
    return problem(isTaken, 'availability_hours_overlap', where);
  });
}

function meet(a: Hours, b: Hours): boolean {
  return a.from < b.to && b.from < a.to;
}

function isOneOf(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && least <= value && value <= most;
}

function problem(isWrong: boolean, reason: AvailabilityReason, where: string): readonly AvailabilityProblem[] {
  return isWrong ? [{ reason, where }] : [];
}
