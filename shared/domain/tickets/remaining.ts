import { dayMs, dayOf, hourMs, minuteMs } from '../time/clock';
import { type WorkCalendar, workdaysBetween } from '../time/workdays';

/** What is left of a clock, in the unit people would use. `value` is at least 1. */
export interface Remaining {
  readonly kind: 'workdays' | 'hours' | 'minutes';
  readonly value: number;
  readonly overdue: boolean;
}

const unitWords = { workdays: '个工作日', hours: '小时', minutes: '分钟' } as const;

/**
 * What is left until a limit, or how far it is passed. Working days as soon as one lies between (for what is passed: from 24 hours on),
 * else hours, under one hour minutes. `clock` is natural for P0 and P1, which are told in hours. A year the calendar does not cover is told in hours too.
 */
export function remaining(now: Date, dueAt: Date, clock: 'natural' | 'working', calendar: WorkCalendar): Remaining {
  const overdue = now > dueAt;
  const distance = Math.abs(dueAt.getTime() - now.getTime());
  if (clock === 'working' && (!overdue || distance >= dayMs)) {
    const [from, to] = overdue ? [dueAt, now] : [now, dueAt];
    const days = workdaysBetween(dayOf(from), dayOf(to), calendar);
    if (days.covered && days.value > 0) return { kind: 'workdays', value: days.value, overdue };
  }
  if (distance >= hourMs) return { kind: 'hours', value: Math.floor(distance / hourMs), overdue };
  return { kind: 'minutes', value: Math.max(1, Math.floor(distance / minuteMs)), overdue };
}

/** The same in Chinese: 还剩 2 个工作日, 超期 3 小时. */
export function remainingText({ kind, value, overdue }: Remaining): string {
  return `${overdue ? '超期' : '还剩'} ${value} ${unitWords[kind]}`;
}
