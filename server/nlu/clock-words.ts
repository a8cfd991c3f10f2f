import { cued } from './cued';
import { numberOf, numeralClass } from './numbers';

/** Seconds of the day, with where and how it was said. */
export interface ClockWords {
  text: string;
  index: number;
  from: number;
  to?: number;
}

/** A part of the day: `from` and `to` in seconds of the day. */
export interface PartOfDay extends ClockWords {
  to: number;
}

const hour = 3600;
const parts: readonly (readonly [RegExp, number, number])[] = [
  [/凌晨|天不亮|天没亮/, 0, 6],
  [/天一亮|天亮|大清早|一大早|清早|清晨|早晨|早上|(?<=[今明昨])早/, 7, 9],
  [/晌午|中午|正午|吃(?:了)?(?:晌午|午饭)(?:后|过后|以后)?|午饭(?:后|过后)/, 12, 14],
  [/上午|上半天|早晌/, 9, 12],
  [/下午|下半天|后晌/, 14, 18],
  [/擦黑|傍晚|天黑(?:的时候)?|黄昏|打麻子眼|天要黑/, 18, 20],
  [/晚上|夜里|晚黑|夜间|晚饭(?:后|过后)|(?<=[今明昨当])晚|黑了/, 18, 22],
  [/半夜|深夜/, 22, 24],
];

const anyPart = cued(/[凌亮早晨午半晌黑晚昏眼夜]/);

/** The part of the day that is said, with the hours the desk takes it for (default, to be confirmed). Undefined when none. */
export function partOfDayIn(text: string): PartOfDay | undefined {
  if (!anyPart.test(text)) return undefined;
  for (const [pattern, from, to] of parts) {
    const hit = pattern.exec(text);
    if (hit) return { text: hit[0], index: hit.index + 0.5, from: from * hour, to: Math.min(to * hour, 86_399) };
  }
  return undefined;
}

const one = `(\\d{1,2}|[一二两三四五六七八九十]{1,3})`;
const rest = `(?:点(?:钟|整)?(半|一刻|三刻|[${numeralClass}]{1,3}分?)?|:(\\d{2})|时(?:(\\d{1,2})分)?)`;
const point = new RegExp(`(?<![\\d.])${one}${rest}(?:左右|钟|过)?`, 'g');

const anyPoint = cued(/[点:时]/);

function secondsOf(match: RegExpExecArray, part: PartOfDay | undefined): number | undefined {
  const said = numberOf(match[1] ?? '');
  if (said === undefined || said > 24) return undefined;
  const minuteWord = match[2] ?? match[3] ?? match[4] ?? '';
  const minute =
    minuteWord === '半'
      ? 30
      : minuteWord === '一刻'
        ? 15
        : minuteWord === '三刻'
          ? 45
          : (numberOf(minuteWord.replace('分', '')) ?? 0);
  const night = part !== undefined && part.from >= 22 * hour && said <= 6;
  const late = part !== undefined && part.from >= 14 * hour && !night;
  const noon = part !== undefined && part.from === 12 * hour;
  const early = night || (part !== undefined && part.from < 12 * hour);
  const afternoon = said < 12 && (late || (noon && said < 6) || (!early && said >= 1 && said <= 6));
  return minute < 60 ? (said + (afternoon ? 12 : 0)) * hour + minute * 60 : undefined;
}

/** Clock time or range (三点半, 15:30, 两点到四点); hours 1–6 alone are afternoon. 「一点」 as "a little" is not a time. */
export function clockIn(text: string, part: PartOfDay | undefined): ClockWords | undefined {
  if (!anyPoint.test(text)) return undefined;
  const found: { from: number; index: number; text: string }[] = [];
  for (const match of text.matchAll(point)) {
    const own = partOfDayIn(text.slice(Math.max(0, match.index - 3), match.index));
    const before = text.charAt(match.index - 1);
    const little = match[0] === '一点' && !/[天号日午上晚晨早黑儿一二三四五六]/.test(before);
    if (little || before === '第' || (match[0] === '一点' && /早|晚/.test(before) && part === undefined)) continue;
    const from = secondsOf(match, own ?? part);
    if (from !== undefined) found.push({ from, index: match.index, text: match[0] });
  }
  const start = found[0];
  if (!start) return undefined;
  const end = found[1];
  const between = end ? text.slice(start.index + start.text.length, end.index) : '';
  const later = end && end.from <= start.from && end.from + 12 * hour > start.from ? end.from + 12 * hour : end?.from;
  if (end && later !== undefined && /^(?:到|至|-|~|—)(?:下午|上午|中午|晚上)?$/.test(between) && later > start.from)
    return {
      text: text.slice(start.index, end.index + end.text.length),
      index: start.index + 0.7,
      from: start.from,
      to: Math.min(later, 86_399),
    };
  return { ...start, index: start.index + 0.7 };
}
