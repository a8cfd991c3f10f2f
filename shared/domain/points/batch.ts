import { claimedPoints } from '../claims/amount';
import { isDayInTime } from '../claims/deadlines';
import { forbiddenIn } from './rules';

/** Not more than this in one list: a village month has some hundred. Default, to be confirmed. */
export const mostLines = 500;

/** A line of a village month as it was written; `line` is the row of the sheet, the heading being row 1. */
export interface BatchLine {
  readonly line: number;
  readonly householdCode: string;
  readonly rule: string;
  readonly day: string;
  readonly note: string;
  readonly evidence: string;
}

/** The columns of the list and the headings by which they are known; the first is that of the template. */
export const batchHeadings = {
  householdCode: ['户号', '家庭户号'],
  rule: ['事项', '规则', '规则编号', '事项编号'],
  day: ['日期', '哪一天', '发生日期'],
  note: ['做了什么', '说明', '情况'],
  evidence: ['凭证', '证明', '凭据'],
} as const;
type Column = keyof typeof batchHeadings;
const columns = Object.keys(batchHeadings) as Column[];

/** The lines of a sheet without empty ones, or the headings that are missing. */
export function batchLines(
  rows: readonly (readonly string[])[],
): BatchLine[] | { readonly missing: readonly string[] } {
  const [heading = [], ...cells] = rows;
  const at = (column: Column) =>
    heading.findIndex((cell) => (batchHeadings[column] as readonly string[]).includes(cell.trim()));
  const missing = columns.filter((column) => at(column) < 0).map((column) => batchHeadings[column][0]);
  if (missing.length > 0) return { missing };
  return cells.flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cell = (column: Column) => (row[at(column)] ?? '').trim();
    return [
      {
        ...{ line: index + 2, householdCode: cell('householdCode'), rule: cell('rule'), day: cell('day') },
        ...{ note: cell('note'), evidence: cell('evidence') },
      },
    ];
  });
}

/** A day as people write it (2026-11-03, 2026/11/3, 2026年11月3日) as YYYY-MM-DD; undefined when there is no such day. */
export function dayWritten(text: string): string | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? undefined : day;
}

/** A deed is one household's by one rule on one day: what it comes from, once, however often its list is handed in. */
export const deedKey = (householdId: string, ruleCode: string, day: string): string =>
  `batch:${householdId}:${ruleCode}:${day}`;

interface BatchRule {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly points: number;
  readonly yearCap: number;
}

/** What a list is held against. */
export interface BatchGrounds {
  /** Shanghai month, YYYY-MM. */
  readonly month: string;
  readonly now: Date;
  /** The rules in force in the village. */
  readonly rules: readonly BatchRule[];
  /** The households of the village by code. `isOwn`: that of whoever hands the list in. */
  readonly households: ReadonlyMap<string, { readonly id: string; readonly isOwn: boolean }>;
  /** By `usedKey`: what a household has used of a rule this year, with what is on its way; whole points without sign. */
  readonly used: ReadonlyMap<string, number>;
  /** By `deedKey`: the deeds that are claimed already. */
  readonly known: ReadonlySet<string>;
}

export const usedKey = (householdId: string, ruleCode: string): string => `${householdId} ${ruleCode}`;

/** What becomes of a line: a claim, or a reason people understand. */
export type Judged =
  | {
      readonly line: BatchLine;
      readonly day: string;
      readonly householdId: string;
      readonly ruleItemId: string;
      readonly points: number;
      readonly origin: string;
    }
  | { readonly line: BatchLine; readonly reason: string };

/**
 * Holds every line against the village, its rules, the month, the year's caps and the lines before it. What law keeps out of the rules is kept out of what
 * is written here too; points are never taken by a list.
 */
export function judgeLines(lines: readonly BatchLine[], grounds: BatchGrounds): Judged[] {
  const used = new Map(grounds.used);
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const read = readLine(line, grounds);
    if ('reason' in read) return { line, reason: read.reason };
    const { householdId, rule, day } = read;
    const origin = deedKey(householdId, rule.code, day);
    const before = seen.get(origin);
    if (before !== undefined) return { line, reason: `和第 ${before} 行是同一户、同一天、同一件事` };
    if (grounds.known.has(origin)) return { line, reason: '这一户这一天的这件事已经申请过积分了' };
    const key = usedKey(householdId, rule.code);
    const claimed = claimedPoints(rule, used.get(key) ?? 0);
    if ('refusal' in claimed) return { line, reason: `「${rule.title}」这一户今年已经到上限 ${rule.yearCap} 分了` };
    seen.set(origin, line.line);
    used.set(key, (used.get(key) ?? 0) + claimed.points);
    return { line, day, householdId, ruleItemId: rule.id, points: claimed.points, origin };
  });
}

function readLine(
  { householdCode, rule: wanted, day: written, note, evidence }: BatchLine,
  { rules, households, month, now }: BatchGrounds,
): { householdId: string; rule: BatchRule; day: string } | { reason: string } {
  if (!householdCode) return { reason: '没有写户号' };
  const household = households.get(householdCode);
  if (!household) return { reason: `这个村（社区）没有户号 ${householdCode}` };
  if (household.isOwn) return { reason: '自己家的事，要请别人来记' };
  if (!wanted) return { reason: '没有写是哪件事' };
  const rule = rules.find(({ code, title }) => code === wanted || title === wanted);
  if (!rule) return { reason: `现在的积分规则里没有「${wanted}」，请照模板第二页写编号或事项` };
  if (rule.points < 0)
    return { reason: '扣分不能成批交：要先提醒、有凭证、由评议小组一件一件全体评议，请到「记一件」里办' };
  const day = dayWritten(written);
  if (!day) return { reason: written ? `看不懂日期「${written}」，请写成 2026-11-03 这样` : '没有写日期' };
  if (!day.startsWith(month)) return { reason: `${day} 不在这份清单的月份（${month}）里` };
  if (!isDayInTime(day, now)) return { reason: '发生的日子要在最近 60 天里，不能是以后' };
  if (note.length < 4 || note.length > 300) return { reason: '写明做了什么，4 到 300 个字' };
  if (evidence.length < 2 || evidence.length > 100)
    return { reason: '写明凭证（2 到 100 个字），比如签到表、照片、证明人' };
  const forbidden = forbiddenIn({ title: note, evidence, points: rule.points });
  return forbidden ? { reason: forbidden.reason } : { householdId: household.id, rule, day };
}
