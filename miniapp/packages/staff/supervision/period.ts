import { dayOf } from '#shared/domain/time/clock';

export const periods = [
  { key: 'month', label: '本月' },
  { key: 'lastMonth', label: '上月' },
  { key: 'quarter', label: '本季度' },
  { key: 'lastQuarter', label: '上季度' },
] as const;
export type Period = (typeof periods)[number]['key'];

/** What the calls take: one month (YYYY-MM) or one quarter (YYYY-Qn), of Asia/Shanghai. */
export type Span = { month: string } | { quarter: string };

const twoDigits = (value: number) => String(value).padStart(2, '0');

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${twoDigits(number - 1)}`;
}

/** The quarter a month lies in: 2026-11 → 2026-Q4. */
export function quarterOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${year}-Q${Math.ceil(number / 3)}`;
}

function quarterBefore(quarter: string): string {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`;
}

/** The span a period means now. */
export function spanOf(period: Period, now: Date): Span {
  const month = dayOf(now).slice(0, 7);
  switch (period) {
    case 'month':
      return { month };
    case 'lastMonth':
      return { month: monthBefore(month) };
    case 'quarter':
      return { quarter: quarterOf(month) };
    case 'lastQuarter':
      return { quarter: quarterBefore(quarterOf(month)) };
  }
}

/** The quarter whose records are checked together with a span. */
export const quarterIn = (span: Span): string => ('quarter' in span ? span.quarter : quarterOf(span.month));

/** The span a page was opened with; this quarter when it names none that is one. */
export function spanOfParams({ month, quarter }: Partial<Record<string, string>>, now: Date): Span {
  if (month && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(month)) return { month };
  if (quarter && /^20\d\d-Q[1-4]$/.test(quarter)) return { quarter };
  return spanOf('quarter', now);
}
