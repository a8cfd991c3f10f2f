import { type Day, dayOf, daysBetween, timeOfDay, weekdayOf } from '../time/clock';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const nearDays: Readonly<Record<number, string>> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };

/** The parts of a day as people name them, each up to (not including) an hour of the Shanghai clock. */
const dayParts = [
  [5, '凌晨'],
  [8, '早上'],
  [12, '上午'],
  [14, '中午'],
  [18, '下午'],
  [24, '晚上'],
] as const;

/** Shanghai clock time, for example 09:05. */
export function timeText(instant: Date): string {
  const minutes = Math.floor(timeOfDay(instant) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 凌晨, 早上, 上午, 中午, 下午 or 晚上. */
export function dayPartText(instant: Date): string {
  const hour = timeOfDay(instant) / 3_600_000;
  return dayParts.find(([until]) => hour < until)?.[1] ?? '晚上';
}

/** A day as people say it: 今天, 明天, 3月5日 周四, and with the year (2027年1月4日 周一) when it is not this one. */
export function dayText(day: Day, now: Date): string {
  const today = dayOf(now);
  const near = nearDays[daysBetween(today, day)];
  if (near) return near;
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${Number(day.slice(0, 4))}年`;
  return `${year}${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${weekdays[weekdayOf(day)]}`;
}

/** An instant as people say it: 今天 15:20, 昨天 08:05, 3月5日 周四 10:00. */
export function momentText(instant: Date, now: Date): string {
  return `${dayText(dayOf(instant), now)} ${timeText(instant)}`;
}

/** An instant without minutes: 明天下午, 3月5日 周四上午. Early hours stay with their calendar day. */
export function roughText(instant: Date, now: Date): string {
  return `${dayText(dayOf(instant), now)}${dayPartText(instant)}`;
}

/** A limit as people say it: a limit at 23:59 is the whole day (12月1日 周二内, 今天内), any other has its time (今天 15:20 前). */
export function limitText(dueAt: Date, now: Date): string {
  const day = dayOf(dueAt);
  if (timeText(dueAt) !== '23:59') return `${momentText(dueAt, now)} 前`;
  return `${dayText(day, now)}内`;
}

/** Time passed as people say it: 刚刚, 5 分钟前, 3 小时前 today, then the day. The future is told as a moment. */
export function agoText(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 0) return momentText(instant, now);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  if (dayOf(instant) === dayOf(now)) return `${Math.floor(minutes / 60)} 小时前`;
  return momentText(instant, now);
}
