import type { Day } from '../time/clock';
import type { InForce, Standing } from './in-force';

/** 2021-01-01 → 2021年1月1日. */
export function dayWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(year)}年${Number(month)}月${Number(date)}日`;
}

/** Since when, and until when, a version is in force. */
export const inForceWords = ({ effectiveFrom, effectiveTo }: InForce): string =>
  effectiveTo === null
    ? `${dayWords(effectiveFrom)}起施行`
    : `${dayWords(effectiveFrom)}至${dayWords(effectiveTo)}有效`;

/** Where a version stands, for a reader. */
export const standingWords: Readonly<Record<Standing, string>> = {
  in_force: '现行有效',
  coming: '还没有施行',
  over: '已经失效',
};
