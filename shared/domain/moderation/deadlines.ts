import { addDays, dayOf, endOfDay, later } from '../time/clock';
import { defaultHours, type WorkCalendar, workdayDeadline } from '../time/workdays';
import { addWorkingMinutes } from '../time/working-time';

/** Office minutes a held piece may wait, and working days an appeal may. Defaults, to be confirmed. */
const holdMinutes = 240;
const appealWorkdays = 3;

/** How long WeChat may take over a picture: it promises 30 minutes. Source: media_check_async. */
export const mediaAnswerMinutes = 40;

/** Until when a piece held at `since` is to be decided. A year without calendar counts a day. */
export function holdDueAt(since: Date, calendar: WorkCalendar): Date {
  const due = addWorkingMinutes(since, holdMinutes, calendar, defaultHours);
  return due.covered ? due.value : later(since, 86_400_000);
}

/** Until when an appeal made at `since` is to be answered. */
export function appealDueAt(since: Date, calendar: WorkCalendar): Date {
  const due = workdayDeadline(since, appealWorkdays, calendar, defaultHours);
  return due.covered ? due.value : endOfDay(addDays(dayOf(since), appealWorkdays + 2));
}

/** When moderators are reminded: half way. */
export const remindAt = (since: Date, dueAt: Date): Date =>
  new Date(since.getTime() + Math.max(0, dueAt.getTime() - since.getTime()) / 2);
