import { addDays, dayOf, endOfDay } from '../time/clock';
import { defaultHours, type WorkCalendar, workdayDeadline } from '../time/workdays';
import type { TopicStatus } from './lifecycle';

/**
 * How long a stage lasts. Review 3 working days and notice 3 days are the process of domain 6.7; the other limits are defaults, to be confirmed.
 * Notice is at least three whole days, so it ends with the third day after it began.
 */
const limits: Partial<Record<TopicStatus, { workdays: number } | { days: number }>> = {
  RAISED: { days: 30 },
  SENT_BACK: { days: 15 },
  REVIEW: { workdays: 3 },
  NOTICE: { days: 3 },
  DISCUSS: { days: 15 },
  DECIDE: { days: 7 },
  CARRY_OUT: { days: 60 },
  JUDGE: { days: 15 },
};

/** An extension gives this many days, once a stage. Default, to be confirmed. */
export const extensionDays = 7;

/** Until when a stage that begins at `since` is to be over; null where no clock runs. A year without calendar counts days. */
export function stageDueAt(status: TopicStatus, since: Date, calendar: WorkCalendar): Date | null {
  const limit = limits[status];
  if (!limit) return null;
  const inDays = (count: number) => endOfDay(addDays(dayOf(since), count));
  if ('days' in limit) return inDays(limit.days);
  const due = workdayDeadline(since, limit.workdays, calendar, defaultHours);
  return due.covered ? due.value : inDays(limit.workdays + 2);
}

/** What the clock says and when: yellow at four fifths, red at the end; the end of notice opens the talk, the end of collecting closes the topic. */
export function topicAlarm(
  status: TopicStatus,
  since: Date,
  dueAt: Date | null,
  said?: 'WARN' | null,
): { alarmAt: Date | null; alarmKind: 'WARN' | 'OVERDUE' | 'OPEN' | 'LAPSE' | null } {
  // The judging ends by itself.
  if (!dueAt || status === 'JUDGE') return { alarmAt: null, alarmKind: null };
  if (status === 'NOTICE') return { alarmAt: dueAt, alarmKind: 'OPEN' };
  if (!said) {
    const warnAt = new Date(since.getTime() + (dueAt.getTime() - since.getTime()) * warnShare);
    return { alarmAt: warnAt, alarmKind: 'WARN' };
  }
  return { alarmAt: dueAt, alarmKind: status === 'RAISED' || status === 'SENT_BACK' ? 'LAPSE' : 'OVERDUE' };
}

/** The share of a stage after which its owner is warned. Default, to be confirmed. */
const warnShare = 0.8;
