import { cued } from './cued';
import type { Day, DayWords } from './days';
import { festivalDayIn, lunarDayIn } from './lunar-words';
import { numberOf, numeralClass } from './numbers';

const dayMs = 86_400_000;

/** The day it is in Asia/Shanghai (UTC+8 all year) at an instant. */
export function chinaDay(now: Date): Day {
  return Math.floor((now.getTime() + 8 * 3_600_000) / dayMs);
}

function dayOf(year: number, month: number, day: number): Day {
  return Math.floor(Date.UTC(year, month - 1, day) / dayMs);
}

/** ISO 8601 instant with +08:00 of a day and seconds of that day. */
export function isoOf(day: Day, seconds: number): string {
  return `${new Date(day * dayMs + seconds * 1000).toISOString().slice(0, 19)}+08:00`;
}

const relative: readonly (readonly [RegExp, number])[] = [
  [/大后天|大后儿/, 3],
  [/后天|后儿个?|后日/, 2],
  [/明天|明儿个?|明日|明(?=早|晚)|第二天/, 1],
  [/大前天/, -3],
  [/前天|前儿个?/, -2],
  [/昨天|昨儿个?|昨日|昨(?=晚|夜)/, -1],
  [/今天|今儿个?|今日|今(?=晚|早|夜)/, 0],
];
const anyRelative = cued(/[今明后前昨二]/);
const week = cued(/(下下|下|这|本|上上|上)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天1-7])/);
const weekend = cued(/(下下|下|这|本)?(?:个)?(?:周末)/);
const monthDay = cued(
  /(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?)(\d{1,2}|[一二三四五六七八九十]{1,3})(?:号|日)?/,
);
const dayOnly = cued(
  /(?:(下个?月|这个?月|本月|上个?月)|(?<![\d月第]))(\d{1,2}|[一二三四五六七八九十]{1,3})(?:号|日)(?![楼栋院线码门铺])/,
);
const isoDate = cued(/(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})/);
const later = cued(new RegExp(`([${numeralClass}]{1,3}|半)(?:个)?(天|星期|礼拜|周|月)(?:以|之|过)?后`));
const passing = cued(/过(?:个)?(两|几|三|一)(天|日)/);
const thesedays = cued(/这(?:两|几)天/);
const monthEdge = cued(/(下个?月|这个?月|本月)?(?:的)?(月底|月末|月初|月中)|(下个月|下月|这个月|本月)(底|末|初|中)/);
const wholeWeek = cued(/(下下|下|这|本)(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末\d])/);
const wholeMonth = cued(/(下下|下|这|本)(?:个)?月(?![\d一二三四五六七八九十底末初中])/);
const yearEnd = cued(/(?:今年|明年)?(年底|年末|年前|年后|过年)(?!的时候就|就|以来|开始)/);
const within = cued(
  /(?:在)?(?:(?<![第\d])([一二两三四五六七八九十\d]{1,3})(?:个)?(天|日|星期|礼拜|周|工作日))(?:之内|以内|内)|(?:这|本)(?:周|星期|礼拜)(?:之内|以内|内)/,
);
const weekdays = '一二三四五六日';

function monthOf(today: Day, offset: number): { year: number; month: number; last: number; day: number } {
  const date = new Date(today * dayMs);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1));
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  return { year, month, last: new Date(Date.UTC(year, month, 0)).getUTCDate(), day: date.getUTCDate() };
}

function monthOffset(word: string | undefined): number {
  return word?.startsWith('下') ? 1 : word?.startsWith('上') ? -1 : 0;
}

function weekdayOf(word: string): number {
  if (word === '天' || word === '7') return 6;
  return /\d/.test(word) ? Number(word) - 1 : weekdays.indexOf(word);
}

function weekIn(text: string, today: Day): DayWords | undefined {
  const hit = week.exec(text);
  const monday = today - ((today + 3) % 7);
  if (!hit) {
    const end = weekend.exec(text);
    if (!end) return undefined;
    const shift = end[1] === '下' ? 7 : end[1] === '下下' ? 14 : 0;
    return { text: end[0], index: end.index, from: monday + 5 + shift, to: monday + 6 + shift };
  }
  const target = monday + weekdayOf(hit[2] ?? '一');
  const shift = { 下: 7, 下下: 14, 上: -7, 上上: -14, 这: 0, 本: 0 }[hit[1] ?? ''];
  const from = shift === undefined ? (target < today ? target + 7 : target) : target + shift;
  return { text: hit[0], index: hit.index, from };
}

