import { stringify } from 'csv-stringify/sync';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Output, Parsed } from '#shared/contract';
import { statusLabel } from '#shared/domain/tickets/lifecycle';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { keepExport, watermark } from '../../kernel/exports';
import { hasAbility } from '../identity/index';
import { worldOf } from '../places/index';
import { queueItemsOf } from '../tickets/index';
import { ticketRows } from './queries';

type Item = Awaited<ReturnType<typeof queueItemsOf>>[number];

const mostRows = 5000;
const chunk = 500;
const columns = [
  '编号',
  '事情',
  '分类',
  '等级',
  '状态',
  '地点',
  '村（社区）',
  '承办',
  '收到时间',
  '办理时限',
  '时限情况',
];

/**
 * Writes the filtered list as CSV into the file store and gives a signed link. No name or number of a resident is in it; cells that a spreadsheet
 * would run as a formula are made harmless. Throws forbidden without the ability, export_too_many rather than leave rows out; who, when and why is a fact.
 */
export const exportTickets =
  (store: FileStore) =>
  async (ctx: Ctx, input: Parsed<'workbench.export'>): Promise<Output<'workbench.export'>> => {
    if (!hasAbility(ctx.actor.posts, 'export')) throw new AppError('forbidden');
    const { reason, ...filters } = input;
    const rows = await ticketRows(ctx, filters, mostRows + 1);
    if (rows.length > mostRows) throw new AppError('export_too_many');
    const items: Item[] = [];
    for (let start = 0; start < rows.length; start += chunk) {
      const ids = rows.slice(start, start + chunk).map(({ id }) => id);
      items.push(...(await queueItemsOf(ctx, ids)));
    }
    const url = await keepExport(ctx, store, 'csv', Buffer.from(await csvOf(ctx, items, reason)));
    await ctx.emit('tickets.exported', { rows: items.length, reason });
    return { url, rows: items.length };
  };

async function csvOf(ctx: Ctx, items: readonly Item[], reason: string): Promise<string> {
  const world = await worldOf(ctx.db);
  const lines = items.map((item) => [
    item.no,
    item.title,
    world.categories.get(item.categoryCode)?.name ?? item.categoryCode,
    item.level,
    statusLabel(item.status),
    item.address,
    item.placeLabel,
    item.assigneeName ?? '',
    `${dayOf(new Date(item.receivedAt))} ${item.receivedText}`,
    item.clock.dueText,
    item.clock.text,
  ]);
  return stringify([[watermark(ctx, reason)], columns, ...lines], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
