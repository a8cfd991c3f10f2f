import type { Ctx } from '#server/kernel/context';

/** What an import works on. It runs inside one transaction that its caller opens. */
export type ImportCtx = Pick<Ctx, 'db' | 'districtId' | 'now' | 'emit'> & {
  /** Told now and then how many of how many rows are done. */
  progress?: (done: number, total: number) => void;
};

/** A row that was not taken, and why (Chinese). `line` is the row of the file, from 1; for JSON and GeoJSON the number of the entry. */
export interface Rejected {
  readonly line: number;
  readonly reason: string;
}

/** What an import did: every row read is written, unchanged or rejected. `warnings` are things to look at that stop nothing. */
export interface ImportReport {
  readonly what: string;
  readonly read: number;
  readonly written: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejected[];
  readonly warnings: readonly string[];
}

/** The report as lines to print. */
export function reportLines({ what, read, written, unchanged, rejected, warnings }: ImportReport): string[] {
  return [
    `${what}：读到 ${read} 条，写入 ${written} 条，没有变化 ${unchanged} 条，退回 ${rejected.length} 条`,
    ...rejected.map(({ line, reason }) => `  第 ${line} 条退回：${reason}`),
    ...warnings.map((warning) => `  请留意：${warning}`),
  ];
}

/** Says that the world has changed, so that every process loads it anew; nothing is said when nothing was written. */
export async function announce({ emit }: ImportCtx, report: ImportReport): Promise<ImportReport> {
  if (report.written > 0) await emit('world.imported', { what: report.what, rows: report.written });
  return report;
}

/** Whether two plain values are the same JSON, whatever the order of keys; absent and undefined are alike. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}

/** The first complaint of a parser in a few words: which field, and what. */
export const complaintOf = (error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string => {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || '内容'}：${issue.message}` : '内容不对';
};
