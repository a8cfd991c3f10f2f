import { type Day, weekdayOf } from '../time/clock';

/**
 * When a market is held (赶场): on last digits of the lunar day (逢二五八: 2, 5, 8, 12 …; 0 stands for 10, 20, 30),
 * on last digits of the solar day, or on weekdays (0 for Sunday). Which one a town keeps is its own custom: data, to be confirmed.
 */
export type MarketRhythm =
  | { readonly kind: 'LUNAR'; readonly digits: readonly number[] }
  | { readonly kind: 'SOLAR'; readonly digits: readonly number[] }
  | { readonly kind: 'WEEKLY'; readonly weekdays: readonly number[] };

/** The day of the lunar month, 1 to 30, of a Shanghai day; undefined where the caller's tables end. */
export type LunarDayOf = (day: Day) => number | undefined;

const digitWords = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const weekdayWords = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Whether the market is held on a day. A lunar rhythm on a day without a lunar date is no market: nothing is guessed. */
export function isMarketDay(day: Day, rhythm: MarketRhythm, lunarDayOf: LunarDayOf): boolean {
  if (rhythm.kind === 'WEEKLY') return rhythm.weekdays.includes(weekdayOf(day));
  const inMonth = rhythm.kind === 'SOLAR' ? Number(day.slice(8, 10)) : lunarDayOf(day);
  return inMonth !== undefined && rhythm.digits.includes(inMonth % 10);
}

/** A rhythm as people say it: 农历逢二、五、八, 公历逢三、六、九, 每周一、四. */
export function rhythmText(rhythm: MarketRhythm): string {
  if (rhythm.kind === 'WEEKLY') return `每周${rhythm.weekdays.map((weekday) => weekdayWords[weekday]).join('、')}`;
  const digits = rhythm.digits.map((digit) => digitWords[digit]).join('、');
  return `${rhythm.kind === 'LUNAR' ? '农历' : '公历'}逢${digits}`;
}
