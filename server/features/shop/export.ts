import { v7 as uuid } from 'uuid';
import writeExcelFile from 'write-excel-file/node';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Output, Parsed } from '#shared/contract';
import { momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
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
    const watermark = `导出人 ${ctx.actor.name}，${dayOf(ctx.now)} ${momentText(ctx.now, ctx.now)}，理由：${reason}。仅供工作使用，不得外传`;
    const data = [
      [bold(`${placeLabel} 积分兑换 ${month}${isOver ? '' : '（到现在）'}`)],
      [{ value: watermark }],
      ['兑换点', '东西', '件数', '积分', '结清'].map(bold),
      ...rows.map((row) => row.map((value) => ({ value }))),
      [bold('合计'), null, null, { value: total }, null],
    ];
    const book = await writeExcelFile([{ sheet: month, data }]).toBuffer();
    const key = `exports/${dayOf(ctx.now)}-${uuid()}.xlsx`;
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const stored = await store.put(key, book, { contentType });
    if (!stored.ok) throw new AppError('storage_full');
    await ctx.emit('shop.exported', { rows: rows.length, reason });
    return { url: ctx.link(key), rows: rows.length };
  };
