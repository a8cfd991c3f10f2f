import type { DomainEvent, Ticket, TicketStep } from '#prisma';
import { limitText } from '#shared/domain/text/dates';
import { type Hop, type Route, type RoutingPlace, routeTicket } from '#shared/domain/tickets/routing';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { eventRow } from '../../kernel/events';
import { type Holder, ladderOf } from '../identity/index';
import { type CategoryEntry, type World, worldOf } from '../places/index';
import type { TicketDraft } from './draft';
import { newTicket, openingStep } from './new-ticket';
import { nextNo } from './numbers';
import { centreUnit } from './scope';
import { type Whereabouts, whereaboutsOf } from './where';

/** Everything that filing will write, and what a person may be told of it beforehand. */
export interface TicketPlan {
  ticket: Ticket;
  step: TicketStep;
  event: Omit<DomainEvent, 'dispatchedAt'>;
  attachmentIds: readonly string[];
  /** Whose photos they are: who is filing. */
  ownerId: string;
  categoryName: string;
  placeLabel: string;
  /** Who looks after it, or null when the centre or a unit without a named person has it. */
  responsible: { id: string; name: string; role: string } | null;
  unitName: string;
  leadUnitName: string;
  assistUnitNames: readonly string[];
  hops: readonly Hop[];
  /** Limits in plain words: 今天 17:30 前, 12月1日 周二内. */
  byWhen: { accept: string; contact: string; handle: string };
}

const roleOfLevel = { GRID: '网格员', VILLAGE: '网格长', TOWN: '镇街经办', CENTRE: '区中心' } as const;

/**
 * Works out where a report goes, who has it, why and by when, without writing anything. Throws category_unknown, place_unknown or
 * place_out_of_scope. Plan again when filing: posts and the clock may have moved since.
 */
export async function planTicket(ctx: Ctx, draft: TicketDraft): Promise<TicketPlan> {
  const world = await worldOf(ctx.db);
  const category = world.categories.get(draft.categoryCode);
  if (!category) throw new AppError('category_unknown', { categoryCode: '没有这个分类' });
  const where = whereaboutsOf(world, draft);
  const sensitive = category.sensitive || draft.confidential === true;
  const { route, responsible } = await routeOf(ctx, world, { category, where, sensitive });
  const ticket = newTicket(ctx, world, { draft, category, where, route, no: await nextNo(ctx) });
  const placeLabel = world.placeLabel(where.villageCode ?? where.townCode ?? '') || draft.address;
  return {
    ticket,
    step: openingStep(ctx, world, draft, ticket, route),
    event: eventRow({ ...ctx, actorId: ctx.actor.id }, 'ticket.opened', { ticketId: ticket.id }) as TicketPlan['event'],
    attachmentIds: draft.attachmentIds,
    ownerId: ctx.actor.id,
    categoryName: category.name,
    placeLabel,
    responsible: responsible && { ...responsible, role: roleOfLevel[route.level] },
    unitName: world.unitName(route.unitCode),
    leadUnitName: world.unitName(route.leadUnit),
    assistUnitNames: route.assistUnits.map((code) => world.unitName(code)),
    hops: route.hops,
    byWhen: {
      accept: limitText(ticket.acceptBy, ctx.now),
      contact: limitText(ticket.contactBy, ctx.now),
      handle: limitText(ticket.handleBy, ctx.now),
    },
  };
}

/** The way of a report, by the posts that are held today. */
async function routeOf(
  ctx: Ctx,
  world: World,
  { category, where, sensitive }: { category: CategoryEntry; where: Whereabouts; sensitive: boolean },
): Promise<{ route: Route; responsible: { id: string; name: string } | null }> {
  const isDirect = sensitive || category.handler === 'CENTRE';
  const ladder = isDirect ? {} : await ladderOf(ctx, where);
  const unit = (code: string) => ({ code, name: world.unitName(code) });
  const place = (code: string | null, holder: Holder | undefined): RoutingPlace | null =>
    code ? { code, name: world.placeName(code), ...(holder && { holder }) } : null;
  const route = routeTicket({
    grid: place(where.gridCode, ladder.grid),
    village: place(where.villageCode, ladder.village),
    town: place(where.townCode, ladder.town),
    centre: unit(centreUnit),
    category: {
      name: category.name,
      handler: category.handler,
      lead: unit(category.leadUnit),
      assist: category.assistUnits.map(unit),
    },
    sensitive,
  });
  const chosen = Object.values(ladder).find((holder) => holder?.id === route.assigneeId);
  return { route, responsible: chosen ? { id: chosen.id, name: chosen.name } : null };
}
