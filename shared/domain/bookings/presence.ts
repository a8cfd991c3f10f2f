import { coversDay } from '../staffing/posts';
import { addDays, type Day, dayOf, daysBetween, instantAt } from '../time/clock';
import { minutesOf, type Span } from './availability';

/** A calendar month in Shanghai, `YYYY-MM`. */
export type Month = string;

/** One visit on site as it was signed; `signedOutAt` is absent when nobody signed out, and then nothing of it counts. */
export interface Visit {
  readonly villageCode: string;
  readonly signedInAt: Date;
  readonly signedOutAt?: Date | null;
}

/** A village an advisor serves from one day to another, both included; an open end is null or absent. */
export interface VillageTerm {
  readonly villageCode: string;
  readonly startsOn: Day;
  readonly endsOn?: Day | null;
}

/** What was done in one village in one month: minutes on site and the days they fall on. */
export interface Presence {
  readonly villageCode: string;
  readonly month: Month;
  readonly minutes: number;
  readonly days: number;
}

/** A village counts in a month in which it was served at least so many days. Default, to be confirmed. */
const fewestDaysServed = 15;

/** The stretch of a month, from its first Shanghai midnight to that of the next. */
export function monthSpan(month: Month): Span {
  const first = `${month}-01`;
  return { from: instantAt(first, 0), to: instantAt(firstOfNext(first), 0) };
}

/** The last month of the quarter a month lies in: 2026-10 → 2026-12. */
export function quarterEnd(month: Month): Month {
  return `${month.slice(0, 5)}${String(Math.ceil(Number(month.slice(5)) / 3) * 3).padStart(2, '0')}`;
}

/** The three months of the quarter a month lies in, in order. */
export function quarterMonths(month: Month): readonly Month[] {
  const end = Number(quarterEnd(month).slice(5));
  return [end - 2, end - 1, end].map((number) => `${month.slice(0, 5)}${String(number).padStart(2, '0')}`);
}

/** The villages that count in a month: served for 15 days of it or more. */
export function villagesIn(month: Month, terms: readonly VillageTerm[]): readonly string[] {
  const first = `${month}-01`;
  const days = Array.from({ length: daysBetween(first, firstOfNext(first)) }, (_, index) => addDays(first, index));
  const villages = [...new Set(terms.map(({ villageCode }) => villageCode))];
  return villages.filter((code) => {
    const mine = terms.filter(({ villageCode }) => villageCode === code);
    return days.filter((day) => mine.some((term) => coversDay(term, day))).length >= fewestDaysServed;
  });
}

/** Minutes and days on site for each village and month that count. Visits that overlap are counted once; one over the turn of the month counts in both. */
export function presenceOf(
  months: readonly Month[],
  terms: readonly VillageTerm[],
  visits: readonly Visit[],
): readonly Presence[] {
  return months.flatMap((month) =>
    villagesIn(month, terms).map((villageCode) => {
      const spans = visits.flatMap((visit) =>
        visit.villageCode === villageCode ? within(visit, monthSpan(month)) : [],
      );
      const minutes = merged(spans).reduce((sum, span) => sum + minutesOf(span), 0);
      return { villageCode, month, minutes, days: new Set(spans.map(({ from }) => dayOf(from))).size };
    }),
  );
}

function within({ signedInAt, signedOutAt }: Visit, bounds: Span): readonly Span[] {
  if (!signedOutAt) return [];
  const from = new Date(Math.max(signedInAt.getTime(), bounds.from.getTime()));
  const to = new Date(Math.min(signedOutAt.getTime(), bounds.to.getTime()));
  return from < to ? [{ from, to }] : [];
}

function merged(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = whole.at(-1);
    if (!last || last.to < span.from) whole.push(span);
    else if (last.to < span.to) whole[whole.length - 1] = { from: last.from, to: span.to };
  }
  return whole;
}

function firstOfNext(firstOfMonth: Day): Day {
  return `${addDays(firstOfMonth, 31).slice(0, 7)}-01`;
}
