import type { Parsed } from '#shared/contract';
import { deadlineAfterReopening } from '#shared/domain/tickets/sla';
import type { Ctx } from '../../../kernel/context';
import { claimPhotos } from '../../photos/index';
import { counted } from '../clock';
import { begin, move } from '../move';

/** 没办好，请重办: once, within 15 days. A new limit runs; the earlier answers give way to those that follow. */
export async function reopenTicket(ctx: Ctx, input: Parsed<'tickets.reopen'>): Promise<string> {
  const begun = await begin(ctx, input, 'reopen');
  const { ticket, world } = begun;
  const due = counted(world.calendar, (years) => deadlineAfterReopening(ticket.level, ctx.now, years));
  await claimPhotos(ctx, ticket.id, input.attachmentIds, 'BEFORE');
  return move(ctx, begun, {
    action: 'reopen',
    data: {
      status: 'PROCESSING',
      reopenCount: ticket.reopenCount + 1,
      handleBy: due.value,
      clockProvisional: ticket.clockProvisional || due.provisional,
      resolvedAt: ctx.now,
      closedAt: null,
      handledAt: null,
      ratedContacted: null,
      ratedSolved: null,
      ratedSatisfied: null,
      ratingNote: null,
      ratedAt: null,
    },
    text: `没办好，请重办：${input.reason}`,
  });
}
