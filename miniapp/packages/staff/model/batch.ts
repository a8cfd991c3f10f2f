import type { Output } from '#shared/contract';

export type Batch = Output<'batches.get'>;

/** 2026-11 as 2026 年 11 月. */
export const monthText = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`;

/** What has become of a list, in one line. */
export function batchWords({ state, total, ready, rejected, filed }: Batch): string {
  if (state === 'PREVIEW') return `${total} 行：能交 ${ready} 行，要改 ${rejected} 行`;
  if (state === 'RUNNING') return `${total} 行：交了 ${filed} 行，还有 ${ready} 行`;
  if (state === 'CANCELLED') return `${total} 行，没有交`;
  return `${total} 行：交了 ${filed} 行，退回 ${rejected} 行`;
}

/** The running month and the two before, the running one first. `today` is YYYY-MM-DD. */
export function recentMonths(today: string): string[] {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return [0, 1, 2].map((back) => {
    const month = at - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
