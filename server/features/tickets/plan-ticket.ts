import { v7 as uuid } from 'uuid';
import type { DomainEvent, Ticket, TicketStep } from '#prisma';
import type { Point } from '#shared/domain/geo/distance';
import { limitText } from '#shared/domain/text/dates';
import type { TicketLevel } from '#shared/domain/tickets/levels';
import { type Hop, type Route, type RoutingPlace, routeTicket } from '#shared/domain/tickets/routing';
import { deadlinesFor } from '#shared/domain/tickets/sla';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { eventRow } from '../../kernel/events';
import { type Holder, ladderOf } from '../identity/index';
import { type CategoryEntry, type World, worldOf } from '../places/index';
import { alarmOf, counted } from './clock';
import { nextNo } from './numbers';
import { centreUnit } from './scope';
import { speakerOf } from './speaker';
import { type Whereabouts, whereaboutsOf } from './where';

/** A report before it is filed. `reporterId` null is a report without a reporter in the desk; `anonymous` hides the one there is. */
export interface TicketDraft {
  categoryCode: string;
  title: string;
  description: string;
  address: string;
  position?: Point | undefined;
  villageCode?: string | undefined;
  gridCode?: string | undefined;
  /** How long it has lasted, in the resident's words (一个星期). */
  since?: string | undefined;
  reporterId: string | null;
  anonymous: boolean;
  confidential?: boolean | undefined;
  source: 'chat' | 'staff' | 'handoff';
  attachmentIds: readonly string[];
  understanding: { intent: string; confidence: number; because: string[]; said: string[] } | null;
  conversationId?: string | undefined;
  /** Danger to life or limb: the ticket is P0. */
  danger?: boolean | undefined;
}

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
  const ticket = ticketRow(ctx, world, { draft, category, where, route, no: await nextNo(ctx) });
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

function ticketRow(
  ctx: Ctx,
  world: World,
  {
    draft,
    category,
    where,
    route,
    no,
  }: { draft: TicketDraft; category: CategoryEntry; where: Whereabouts; route: Route; no: string },
): Ticket {
  const level: TicketLevel = draft.danger ? 'P0' : category.level;
  const { acceptBy, contactBy, handleBy, provisional } = counted(world.calendar, (years) =>
    deadlinesFor(level, ctx.now, years),
  );
  const timed = {
    status: 'SUBMITTED' as const,
    level,
    receivedAt: ctx.now,
    acceptBy,
    contactBy,
    handleBy,
    resolvedAt: null,
    reopenCount: 0,
    escalation: 0,
    handlingLevel: route.level,
  };
  return {
    ...timed,
    ...alarmOf(timed, false, world.calendar),
    ...untouched,
    districtId: ctx.districtId,
    id: uuid(),
    no,
    title: draft.title,
    description: draft.description,
    categoryCode: category.code,
    categoryVersion: world.categoryVersion,
    source: draft.source,
    reporterId: draft.reporterId,
    enteredById: draft.reporterId === ctx.actor.id ? null : ctx.actor.id,
    anonymous: draft.anonymous,
    confidential: route.hideReporter,
    address: draft.address,
    lng: draft.position?.lng ?? null,
    lat: draft.position?.lat ?? null,
    ...where,
    unitCode: route.unitCode,
    assigneeId: route.assigneeId ?? null,
    leadUnit: route.leadUnit,
    routing: route.hops.map(({ to, because }) => ({ to, because })),
    understanding: draft.understanding,
    clockProvisional: provisional,
  };
}

/** What is not yet so when a ticket begins. */
const untouched = {
  version: 1,
  acceptedAt: null,
  contactedAt: null,
  handledAt: null,
  handlerId: null,
  closedAt: null,
  pausedAt: null,
  pauseReason: null,
  returnCount: 0,
  arbitrated: false,
  extendCount: 0,
  urgeCount: 0,
  followerCount: 0,
  duplicateOfId: null,
  ratedContacted: null,
  ratedSolved: null,
  ratedSatisfied: null,
  ratingNote: null,
  ratedAt: null,
} as const;

function openingStep(ctx: Ctx, world: World, draft: TicketDraft, ticket: Ticket, route: Route): TicketStep {
  const first = route.hops[0];
  const isOwn = draft.reporterId === ctx.actor.id || draft.reporterId === null;
  const speaker = isOwn && draft.source !== 'staff' ? reporterSpeaker : speakerOf(world, ctx.actor, ticket);
  return {
    districtId: ctx.districtId,
    id: uuid(),
    ticketId: ticket.id,
    action: 'open',
    actorId: ctx.actor.id,
    actorName: speaker.name,
    actorRole: speaker.role,
    text: `${draft.source === 'staff' ? '代居民报了这件事' : '报给了服务台'}，交给${first?.to ?? world.unitName(route.unitCode)}`,
    note: draft.since ? `已经${draft.since}` : null,
    payload: draft.conversationId ? { conversationId: draft.conversationId } : null,
    internal: false,
    at: ctx.now,
  };
}

const reporterSpeaker = { name: '反映人', role: '居民' } as const;
