import { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { queueViews } from '#shared/contract/workbench';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { countTalks } from '../chat/index';
import { worldOf } from '../places/index';
import { postText, queueItemsOf, unitsOf, visibleSql } from '../tickets/index';
import { type Filters, filtersSql, isOverdueSql } from './conditions';
import { branchesOf, viewLabels } from './views';

interface Row {
  id: string;
  handleBy: Date;
}

/** A page of the queue: who is due first comes first; what has ended, the latest first. */
export async function queue(ctx: Ctx, input: Parsed<'workbench.queue'>): Promise<Output<'workbench.queue'>> {
  const { cursor, limit, ...filters } = input;
  const rows = await ticketRows(ctx, filters, limit + 1, cursor ? decodeCursor(cursor) : undefined);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await queueItemsOf(
      ctx,
      shown.map(({ id }) => id),
    ),
    nextCursor: last && rows.length > limit ? encodeCursor(last.handleBy.toISOString(), last.id) : null,
  };
}

/** The ids of a list in its order, after a place in it. Each branch of the view reads no more rows than the page has. */
export async function ticketRows(
  { db, districtId, actor, now }: Ctx,
  filters: Filters,
  limit: number,
  after?: { at: Date; id: string },
): Promise<Row[]> {
  const branches = branchesOf(filters.view, actor, filters.figure !== undefined, isOverdueSql(now));
  if (branches.length === 0) return [];
  const isBackward = filters.view === 'done';
  const order = (alias: string) =>
    Prisma.raw(isBackward ? `${alias}"handleBy" DESC, ${alias}"id" DESC` : `${alias}"handleBy", ${alias}"id"`);
  const beyond = after
    ? Prisma.sql`AND (t."handleBy", t."id") ${Prisma.raw(isBackward ? '<' : '>')} (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const rest = Prisma.sql`${filtersSql(filters, now)} AND ${visibleSql(actor)} ${beyond}`;
  const heads = branches.map(
    (branch) => Prisma.sql`(SELECT t."id", t."handleBy" FROM "Ticket" t
      WHERE t."districtId" = ${districtId} AND ${branch} AND ${rest} ORDER BY ${order('t.')} LIMIT ${limit})`,
  );
  return db.$queryRaw<Row[]>`SELECT DISTINCT "id", "handleBy" FROM (${Prisma.join(heads, ' UNION ALL ')}) heads
    ORDER BY ${order('')} LIMIT ${limit}`;
}

/** How many there are in each view, and how many talks wait. */
export async function counts(ctx: Ctx): Promise<Output<'workbench.counts'>> {
  const { actor } = ctx;
  const world = await worldOf(ctx.db);
  const figures = await countViews(ctx);
  const [unit] = unitsOf(actor);
  const [post] = actor.posts;
  return {
    title: unit ? world.unitName(unit) : post ? postText(world, post) : '工作台',
    views: queueViews.map((view) => ({ view, label: viewLabels[view], count: figures[view] ?? 0 })),
    conversations: await countTalks(ctx),
  };
}

async function countViews({ db, districtId, actor, now }: Ctx): Promise<Record<string, number>> {
  const columns = queueViews.map((view) => {
    const branches = branchesOf(view, actor, false, isOverdueSql(now));
    if (branches.length === 0) return Prisma.sql`0 AS ${Prisma.raw(`"${view}"`)}`;
    const ids = branches.map(
      (branch) =>
        Prisma.sql`SELECT t."id" FROM "Ticket" t WHERE t."districtId" = ${districtId} AND ${branch} AND ${visibleSql(actor)}`,
    );
    return Prisma.sql`(SELECT count(*)::int FROM (${Prisma.join(ids, ' UNION ')}) ids) AS ${Prisma.raw(`"${view}"`)}`;
  });
  const [row] = await db.$queryRaw<Record<string, number>[]>`SELECT ${Prisma.join(columns)}`;
  return row ?? {};
}
