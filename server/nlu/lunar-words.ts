import { LunarDay, LunarMonth, SolarDay, SolarTerm } from 'tyme4ts';
import { cued } from './cued';
import type { Day, DayWords } from './days';
import { numberOf } from './numbers';

const dayMs = 86_400_000;

/** A festival: its lunar or solar month and day, or the index of its solar term. Days of the law on public holidays are not meant. */
type Festival =
  | { kind: 'lunar'; month: number; day: number }
  | { kind: 'solar'; month: number; day: number }
  | { kind: 'term'; index: number }
  | { kind: 'eve' };

const festivals: readonly (readonly [string, Festival])[] = [
  ['端午', { kind: 'lunar', month: 5, day: 5 }],
  ['中秋', { kind: 'lunar', month: 8, day: 15 }],
  ['重阳', { kind: 'lunar', month: 9, day: 9 }],
  ['元宵', { kind: 'lunar', month: 1, day: 15 }],
  ['腊八', { kind: 'lunar', month: 12, day: 8 }],
  ['七月半', { kind: 'lunar', month: 7, day: 15 }],
  ['春节', { kind: 'lunar', month: 1, day: 1 }],
  ['大年初一', { kind: 'lunar', month: 1, day: 1 }],
  ['除夕', { kind: 'eve' }],
  ['大年三十', { kind: 'eve' }],
  ['年三十', { kind: 'eve' }],
  ['元旦', { kind: 'solar', month: 1, day: 1 }],
  ['妇女节', { kind: 'solar', month: 3, day: 8 }],
  ['劳动节', { kind: 'solar', month: 5, day: 1 }],
  ['五一', { kind: 'solar', month: 5, day: 1 }],
  ['儿童节', { kind: 'solar', month: 6, day: 1 }],
  ['六一', { kind: 'solar', month: 6, day: 1 }],
  ['国庆', { kind: 'solar', month: 10, day: 1 }],
  ['十一(?=长假|放假|假期|前|后|期间|节)', { kind: 'solar', month: 10, day: 1 }],
  ['宪法日', { kind: 'solar', month: 12, day: 4 }],
  ['冬至', { kind: 'term', index: 0 }],
  ['清明', { kind: 'term', index: 7 }],
];
const festivalWords = festivals.map(
  ([word, festival]) => [new RegExp(`(?:${word})(?![路街村巷桥])`), festival] as const,
);
const anyFestival = cued(new RegExp(festivals.map(([word]) => word).join('|')));
const shiftWords =
  /^(?:节)?(?:的|那天)?(?:(前|后)(?:的)?(?:第)?([一二两三四五])天|(前|后)夜?(?=$|[,.!?;]|来|去|再|要|想)|(?:的)?(第二)天|当天)/;
