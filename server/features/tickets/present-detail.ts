import type { Output } from '#shared/contract';
import { limitText, momentText } from '#shared/domain/text/dates';
import { maskedPhone } from '#shared/domain/text/phone';
import { photoRequiredFor } from '#shared/domain/tickets/guards';
import type { Actor, Ctx } from '../../kernel/context';
import { presentPhoto } from '../photos/index';
import { ringsOf, type World, worldOf } from '../places/index';
import { countNearby } from './duplicates';
import { hidesReporter, may, mayReveal } from './policy';
import { type Names, presentSummary, reporterLabel } from './present';
import { type Loaded, loadTicket, namesOf, subjectOf } from './queries';
import { unitsOf } from './scope';

type Detail = Output<'tickets.get'>;

/** Whether somebody works on the ticket, and so sees internal steps, the words of the report and why it went where it went. */
const isInside = (actor: Actor, ticket: Loaded) => may(actor, 'comment', subjectOf(ticket));

/** A ticket with its whole story, as this actor may see it. Reads it again, so that a command's reply shows what was written. */
export async function detailOf(ctx: Ctx, id: string): Promise<Detail> {
  return presentDetail(ctx, await loadTicket(ctx, id));
}

/** The same for a ticket that is already loaded. */
export async function presentDetail(ctx: Ctx, ticket: Loaded): Promise<Detail> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const inside = isInside(actor, ticket);
  const isReporter = ticket.reporterId === actor.id;
  const names = await namesOf(ctx, [ticket.assigneeId, ticket.handlerId, ticket.reporterId]);
  const steps = await db.ticketStep.findMany({
    where: { districtId, ticketId: ticket.id, ...(inside ? {} : { internal: false }) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const into = ticket.duplicateOfId
    ? await db.ticket.findFirst({ where: { districtId, id: ticket.duplicateOfId }, select: { no: true } })
    : null;
  return {
    ...presentSummary(ctx, world, ticket, names),
    description: inside || isReporter ? ticket.description : ticket.title,
    position:
      (inside || isReporter) && ticket.lng !== null && ticket.lat !== null
        ? { lng: ticket.lng, lat: ticket.lat }
        : null,
    grid: gridShape(world, ticket.gridCode),
    routing: ticket.routing as Detail['routing'],
    responsible: responsibleOf(world, ticket, names),
    leadUnitName: world.unitName(ticket.leadUnit),
    assists: ticket.assists.map((assist) => ({
      id: assist.id,
      unitCode: assist.unitCode,
      unitName: world.unitName(assist.unitCode),
      request: assist.request,
      dueAt: assist.dueAt.toISOString(),
      dueText: limitText(assist.dueAt, now),
      state: assist.state,
      result: assist.result,
      mayFinish: assist.state === 'OPEN' && unitsOf(actor).includes(assist.unitCode),
    })),
    photos: ticket.attachments.map((photo) => presentPhoto(ctx, photo)),
    photoRequired: photoRequiredFor(world.categories.get(ticket.categoryCode)?.group ?? ''),
    steps: steps.map((step) => ({
      id: step.id,
      action: step.action,
      text: step.text,
      note: inside || isReporter ? step.note : null,
      actorName: step.actorName,
      actorRole: step.actorRole,
      at: step.at.toISOString(),
      atText: momentText(step.at, now),
      internal: step.internal,
    })),
    deadlines: {
      acceptBy: ticket.acceptBy.toISOString(),
      contactBy: ticket.contactBy.toISOString(),
      handleBy: ticket.handleBy.toISOString(),
    },
    reporter: reporterOf(actor, ticket, names),
    understanding: inside || isReporter ? (ticket.understanding as Detail['understanding']) : null,
    nearbyCount: inside ? await countNearby(ctx, ticket) : 0,
    anonymous: ticket.anonymous,
    confidential: ticket.confidential,
    pauseReason: ticket.pauseReason,
    rating: inside || isReporter ? ratingOf(ticket) : null,
    duplicateOfNo: into?.no ?? null,
  };
}

function gridShape(world: World, gridCode: string | null): Detail['grid'] {
  const grid = gridCode ? world.grid(gridCode) : undefined;
  return grid ? { synthetic: grid.synthetic, label: grid.name, rings: ringsOf(grid.outline) } : null;
}

/** Named person with the working number, or the unit that has it. */
function responsibleOf(world: World, ticket: Loaded, names: Names): Detail['responsible'] {
  const person = ticket.assigneeId ? names.get(ticket.assigneeId) : undefined;
  if (!person) return { name: world.unitName(ticket.unitCode), role: '承办单位', phone: null };
  return { name: person.name, role: roleOfLevel(world, ticket), phone: person.phone };
}

const roleOfLevel = (world: World, { handlingLevel, unitCode }: Loaded): string =>
  ({
    GRID: '网格员',
    VILLAGE: '网格长',
    TOWN: `${world.unitName(unitCode)}经办`,
    DEPARTMENT: world.unitName(unitCode),
    CENTRE: '区中心',
  })[handlingLevel];

function reporterOf(actor: Actor, ticket: Loaded, names: Names): Detail['reporter'] {
  const subject = subjectOf(ticket);
  const hidden = hidesReporter(actor, subject);
  const phone = ticket.reporterId ? (names.get(ticket.reporterId)?.phone ?? null) : null;
  return {
    label: reporterLabel(actor, ticket, names),
    phoneMasked: hidden || !phone ? null : maskedPhone(phone),
    hidden,
    mayReveal: mayReveal(actor, subject),
  };
}

function ratingOf(ticket: Loaded): Detail['rating'] {
  const { ratedContacted: contacted, ratedSolved: solved, ratedSatisfied: satisfied } = ticket;
  if (contacted === null || solved === null || satisfied === null) return null;
  return { contacted, solved, satisfied, note: ticket.ratingNote };
}
