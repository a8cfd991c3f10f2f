import type { Parsed } from '#shared/contract';
import { statusAfter } from '#shared/domain/tickets/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { addStep } from '../move';
import { may } from '../policy';
import { loadTicket, subjectOf } from '../queries';

/**
 * 我也遇到: follows somebody else's open matter. The version stays, so that staff at work are not sent back. Throws
 * not_found also for confidential ones, ticket_already_joined for the own or followed, forbidden for those who work on it.
 */
export async function joinTicket(ctx: Ctx, input: Parsed<'tickets.join'>): Promise<string> {
  const ticket = await loadTicket(ctx, input.id);
  if (ticket.reporterId === ctx.actor.id) throw new AppError('ticket_already_joined');
  if (ticket.confidential) throw new AppError('not_found');
  if (ticket.followers.length > 0) throw new AppError('ticket_already_joined');
  if (!may(ctx.actor, 'join', subjectOf(ticket))) throw new AppError('forbidden');
  if (!statusAfter(ticket.status, 'join')) throw new AppError('ticket_action_not_allowed');
  const { db, districtId, actor, now } = ctx;
  await db.ticketFollower.create({
    data: { districtId, ticketId: ticket.id, personId: actor.id, note: input.note ?? null, joinedAt: now },
    select: { personId: true },
  });
  await db.ticket.updateMany({ where: { districtId, id: ticket.id }, data: { followerCount: { increment: 1 } } });
  await addStep(ctx, await worldOf(db), ticket, { action: 'join', text: '又有一位居民遇到这件事', note: input.note });
  await ctx.emit('ticket.joined', { ticketId: ticket.id, personId: actor.id });
  return ticket.id;
}
