import writeExcelFile from 'write-excel-file/node';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { keepExport, watermark } from '../../kernel/exports';
import { mustSupervise } from './policy';
import { scores } from './scores';

type Scores = Output<'supervision.scores'>;

const sheets = [
  ['advisor', '法律顾问'],
  ['firm', '律师事务所'],
  ['town', '镇街'],
] as const;

/**
 * Writes the scores of a period as XLSX (one sheet each for advisors, firms and towns) into the file store and gives a signed link. Who, when and
 * why stands on each sheet and is a fact. No resident is in it.
 */
export const exportScores =
  (store: FileStore) =>
  async (ctx: Ctx, input: Parsed<'supervision.export'>): Promise<Output<'supervision.export'>> => {
    mustSupervise(ctx);
    const { reason, ...period } = input;
    const found = await Promise.all(
      sheets.map(async ([by, sheet]) => ({ sheet, ...(await scores(ctx, { ...period, by })) })),
    );
    const mark = watermark(ctx, reason);
    const book = await writeExcelFile(
      found.map(({ sheet, ...one }) => ({ sheet, data: rowsOf(one, mark) })),
    ).toBuffer();
    const url = await keepExport(ctx, store, 'xlsx', book);
    const rows = found.reduce((sum, { items }) => sum + items.length, 0);
    await ctx.emit('scores.exported', { rows, reason });
    return { url, rows };
  };

function rowsOf({ label, weights, items }: Scores, mark: string) {
  const head = [
    ...['名次', '名称', '说明', '得分', '等次'],
    ...weights.map((part) => `${part.label}（${part.of}）`),
    ...['到岗小时', '应到小时', '到点次数', '接待次数', '讲座场数', '满意率 %'],
  ];
  return [
    [{ value: `法律顾问督导考核 ${label}`, fontWeight: 'bold' as const }],
    [{ value: mark }],
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...items.map((item) =>
      [
        ...[item.place, item.name, item.detail, item.score, item.band, ...item.parts.map(({ score }) => score)],
        ...[item.onsiteHours, item.dueHours, item.visits, item.consultations, item.lectures, item.satisfaction],
      ].map((value) => (value === null ? null : { value })),
    ),
  ];
}
