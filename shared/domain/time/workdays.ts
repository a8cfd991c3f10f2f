import { addDays, type Day, dayOf, endOfDay, instantAt, minuteMs, timeOfDay, weekdayOf } from './clock';

/** One year as the State Council published it (official) or as the statute alone gives it, without 调休 (provisional). */
export interface CalendarYear {
  readonly status: 'official' | 'provisional';
  readonly holidays: Readonly<Record<Day, string>>;
  readonly workdays: Readonly<Record<Day, string>>;
}

/** The working calendar, keyed by four-digit year. A year that is not in it is not covered, and nothing is guessed about it. */
export interface WorkCalendar {
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** One stretch of office time, in minutes after Shanghai midnight. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Office time of a working day in order, without overlap. */
export type WorkingHours = readonly Interval[];

/** 08:30-12:00 and 14:00-17:30. Default, to be confirmed. */
export const defaultHours: WorkingHours = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
];

/** The calendar says nothing about this year, so there is no answer. */
export interface Uncovered {
  readonly covered: false;
  readonly year: string;
}

/** An answer from the calendar; `provisional` when a year without its official notice was used. */
export type Counted<T> = { readonly covered: true; readonly value: T; readonly provisional: boolean } | Uncovered;

/** Whether a day is worked: 调休 first, then holidays, then the week. */
export function isWorkday(day: Day, calendar: WorkCalendar): Counted<boolean> {
  const year = calendar.years[day.slice(0, 4)];
  if (!year) return { covered: false, year: day.slice(0, 4) };
  const weekday = weekdayOf(day);
  const worked = day in year.workdays || (!(day in year.holidays) && weekday !== 0 && weekday !== 6);
  return { covered: true, value: worked, provisional: year.status === 'provisional' };
}

/** The working day `count` after a day (the day itself is not counted); 0 gives the day itself if it is worked, else the next one that is. */
export function addWorkdays(day: Day, count: number, calendar: WorkCalendar): Counted<Day> {
  let current = count === 0 ? day : addDays(day, 1);
  let left = Math.max(count, 1);
  let provisional = false;
  for (;;) {
    const today = isWorkday(current, calendar);
    if (!today.covered) return today;
    provisional ||= today.provisional;
    if (today.value) left -= 1;
    if (left === 0) return { covered: true, value: current, provisional };
    current = addDays(current, 1);
  }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workdaysBetween(from: Day, to: Day, calendar: WorkCalendar): Counted<number> {
  let value = 0;
  let provisional = false;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const today = isWorkday(day, calendar);
    if (!today.covered) return today;
    provisional ||= today.provisional;
    if (today.value) value += 1;
  }
  return { covered: true, value, provisional };
}

/**
 * Day 0 of a receipt: the day itself, or the next working day when it came after office hours (17:30) or on a day off.
 * Default, to be confirmed (domain 3).
 */
export function receiptDay(receivedAt: Date, calendar: WorkCalendar, hours: WorkingHours): Counted<Day> {
  const day = dayOf(receivedAt);
  const closing = (hours[hours.length - 1]?.to ?? 1440) * minuteMs;
  const today = isWorkday(day, calendar);
  if (today.covered && today.value && timeOfDay(receivedAt) > closing) return addWorkdays(day, 1, calendar);
  return addWorkdays(day, 0, calendar);
}

/** The deadline of a limit in working days: 23:59:59 of the `count`-th working day after day 0. */
export function workdayDeadline(
  receivedAt: Date,
  count: number,
  calendar: WorkCalendar,
  hours: WorkingHours,
): Counted<Date> {
  const start = receiptDay(receivedAt, calendar, hours);
  if (!start.covered) return start;
  const due = addWorkdays(start.value, count, calendar);
  if (!due.covered) return due;
  return { covered: true, value: endOfDay(due.value), provisional: start.provisional || due.provisional };
}

/** The office stretches of one day as pairs of instants. */
export function intervalsOf(day: Day, hours: WorkingHours): readonly { from: Date; to: Date }[] {
  return hours.map(({ from, to }) => ({ from: instantAt(day, from * minuteMs), to: instantAt(day, to * minuteMs) }));
}
