import type { z } from 'zod';
import type { TicketSummary } from '#shared/contract/tickets';
import type { Draft } from '#shared/domain/chat/reply';
import { isSensitive } from '#shared/domain/chat/report-problem';
import type { Ctx } from '../../kernel/context';
import { loadTicket, ownPage, summariesOf, type TicketDraft } from '../tickets/index';

export type Summary = z.output<typeof TicketSummary>;

/** A report of the talk as tickets take it. */
export function ticketDraft(ctx: Ctx, { details }: Draft, conversationId: string): TicketDraft {
  const { what = '', where, said, reading } = details;
  return {
    categoryCode: details.category?.code ?? 'other',
    title: what,
    description: said.join('\n') || what,
    address: where?.label ?? '位置待核实',
    position: where?.position,
    townCode: where?.townCode,
    villageCode: where?.villageCode,
    gridCode: where?.gridCode,
    since: details.since,
    reporterId: ctx.actor.id,
    anonymous: details.anonymous,
    confidential: isSensitive(details),
    source: 'chat',
    attachmentIds: details.photos,
    understanding: {
      intent: reading.intent,
      confidence: reading.confidence,
      because: [...reading.because],
      said: [...said],
    },
    conversationId,
    danger: details.danger !== undefined,
  };
}

/** Tickets by id, for those who were shown them as similar or filed them. */
export async function shownTickets(ctx: Ctx, ids: readonly string[]): Promise<Summary[]> {
  const tickets: Awaited<ReturnType<typeof loadTicket>>[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const id of ids) tickets.push(await loadTicket(ctx, id));
  return summariesOf(ctx, tickets);
}

/** The resident's own open matters and those followed, the newest first. */
export const ownOpen = async (ctx: Ctx, limit: number): Promise<Summary[]> =>
  (await ownPage(ctx, { state: 'open', limit })).items;

/** The page of a ticket in the mini-program. */
export const ticketPage = (id: string) => ({
  label: '看进度',
  action: 'page',
  payload: { url: `/packages/ticket/pages/detail/index?id=${id}` },
});
