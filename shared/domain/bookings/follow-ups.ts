import { addDays, type Day, dayMs, hourMs, instantAt, later } from '../time/clock';

/** A task may lie this many days ahead. Default, to be confirmed. */
const farthestDays = 365;
/** On the day it is due the advisor is reminded at nine in the morning. Default, to be confirmed. */
const remindAt = 9 * hourMs;
/** Not more tasks than this hang on one talk. Default, to be confirmed. */
export const mostFollowUps = 10;

/** Whether a task may be due on this day (Asia/Shanghai): from today up to a year ahead. */
export const mayBeDue = (dueOn: Day, today: Day): boolean => today <= dueOn && dueOn <= addDays(today, farthestDays);

/** When the advisor is reminded of a task: nine o'clock of its day; for one of today that is noted later, at once. */
export function followUpAlarm(dueOn: Day, now: Date): Date {
  const at = instantAt(dueOn, remindAt);
  return at < now ? now : at;
}

/** When an advisor is reminded again of a task that stays undone: a week after the last time. Default, to be confirmed. */
export const nextFollowUpAlarm = (last: Date): Date => later(last, 7 * dayMs);
