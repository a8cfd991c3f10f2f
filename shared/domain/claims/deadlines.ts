import { addDays, dayMs, dayOf, endOfDay } from '../time/clock';
import { addWorkdays, defaultHours, type WorkCalendar, workdayDeadline } from '../time/workdays';
import type { ClaimState } from './lifecycle';

/** Notice lasts seven days (features.md D5). */
const noticeDays = 7;

/** Working days to look at what a family brings, and to judge it. Default, to be confirmed. */
const workdays: Partial<Record<ClaimState, number>> = { PROPOSED: 3, REVIEW: 5 };

/** Deeds older than this many days are not taken up any more. Default, to be confirmed. */
export const oldestDays = 60;

/** The share of a stage after which those who have it are reminded. Default, to be confirmed. */
const warnShare = 0.8;

/** What the clock of a claim says next: a reminder, the end of voting or of waiting, or that the notice is over. */
export type ClaimAlarm = 'WARN' | 'OVER' | 'BOOK';

/** The end of so many days after `since`; one that falls on a day off moves to the first working day after it (domain.md 3). */
export function daysEnd(since: Date, days: number, calendar: WorkCalendar): Date {
  const last = addDays(dayOf(since), days);
  const rolled = addWorkdays(last, 0, calendar);
  return endOfDay(rolled.covered ? rolled.value : last);
}

/** The end of so many working days after `since`; a year without calendar counts two more days a week. */
export function workdaysEnd(since: Date, count: number, calendar: WorkCalendar): Date {
  const due = workdayDeadline(since, count, calendar, defaultHours);
  return due.covered ? due.value : endOfDay(addDays(dayOf(since), count + 2 * Math.ceil(count / 5)));
}

/** Until when a stage that begins at `since` lasts; null where no clock runs. */
export function claimDueAt(state: ClaimState, since: Date, calendar: WorkCalendar): Date | null {
  if (state === 'NOTICE') return daysEnd(since, noticeDays, calendar);
  const count = workdays[state];
  return count ? workdaysEnd(since, count, calendar) : null;
}

/** When the clock of a stage speaks next, and what it says. `said` is what it has said already. */
export function claimAlarm(
  state: ClaimState,
  since: Date,
  dueAt: Date | null,
  said?: ClaimAlarm,
): { alarmAt: Date | null; alarmKind: ClaimAlarm | null } {
  if (!dueAt || said === 'OVER') return { alarmAt: null, alarmKind: null };
  if (state === 'NOTICE') return { alarmAt: dueAt, alarmKind: 'BOOK' };
  if (said === 'WARN') return { alarmAt: dueAt, alarmKind: 'OVER' };
  return { alarmAt: new Date(since.getTime() + (dueAt.getTime() - since.getTime()) * warnShare), alarmKind: 'WARN' };
}

/** Whether a deed of this day may be entered today: not in the future, not older than sixty days. Days in Shanghai. */
export const isDayInTime = (happenedOn: string, now: Date): boolean =>
  happenedOn <= dayOf(now) && happenedOn >= dayOf(new Date(now.getTime() - oldestDays * dayMs));
