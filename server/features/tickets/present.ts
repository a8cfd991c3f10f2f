import type { z } from 'zod';
import type { Ticket } from '#prisma';
import type { TicketSummary } from '#shared/contract/tickets';
import type { QueueItem } from '#shared/contract/workbench';
import { agoText } from '#shared/domain/text/dates';
import { photoRequiredFor, type TicketFacts, whyNot } from '#shared/domain/tickets/guards';
import { extendLimitOf } from '#shared/domain/tickets/levels';
import { statusLabel, type TicketAction, ticketActions } from '#shared/domain/tickets/lifecycle';
import type { Actor, Ctx } from '../../kernel/context';
import type { World } from '../places/index';
import { hidesReporter, may } from './policy';
import { presentClock } from './present-clock';
import { type Loaded, subjectOf } from './queries';
import { centreUnit, unitsOf } from './scope';

/** The guards' facts of a ticket for one actor. `given` are the photos that come with the action itself. */
export function factsOf(
  world: World,
  ticket: Loaded,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
  given: { before: number; after: number },
): TicketFacts {
  const count = (role: string) => ticket.attachments.filter((photo) => photo.role === role).length;
  return {
    status: ticket.status,
    now,
    returnCount: ticket.returnCount,
    arbitrated: ticket.arbitrated,
    extendCount: ticket.extendCount,
    extendLimit: extendLimitOf(ticket.level),
    reopenCount: ticket.reopenCount,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
    unfinishedAssists: ticket.assists.filter(({ state }) => state === 'OPEN').length,
    photoRequired: photoRequiredFor(world.categories.get(ticket.categoryCode)?.group ?? ''),
    beforePhotos: count('BEFORE') + given.before,
    afterPhotos: count('AFTER') + given.after,
    handlerId: ticket.handlerId,
    actorId: actor.id,
    anonymous: ticket.anonymous || ticket.reporterId === null,
  };
}

/** What this actor can do right now: allowed by right and possible in this state, photos still to come counted as there. */
function abilitiesOf(world: World, ticket: Loaded, ctx: Pick<Ctx, 'actor' | 'now'>): TicketAction[] {
  const subject = subjectOf(ticket);
  const facts = factsOf(world, ticket, ctx, { before: 1, after: 1 });
  return ticketActions.filter((action) => may(ctx.actor, action, subject) && !whyNot(action, facts));
}

/** People's names by id, as `peopleOf` finds them. */
export type Names = ReadonlyMap<string, { name: string; phone: string | null }>;

/** Who has it, by name where there is one, else by unit. */
const holderName = (world: World, ticket: Ticket, names: Names): string =>
  (ticket.assigneeId && names.get(ticket.assigneeId)?.name) || world.unitName(ticket.unitCode);

/** One line of a list: a ticket as this actor sees it. */
export function presentSummary(
  ctx: Pick<Ctx, 'actor' | 'now' | 'link'>,
  world: World,
  ticket: Loaded,
  names: Names,
): z.output<typeof TicketSummary> {
  const { actor, now, link } = ctx;
  const thumb = ticket.attachments[0]?.thumbKey;
  return {
    id: ticket.id,
    no: ticket.no,
    title: ticket.title,
    status: ticket.status,
    statusText: statusLabel(ticket.status),
    headline: headlineOf(world, ticket, names, actor),
    categoryCode: ticket.categoryCode,
    categoryName: world.categories.get(ticket.categoryCode)?.name ?? ticket.categoryCode,
    level: ticket.level,
    address: ticket.address,
    placeLabel: world.placeLabel(ticket.villageCode ?? ticket.townCode ?? '') || ticket.address,
    receivedAt: ticket.receivedAt.toISOString(),
    receivedText: agoText(ticket.receivedAt, now),
    clock: presentClock(world, ticket, now),
    version: ticket.version,
    followerCount: ticket.followerCount,
    mine: ticket.reporterId === actor.id ? 'reporter' : ticket.followers.length > 0 ? 'follower' : 'none',
    thumbUrl: thumb ? link(thumb) : null,
    abilities: abilitiesOf(world, ticket, ctx),
  };
}

/** A summary with what staff need of it in a queue. */
export function presentQueueItem(
  ctx: Pick<Ctx, 'actor' | 'now' | 'link'>,
  world: World,
  ticket: Loaded,
  names: Names,
): z.output<typeof QueueItem> {
  return {
    ...presentSummary(ctx, world, ticket, names),
    reporterLabel: reporterLabel(ctx.actor, ticket, names),
    assigneeName: (ticket.assigneeId && names.get(ticket.assigneeId)?.name) || null,
    role: queueRole(ctx.actor, ticket),
  };
}

/** How the reporter is named to this actor. */
export function reporterLabel(actor: Actor, ticket: Loaded, names: Names): string {
  if (ticket.reporterId === actor.id) return '您';
  if (ticket.anonymous) return '匿名居民';
  if (!ticket.reporterId) return '没有留名的居民';
  if (ticket.confidential) return '反映人保密';
  return hidesReporter(actor, subjectOf(ticket)) ? '一位居民' : (names.get(ticket.reporterId)?.name ?? '一位居民');
}

function queueRole(actor: Actor, ticket: Loaded): z.output<typeof QueueItem>['role'] {
  const units = unitsOf(actor);
  const subject = subjectOf(ticket);
  if (ticket.status === 'ARBITRATION' && units.includes(centreUnit)) return 'decide';
  if (ticket.status === 'HANDLED' && ticket.handlerId !== actor.id && may(actor, 'passCheck', subject)) return 'check';
  if (ticket.assigneeId === actor.id) return 'mine';
  if (ticket.assists.some(({ unitCode, state }) => state === 'OPEN' && units.includes(unitCode))) return 'assist';
  return units.includes(ticket.unitCode) ? 'unit' : 'scope';
}

function headlineOf(world: World, ticket: Loaded, names: Names, actor: Actor): string {
  const holder = holderName(world, ticket, names);
  const handler = (ticket.handlerId && names.get(ticket.handlerId)?.name) || holder;
  switch (ticket.status) {
    case 'SUBMITTED':
      return `已交给${holder}，等待受理`;
    case 'ACCEPTED':
      return `${holder}已受理`;
    case 'PROCESSING':
      return ticket.reopenCount > 0 ? `${holder}正在重办` : `${holder}正在处理`;
    case 'PAUSED':
      return ticket.pauseReason ? `暂时挂起：${ticket.pauseReason}` : '暂时挂起';
    case 'ARBITRATION':
      return '区中心正在确定由谁来办';
    case 'HANDLED':
      return `${handler}已处理，等待核查`;
    case 'RESOLVED':
      return ticket.reporterId === actor.id ? '已办好，请您确认' : '已办好，等居民确认';
    case 'CLOSED':
      return '已办结';
    case 'REJECTED':
      return '不予受理，时间线里写明了去向';
    case 'WITHDRAWN':
      return '已撤回';
    case 'MERGED':
      return '已并入另一件，进展照常通知';
  }
}
