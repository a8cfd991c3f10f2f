import type { Output } from '#shared/contract';

type Rate = Output<'workbench.board'>['rates']['contact'];

/** Groups smaller than this are not shown, so that nobody can be recognised (features A28; default, to be confirmed). */
const smallestGroup = 5;

/** A rate in words: 96.4%; 不足 5 件，不显示; or 还没有. `value` is a share from 0 to 1. */
export function rateText({ value, of, suppressed }: Rate): string {
  if (suppressed) return `不足 ${smallestGroup} 件，不显示`;
  return value === null || of === 0 ? '还没有' : percent(value);
}

/** A share from 0 to 1 as a percentage with at most one decimal. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** The last `days` calendar days in Asia/Shanghai up to `now`, both ends included, as YYYY-MM-DD. */
export function lastDays(days: number, now: Date): { from: string; to: string } {
  const day = (back: number) => new Date(now.getTime() + shanghaiOffsetMs - back * dayMs).toISOString().slice(0, 10);
  return { from: day(days - 1), to: day(0) };
}

/** 2026-11-23 → 11月23日. */
export function dayText(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}
