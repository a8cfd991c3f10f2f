import writeExcelFile from 'write-excel-file/node';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Output, Parsed } from '#shared/contract';
import { batchHeadings } from '#shared/domain/points/batch';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { keepExport } from '../../kernel/exports';
import { bookInForce, mayKeepPoints } from '../points/index';
import { findBatch } from './queries';

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
const words = (value: string) => ({ value, type: String });
const heading = Object.values(batchHeadings).map(([first]) => bold(first));
const widths = [14, 22, 14, 40, 24, 40].map((width) => ({ width }));

type Sheet = Parameters<typeof writeExcelFile>[0] extends (infer S)[] ? S : never;

const keep = async (ctx: Ctx, store: FileStore, sheets: Sheet[]): Promise<string> =>
  keepExport(ctx, store, 'xlsx', await writeExcelFile(sheets).toBuffer());

/** The empty list for a village, its rules that add points on the second sheet. Throws forbidden, points_rules_missing, storage_full. */
export const exportTemplate =
  (store: FileStore) =>
  async (ctx: Ctx, { villageCode }: Parsed<'batches.template'>): Promise<Output<'batches.template'>> => {
    if (!mayKeepPoints(ctx.actor, villageCode)) throw new AppError('forbidden');
    const { items } = await bookInForce(ctx, villageCode);
    const rules = items.filter(({ points }) => points > 0);
    const url = await keep(ctx, store, [
      { sheet: '清单', data: [heading], columns: widths },
      {
        sheet: '规则',
        data: [
          ['编号', '事项', '分值', '凭证'].map(bold),
          ...rules.map(({ code, title, points, evidence }) => [
            words(code),
            words(title),
            { value: points },
            words(evidence),
          ]),
        ],
        columns: [14, 40, 8, 30].map((width) => ({ width })),
      },
    ]);
    return { url, rows: rules.length };
  };

/** The lines that were sent back with the reason of each, as a list that can be mended and handed in again. Throws not_found, storage_full. */
export const exportRejected =
  (store: FileStore) =>
  async (ctx: Ctx, { id }: Parsed<'batches.report'>): Promise<Output<'batches.report'>> => {
    const { db, districtId } = ctx;
    const batch = await findBatch(ctx, id);
    const lines = await db.pointsBatchLine.findMany({
      where: { districtId, batchId: id, state: 'REJECTED' },
      orderBy: { line: 'asc' },
    });
    const data = [
      [...heading, bold('为什么退回'), bold('原来第几行')],
      ...lines.map(({ householdCode, rule, day, note, evidence, reason, line }) => [
        ...[householdCode, rule, day, note, evidence, reason ?? ''].map(words),
        { value: line },
      ]),
    ];
    const url = await keep(ctx, store, [{ sheet: `退回 ${batch.month}`, data, columns: [...widths, { width: 12 }] }]);
    await ctx.emit('batch.exported', { batchId: id, rows: lines.length });
    return { url, rows: lines.length };
  };
