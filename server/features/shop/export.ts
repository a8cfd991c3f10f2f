import writeExcelFile from 'write-excel-file/node';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { keepExport, watermark } from '../../kernel/exports';
import { shopMonth } from './settlement';

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });

/**
 * Writes what the outlets of a village handed over in a month as XLSX into the file store and gives a signed link. Goods and points only: no family,
 * no money. Who, when and why stands on the sheet and is a fact. Throws forbidden, storage_full.
 */
export const exportMonth =
  (store: FileStore) =>
  async (ctx: Ctx, input: Parsed<'shop.report'>): Promise<Output<'shop.report'>> => {
    const { reason, ...asked } = input;
    const { lines, placeLabel, month, isOver } = await shopMonth(ctx, asked);
    const rows = lines.flatMap(({ outletName, goods, settledText }) =>
      goods.map(({ name, count, points }) => [outletName, name, count, points, settledText ?? '未结清']),
    );
    const total = lines.reduce((sum, { points }) => sum + points, 0);
    const mark = watermark(ctx, reason);
    const data = [
      [bold(`${placeLabel} 积分兑换 ${month}${isOver ? '' : '（到现在）'}`)],
      [{ value: mark }],
      ['兑换点', '东西', '件数', '积分', '结清'].map(bold),
      ...rows.map((row) => row.map((value) => ({ value }))),
      [bold('合计'), null, null, { value: total }, null],
    ];
    const book = await writeExcelFile([{ sheet: month, data }]).toBuffer();
    const url = await keepExport(ctx, store, 'xlsx', book);
    await ctx.emit('shop.exported', { rows: rows.length, reason });
    return { url, rows: rows.length };
  };
