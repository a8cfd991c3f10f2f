import { type Month, monthSpan, quarterMonths } from '#shared/domain/bookings/presence';
import { dayOf } from '#shared/domain/time/clock';

/** The months of an assessment. `label` is read by people: 2026 年 11 月, 2026 年第 4 季度. */
export interface Period {
  readonly months: readonly Month[];
  readonly from: Date;
  readonly to: Date;
  readonly label: string;
}

/** The months meant by a month or a quarter; this month when neither is given. A quarter goes before a month. */
export function periodOf(
  { month, quarter }: { month?: string | undefined; quarter?: string | undefined },
  now: Date,
): Period {
  const months = quarter ? monthsOf(quarter) : [month ?? dayOf(now).slice(0, 7)];
  const [first = '', last = first] = [months[0], months[months.length - 1]];
  const label = quarter
    ? `${quarter.slice(0, 4)} 年第 ${quarter.slice(6)} 季度`
    : `${first.slice(0, 4)} 年 ${Number(first.slice(5))} 月`;
  return { months, from: monthSpan(first).from, to: monthSpan(last).to, label };
}

/** The months of `2026-Q4`. */
export const monthsOf = (quarter: string): readonly Month[] =>
  quarterMonths(`${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`);
