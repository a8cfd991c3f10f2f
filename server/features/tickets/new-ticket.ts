import { v7 as uuid } from 'uuid';
import type { Ticket, TicketStep } from '#prisma';
import type { TicketLevel } from '#shared/domain/tickets/levels';
import type { Route } from '#shared/domain/tickets/routing';
import { deadlinesFor } from '#shared/domain/tickets/sla';
import type { Ctx } from '../../kernel/context';
import type { CategoryEntry, World } from '../places/index';
import { alarmOf, counted } from './clock';
import type { TicketDraft } from './draft';
import { speakerOf } from './speaker';
import type { Whereabouts } from './where';

/** The row of a new ticket: level, limits, first alarm, and who has it by its route. */
export function newTicket(
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

/** The first line of its time line. */
export function openingStep(ctx: Ctx, world: World, draft: TicketDraft, ticket: Ticket, route: Route): TicketStep {
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
