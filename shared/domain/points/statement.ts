import { instantAt } from '../time/clock';
import type { EntryKind } from './ledger';

/** The lines of a village's quarterly statement, as they stand on the page. Moves between households of one village cancel out. */
export const statementLines = ['issued', 'deducted', 'spent', 'expired', 'reversed', 'moved'] as const;
export type StatementLine = (typeof statementLines)[number];

const lineOf: Readonly<Record<EntryKind, StatementLine>> = {
  ...{ AWARD: 'issued', DEDUCT: 'deducted', EXPIRE: 'expired', REVERSAL: 'reversed' },
  ...{ REDEEM: 'spent', REFUND: 'spent', MOVE_OUT: 'moved', MOVE_IN: 'moved' },
};

/** What was booked of one kind: whole points as the households see them, and how many entries; `isBefore` when before the quarter began. */
export interface Booked {
  readonly kind: EntryKind;
  readonly isBefore: boolean;
  readonly points: number;
  readonly entries: number;
}

/** What households had at the beginning, what came and went by line, what they have at the end. opening + lines = closing, always. */
export interface Statement {
  readonly opening: number;
  readonly closing: number;
  readonly lines: readonly { line: StatementLine; points: number; entries: number }[];
}

/** Adds the entries of a village up into its statement. */
export function statementOf(booked: readonly Booked[]): Statement {
  const sum = (rows: readonly Booked[]) => rows.reduce((total, { points }) => total + points, 0);
  const within = booked.filter(({ isBefore }) => !isBefore);
  const lines = statementLines.map((line) => {
    const own = within.filter(({ kind }) => lineOf[kind] === line);
    return { line, points: sum(own), entries: own.reduce((total, { entries }) => total + entries, 0) };
  });
  return { opening: sum(booked.filter(({ isBefore }) => isBefore)), lines, closing: sum(booked) };
}

/** A quarter of a year, 1 to 4. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** The quarter a Shanghai day (YYYY-MM-DD) is in. */
export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
});

/** The quarter before (−1), after (1), or further away. */
export function quarterAway({ year, quarter }: Quarter, count: number): Quarter {
  const at = year * 4 + quarter - 1 + count;
  return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
}

/** Its first instant in Shanghai, and that of the next. */
export function quarterSpan(quarter: Quarter): { from: Date; to: Date } {
  const first = ({ year, quarter: number }: Quarter) =>
    instantAt(`${year}-${String(number * 3 - 2).padStart(2, '0')}-01`, 0);
  return { from: first(quarter), to: first(quarterAway(quarter, 1)) };
}
