import type { z } from 'zod';
import type { Output, Parsed } from '#shared/contract';
import type { TicketSummary } from '#shared/contract/tickets';
import type { QueueItem } from '#shared/contract/workbench';
import type { Ctx } from '../../kernel/context';
import { encodeCursor } from '../../kernel/cursor';
import { worldOf } from '../places/index';
import { findDuplicates } from './duplicates';
import type { TicketPlan } from './plan-ticket';
import { presentQueueItem, presentSummary } from './present';
import { findTickets, type Loaded, listOwn, namesOf, withParts } from './queries';

type Summary = z.output<typeof TicketSummary>;

/** A page of 我的事, the newest first. */
export async function ownPage(ctx: Ctx, input: Parsed<'tickets.list'>): Promise<Output<'tickets.list'>> {
  const rows = await listOwn(ctx, input);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await summariesOf(ctx, shown),
    nextCursor: last && rows.length > input.limit ? encodeCursor(last.receivedAt.toISOString(), last.id) : null,
  };
}

/** Summaries of loaded tickets, in their order. */
export async function summariesOf(ctx: Ctx, tickets: readonly Loaded[]): Promise<Summary[]> {
  const world = await worldOf(ctx.db);
  const names = await namesFor(ctx, tickets);
  return tickets.map((ticket) => presentSummary(ctx, world, ticket, names));
}

/** Queue items of the tickets with these ids, in their order; what this actor may not see is left out. */
export async function queueItemsOf(ctx: Ctx, ids: readonly string[]): Promise<z.output<typeof QueueItem>[]> {
  const tickets = await findTickets(ctx, ids);
  const world = await worldOf(ctx.db);
  const names = await namesFor(ctx, tickets);
  return tickets.map((ticket) => presentQueueItem(ctx, world, ticket, names));
}

/** Open matters near by that may be the same, as summaries: no names, no words of the reporter, no confidential ones. */
export async function nearbyOf(ctx: Ctx, input: Parsed<'tickets.nearby'>): Promise<Summary[]> {
  const { db, districtId, actor } = ctx;
  const ids = await findDuplicates(ctx, input);
  const rows = await db.ticket.findMany({
    where: { districtId, id: { in: ids }, confidential: false },
    include: withParts(actor.id),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return summariesOf(
    ctx,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

/** The summary of a ticket that is being filed, without asking the database. `thumbKey` is its first photo's. */
export async function filedSummary(ctx: Ctx, { ticket, responsible }: TicketPlan, thumbKey?: string): Promise<Summary> {
  const names = new Map(responsible ? [[responsible.id, { name: responsible.name, phone: null }]] : []);
  const summary = presentSummary(
    ctx,
    await worldOf(ctx.db),
    { ...ticket, followers: [], assists: [], attachments: [] },
    names,
  );
  return { ...summary, thumbUrl: thumbKey ? ctx.link(thumbKey) : null };
}

const namesFor = (ctx: Ctx, tickets: readonly Loaded[]) =>
  namesOf(
    ctx,
    tickets.flatMap(({ assigneeId, handlerId, reporterId }) => [assigneeId, handlerId, reporterId]),
  );
