import type { Parsed } from '#shared/contract';
import { isOpen } from '#shared/domain/tickets/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { addStep, type Begun, begin, move } from '../move';
import { findTicket, type Loaded } from '../queries';

/**
 * 并入另一件: the reporter and the followers go with it, and the earlier clock stays. Throws merge_target_invalid for itself, for
 * an ended one, and between confidential and open ones.
 */
export async function mergeTicket(ctx: Ctx, input: Parsed<'tickets.merge'>): Promise<string> {
  const begun = await begin(ctx, input, 'merge');
  const { ticket, world } = begun;
  if (input.intoId === ticket.id) throw new AppError('merge_target_invalid');
  const target = await findTicket(ctx, input.intoId);
  if (!isOpen(target.status) || target.confidential !== ticket.confidential)
    throw new AppError('merge_target_invalid', { intoId: '那一件已经结束或不能并入' });
  await moveFollowers(ctx, ticket, target);
  await keepEarlierClock(ctx, { ticket: target, world }, ticket);
  return move(ctx, begun, {
    action: 'merge',
    data: { status: 'MERGED', duplicateOfId: target.id, closedAt: ctx.now },
    text: `并入 ${target.no}：${input.reason}`,
    payload: { into: target.id },
  });
}

async function moveFollowers({ db, districtId, now }: Ctx, from: Loaded, into: Loaded): Promise<void> {
  const followers = await db.ticketFollower.findMany({ where: { districtId, ticketId: from.id } });
  const people = new Set([...followers.map(({ personId }) => personId), ...(from.reporterId ? [from.reporterId] : [])]);
  if (into.reporterId) people.delete(into.reporterId);
  const { count } = await db.ticketFollower.createMany({
    data: [...people].map((personId) => ({ districtId, ticketId: into.id, personId, joinedAt: now })),
    skipDuplicates: true,
  });
  await db.ticket.updateMany({ where: { districtId, id: into.id }, data: { followerCount: { increment: count } } });
}

async function keepEarlierClock(ctx: Ctx, { ticket: target, world }: Begun, from: Loaded): Promise<void> {
  const earlier = (a: Date, b: Date) => (a < b ? a : b);
  await addStep(ctx, world, target, { action: 'merged', text: `${from.no} 并入这一件，时限按最早的一件算` });
  const { count } = await ctx.db.ticket.updateMany({
    where: { districtId: ctx.districtId, id: target.id, version: target.version },
    data: {
      receivedAt: earlier(target.receivedAt, from.receivedAt),
      handleBy: target.reopenCount > 0 ? target.handleBy : earlier(target.handleBy, from.handleBy),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError('stale_version');
}