function calendarIn(text: string, today: Day): DayWords | undefined {
  const iso = isoDate.exec(text);
  if (iso) return { text: iso[0], index: iso.index, from: dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) };
  const full = monthDay.exec(text);
  const month = numberOf(full?.[1] ?? '');
  const inMonth = numberOf(full?.[2] ?? '');
  if (full && month && inMonth && month <= 12 && inMonth <= 31) {
    const year = new Date(today * dayMs).getUTCFullYear();
    const from = dayOf(year, month, inMonth);
    return { text: full[0], index: full.index, from: from < today ? dayOf(year + 1, month, inMonth) : from };
  }
  const only = dayOnly.exec(text);
  const day = numberOf(only?.[2] ?? '');
  if (!only || !day || day > 31) return undefined;
  const here = monthOf(today, monthOffset(only[1]));
  const over = only[1] === undefined && day < here.day;
  const target = over ? monthOf(today, 1) : here;
  if (day > target.last) return undefined;
  return { text: only[0], index: only.index, from: dayOf(target.year, target.month, day) };
}

function vagueIn(text: string, today: Day): DayWords | undefined {
  const edge = monthEdge.exec(text);
  if (edge) {
    const target = monthOf(today, monthOffset(edge[1] ?? edge[3]));
    const word = edge[2] ?? edge[4] ?? '底';
    const [from, to] = /初/.test(word) ? [1, 5] : /中/.test(word) ? [13, 17] : [target.last - 4, target.last];
    const at = (day: number) => dayOf(target.year, target.month, day);
    return { text: edge[0], index: edge.index, from: at(from), to: at(to), ambiguous: true };
  }
  const after = later.exec(text);
  if (after) {
    const count = after[1] === '半' ? 0.5 : (numberOf(after[1] ?? '') ?? 1);
    const from = today + Math.round(count * (after[2] === '天' ? 1 : after[2] === '月' ? 30 : 7));
    return { text: after[0], index: after.index, from, ...(after[2] === '月' ? { ambiguous: true } : {}) };
  }
  const soon = passing.exec(text);
  if (soon) {
    const count = soon[1] === '几' ? 3 : (numberOf(soon[1] ?? '') ?? 2);
    return { text: soon[0], index: soon.index, from: today + count, to: today + count + 1, ambiguous: true };
  }
  const near = thesedays.exec(text);
  if (near) return { text: near[0], index: near.index, from: today, to: today + 2, ambiguous: true };
  return wideIn(text, today);
}

/** Whole weeks and months, the end of the year and the new year: spans that the dialogue narrows down. */
function wideIn(text: string, today: Day): DayWords | undefined {
  const span = (hit: RegExpExecArray, from: Day, to: Day): DayWords => ({
    text: hit[0],
    index: hit.index,
    from: Math.max(from, today),
    to,
    ambiguous: true,
  });
  const inTime = within.exec(text);
  if (inTime) {
    const sunday = today - ((today + 3) % 7) + 6;
    const count = numberOf(inTime[1] ?? '') ?? 0;
    return span(inTime, today, count === 0 ? sunday : today + count * (/天|日/.test(inTime[2] ?? '') ? 1 : 7));
  }
  const weekHit = wholeWeek.exec(text);
  if (weekHit) {
    const monday = today - ((today + 3) % 7) + ({ 下: 7, 下下: 14 }[weekHit[1] ?? ''] ?? 0);
    return span(weekHit, monday, monday + 6);
  }
  const monthHit = wholeMonth.exec(text);
  if (monthHit) {
    const target = monthOf(today, { 下: 1, 下下: 2 }[monthHit[1] ?? ''] ?? 0);
    return span(monthHit, dayOf(target.year, target.month, 1), dayOf(target.year, target.month, target.last));
  }
  const edge = yearEnd.exec(text);
  const eve = edge ? festivalDayIn('除夕', today)?.from : undefined;
  if (!edge || eve === undefined) return undefined;
  const year = new Date(today * dayMs).getUTCFullYear();
  if (/底|末/.test(edge[1] ?? '')) return span(edge, dayOf(year, 12, 21), dayOf(year, 12, 31));
  if (edge[1] === '年前') return span(edge, today, eve);
  return edge[1] === '年后' ? span(edge, eve + 8, eve + 15) : span(edge, eve, eve + 7);
}

/** The day or days a message names, counted from `today`, leaning to the future. Vague ones (月底, 过两天) are spans marked ambiguous. */
export function dateIn(text: string, today: Day): DayWords | undefined {
  const feast = festivalDayIn(text, today) ?? lunarDayIn(text, today);
  if (feast) return feast;
  let first: DayWords | undefined;
  for (const [pattern, offset] of anyRelative.test(text) ? relative : []) {
    const hit = pattern.exec(text);
    if (hit && (first === undefined || hit.index < first.index))
      first = { text: hit[0], index: hit.index, from: today + offset };
  }
  return first ?? weekIn(text, today) ?? calendarIn(text, today) ?? vagueIn(text, today);
}
