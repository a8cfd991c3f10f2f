import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { worldOf } from '../places/index';
import { mayKeepPoints } from '../points/index';
import { visibleTo } from './policy';
import { presentBatches } from './present';
import { findBatch } from './queries';

/** The villages whose points the caller looks after, and their lists, the latest first. Throws forbidden for everybody else. */
export async function batchList(ctx: Ctx, { limit, cursor }: Parsed<'batches.list'>): Promise<Output<'batches.list'>> {
  const { db, districtId, actor } = ctx;
  const { divisions } = await worldOf(db);
  const villages = [...divisions.values()].filter(({ kind, code }) => kind === 'VILLAGE' && mayKeepPoints(actor, code));
  if (villages.length === 0) throw new AppError('forbidden');
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.pointsBatch.findMany({
    where: {
      AND: [
        { districtId },
        visibleTo(actor),
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await presentBatches(ctx, page),
    nextCursor: last && rows.length > limit ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
    villages: villages.map(({ code, name }) => ({ code, label: name })),
  };
}

/** The lines of a list in one state, in the order of the sheet; the cursor is the last line shown. Throws not_found. */
export async function batchLinesOf(ctx: Ctx, input: Parsed<'batches.lines'>): Promise<Output<'batches.lines'>> {
  const { db, districtId } = ctx;
  const { id, state, limit, cursor } = input;
  const { villageCode } = await findBatch(ctx, id);
  const after = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(after) || after < 0 || after > 100_000)
    throw new AppError('invalid_input', { cursor: '翻页位置不对，请从头看起' });
  const rows = await db.pointsBatchLine.findMany({
    where: { districtId, batchId: id, state, line: { gt: after } },
    orderBy: { line: 'asc' },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const households = await db.household.findMany({
    where: { districtId, villageCode, code: { in: page.map(({ householdCode }) => householdCode) } },
    select: { code: true, name: true },
  });
  const names = new Map(households.map(({ code, name }) => [code, name]));
  return {
    items: page.map((row) => {
      const { line, householdCode, rule, day, note, evidence, points, reason, claimId } = row;
      return {
        ...{ line, householdCode, rule, day, note, evidence, points, reason, claimId, state: row.state },
        householdName: names.get(householdCode) ?? null,
      };
    }),
    nextCursor: rows.length > limit ? String(page.at(-1)?.line ?? 0) : null,
  };
}
