import { dateIn } from './day-words';
import type { Day, DayWords } from './days';
import { numberOf } from './numbers';

const dayMs = 86_400_000;
const joint = /到|至|-|~|—/g;
const bareWeekday = /^(?:周|星期|礼拜)?[一二三四五六日天](?![\d月点号])/;
const bareDay = /^(\d{1,2}|[一二三四五六七八九十]{1,3})(?:号|日)?(?![\d点:月个])/;
const until = /^(?:之前|以前|前)(?![面一两后头几边天些])/;

/** The end of a range that leaves out what the beginning says: 25号到28号, 下周一到周三. */
function endOf(right: string, start: DayWords, today: Day): { text: string; day: Day } | undefined {
  const weekday = bareWeekday.exec(right);
  if (weekday && /周|星期|礼拜/.test(start.text)) {
    const word = weekday[0].slice(-1);
    const position = word === '天' ? 6 : '一二三四五六日'.indexOf(word);
    const monday = start.from - ((start.from + 3) % 7);
    return { text: weekday[0], day: monday + position + (monday + position < start.from ? 7 : 0) };
  }
  const number = bareDay.exec(right);
  const value = numberOf(number?.[1] ?? '');
  if (number && value && value <= 31 && /[号日月]/.test(start.text + number[0])) {
    const date = new Date(start.from * dayMs);
    return { text: number[0], day: Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), value) / dayMs };
  }
  const said = dateIn(right, today);
  return said?.index === 0 ? { text: said.text, day: said.to ?? said.from } : undefined;
}

/**
 * A range of days (下周一到周三, 25号到28号, 明天到后天) or an open one that ends (周五前, 月底之前; from today, ambiguous), counted from `today`.
 * A single day comes back as `dateIn` reads it.
 */
export function datesIn(text: string, today: Day): DayWords | undefined {
  const start = dateIn(text, today);
  if (!start) return undefined;
  const behind = start.index + start.text.length;
  const rest = text.slice(behind);
  const limit = until.exec(rest);
  if (limit && !/前$|年/.test(start.text))
    return {
      text: start.text + limit[0],
      index: start.index,
      from: today,
      to: start.to ?? start.from,
      ambiguous: true,
    };
  for (const match of rest.matchAll(joint)) {
    if (match.index > 0) break;
    const end = endOf(rest.slice(1, 10), start, today);
    if (end && end.day > start.from && end.day - start.from <= 60)
      return { text: `${start.text}${match[0]}${end.text}`, index: start.index, from: start.from, to: end.day };
  }
  return start;
}
