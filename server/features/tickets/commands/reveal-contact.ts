import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { addStep } from '../move';
import { mayReveal } from '../policy';
import { findTicket, namesOf, subjectOf } from '../queries';

/** Shows the reporter's name and number to somebody who needs it, and writes down who looked and why. */
export async function revealContact(ctx: Ctx, input: Parsed<'tickets.reveal'>): Promise<Output<'tickets.reveal'>> {
  const ticket = await findTicket(ctx, input.id);
  if (!mayReveal(ctx.actor, subjectOf(ticket))) throw new AppError('forbidden');
  const reporter = (await namesOf(ctx, [ticket.reporterId])).get(ticket.reporterId ?? '');
  if (!reporter) throw new AppError('not_found');
  await addStep(ctx, await worldOf(ctx.db), ticket, {
    action: 'reveal',
    text: '查看了居民的联系方式',
    note: input.reason,
    internal: true,
  });
  await ctx.emit('ticket.contactRevealed', { ticketId: ticket.id, reason: input.reason });
  return reporter;
}