const holiday = /^(?:节)?(?:期间|长假|假期|放假)/;
const bygone = /^(?:节)?(?:那会儿?|那阵|的时候|过后|之后)?(?:就|开始|以来|到现在)/;
const lunarDay = cued(
  /(?:(农历|阴历|旧历)(?:的)?)?(?:(正|冬|腊|[一二三四五六七八九十]{1,2})月(?:份)?)?(初[一二三四五六七八九十]|十[一二三四五六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十五)(?![\d一二三四五六七八九十个元块斤户人分点号日岁年月天栋楼米斤里亩组多来几])/,
);
const farmers = cued(/初|腊月|冬月|正月|[农阴旧]历/);
const schoolYear = /(?:读|上|升|念|初中)初[一二三]|初[一二三](?:年级|学生|的?学生|的?娃|上学|下学|班|毕业|学)/;

function dayOfSolar(solar: SolarDay): Day {
  return Math.floor(Date.UTC(solar.getYear(), solar.getMonth() - 1, solar.getDay()) / dayMs);
}

function yearOf(day: Day): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** Days of the farmers' calendar that were asked for once. */
const lunarDays = new Map<number, Day | undefined>();

/** The day of a lunar date; 三十 of a short month is its last day, as people say it. */
function dayOfLunar(year: number, month: number, day: number): Day | undefined {
  if (day < 1 || day > 30 || month < 1 || month > 12) return undefined;
  const key = (year * 16 + month) * 32 + day;
  if (!lunarDays.has(key)) lunarDays.set(key, reckoned(year, month, day));
  return lunarDays.get(key);
}

function reckoned(year: number, month: number, day: number): Day {
  const last = LunarMonth.fromYm(year, month).getDayCount();
  return dayOfSolar(LunarDay.fromYmd(year, month, Math.min(day, last)).getSolarDay());
}

function festivalIn(year: number, festival: Festival): Day | undefined {
  switch (festival.kind) {
    case 'lunar':
      return dayOfLunar(year, festival.month, festival.day);
    case 'solar':
      return Math.floor(Date.UTC(year, festival.month - 1, festival.day) / dayMs);
    case 'term':
      return dayOfSolar(SolarTerm.fromIndex(festival.index === 0 ? year + 1 : year, festival.index).getSolarDay());
    case 'eve': {
      const first = dayOfLunar(year, 1, 1);
      return first === undefined ? undefined : first - 1;
    }
  }
}

/** The coming one of a yearly day, today included. */
function coming(today: Day, dayIn: (year: number) => Day | undefined, shift: number): Day | undefined {
  for (const year of [yearOf(today) - 1, yearOf(today), yearOf(today) + 1, yearOf(today) + 2]) {
    const day = dayIn(year);
    if (day !== undefined && day + shift >= today) return day + shift;
  }
  return undefined;
}

function shiftOf(after: string): { text: string; days: number } {
  const hit = shiftWords.exec(after);
  if (!hit) return { text: /^节/.exec(after)?.[0] ?? '', days: 0 };
  const count = hit[4] ? 1 : hit[1] ? (numberOf(hit[2] ?? '一') ?? 1) : hit[3] ? 1 : 0;
  return { text: hit[0], days: hit[1] === '前' || hit[3] === '前' ? -count : count };
}

/**
 * A festival, with days before or after it (端午前一天, 国庆第二天), the coming one counted from `today`.
 * 国庆期间 is a span of seven days, other holidays of three (default, to be confirmed). Undefined when none is named or it is over (国庆就坏了).
 */
export function festivalDayIn(text: string, today: Day): DayWords | undefined {
  if (!anyFestival.test(text)) return undefined;
  for (const [pattern, festival] of festivalWords) {
    const hit = pattern.exec(text);
    if (!hit) continue;
    const after = text.slice(hit.index + hit[0].length);
    if (bygone.test(after)) return undefined;
    const long = holiday.exec(after);
    const shift = long ? { text: long[0], days: 0 } : shiftOf(after);
    const from = coming(today, (year) => festivalIn(year, festival), shift.days);
    if (from === undefined) continue;
    const words = { text: hit[0] + shift.text, index: hit.index, from };
    return long ? { ...words, to: from + (/春节|国庆/.test(hit[0]) ? 6 : 2), ambiguous: true } : words;
  }
  return undefined;
}

/**
 * A day of the farmers' calendar (初六, 腊月二十三, 农历五月初五), the coming one counted from `today`. 二十三 alone is none, 读初一 is a class.
 * Without a month the day of this lunar month, or of the next when it is over. Undefined when none is said.
 */
export function lunarDayIn(text: string, today: Day): DayWords | undefined {
  if (!farmers.test(text) || schoolYear.test(text)) return undefined;
  const hit = lunarDay.exec(text);
  const [words, isNamed, monthWord, dayWord] = hit ?? [];
  if (!hit || words === undefined || dayWord === undefined) return undefined;
  const isFarmers = isNamed !== undefined || /[正冬腊]/.test(monthWord ?? '') || dayWord.startsWith('初');
  const day = numberOf(dayWord.replace('初', '').replace('廿', '二十'));
  if (!isFarmers || day === undefined) return undefined;
  const named = { 正: 1, 冬: 11, 腊: 12 }[monthWord ?? ''] ?? numberOf(monthWord ?? '');
  const from = named ? coming(today, (year) => dayOfLunar(year, named, day), 0) : inComingMonth(today, day);
  return from === undefined ? undefined : { text: words, index: hit.index, from };
}

function inComingMonth(today: Day, day: number): Day | undefined {
  const date = new Date(today * dayMs);
  const month = SolarDay.fromYmd(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
    .getLunarDay()
    .getLunarMonth();
  for (const ahead of [0, 1, 2]) {
    const lunar = month.next(ahead);
    if (lunar.getDayCount() < day) continue;
    const found = dayOfSolar(LunarDay.fromYmd(lunar.getYear(), lunar.getMonthWithLeap(), day).getSolarDay());
    if (found >= today) return found;
  }
  return undefined;
}
