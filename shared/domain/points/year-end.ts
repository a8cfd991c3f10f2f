import { addDays, dayMs, dayOf, instantAt } from '../time/clock';

/** What the rules of a village say about points at the end of a year: kept, or expired on 1 January. Default KEEP, to be confirmed (domain.md 6.8). */
export const yearEnds = ['KEEP', 'RESET'] as const;
export type YearEnd = (typeof yearEnds)[number];

/** A family is told so many days before its points expire. Default, to be confirmed. */
export const noticeDays = 30;

const labels: Readonly<Record<YearEnd, string>> = {
  KEEP: '年底不清零，积分留到明年接着用',
  RESET: `年底清零，提前 ${noticeDays} 天告诉每一户；当年的积分和星级存档，随时能查`,
};

/** The sentence people read. */
export const yearEndText = (yearEnd: YearEnd): string => labels[yearEnd];

/** The first instant after a Shanghai year. */
export const endOfYear = (year: number): Date => new Date(instantAt(`${year}-12-31`, 0).getTime() + dayMs);

/** From when on families are told about the end of a year. */
export const noticeFrom = (year: number): Date => new Date(endOfYear(year).getTime() - noticeDays * dayMs);

/** When a year of a household closes: at its end, and where points expire never sooner than thirty days after the family was told. `toldAt` null: nothing expires. */
export function closingAt(year: number, toldAt: Date | null): Date {
  const end = endOfYear(year);
  if (!toldAt) return end;
  const stood = instantAt(addDays(dayOf(toldAt), noticeDays), 0);
  return new Date(Math.max(stood.getTime(), end.getTime()));
}

/**
 * How many points expire when a year closes: what was there at its end, less what has been taken since; what came since stays. Whole points, never more
 * than the balance. `takenSince` has no sign.
 */
export const expiringPoints = ({
  atYearEnd,
  takenSince,
  balance,
}: {
  readonly atYearEnd: number;
  readonly takenSince: number;
  readonly balance: number;
}): number => Math.max(0, Math.min(balance, atYearEnd - takenSince));
