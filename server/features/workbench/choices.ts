import type { Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { centreUnit, colleaguesOf, findTicket } from '../tickets/index';

/** 规范用语 for a step of this ticket: those of its category before the general ones. */
export async function canned(ctx: Ctx, input: Parsed<'workbench.canned'>): Promise<Output<'workbench.canned'>> {
  const { categoryCode } = await findTicket(ctx, input.ticketId);
  const { db, districtId } = ctx;
  const found = await db.cannedSentence.findMany({
    where: { districtId, action: input.action, categoryCode: { in: [categoryCode, '*'] } },
    orderBy: [{ categoryCode: 'desc' }, { position: 'asc' }],
  });
  return { items: found.map(({ id, text }) => ({ id, text })) };
}

/** Who may be given this ticket, with what each has open already; the least busy first. */
export async function colleagues(
  ctx: Ctx,
  input: Parsed<'workbench.colleagues'>,
): Promise<Output<'workbench.colleagues'>> {
  const ticket = await findTicket(ctx, input.ticketId);
  const { db, districtId } = ctx;
  const people = await colleaguesOf(ctx, await worldOf(db), ticket);
  const loads = await db.ticket.groupBy({
    by: ['assigneeId'],
    where: {
      districtId,
      assigneeId: { in: people.map(({ id }) => id) },
      status: { in: ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED'] },
    },
    _count: true,
  });
  const openOf = new Map(loads.map(({ assigneeId, _count }) => [assigneeId, _count]));
  return {
    items: people
      .map(({ id, name, role }) => ({ id, name, role, openCount: openOf.get(id) ?? 0 }))
      .sort((a, b) => a.openCount - b.openCount),
  };
}

/** Where this ticket may go: the places around it, the departments and the centre, without the unit that has it. */
export async function units(ctx: Ctx, input: Parsed<'workbench.units'>): Promise<Output<'workbench.units'>> {
  const ticket = await findTicket(ctx, input.ticketId);
  const world = await worldOf(ctx.db);
  const village = ticket.villageCode ?? '';
  const items = [
    ...world.gridsOf(village).map(({ code, name }) => ({ code, name, kind: '网格' })),
    ...(ticket.villageCode ? [{ code: village, name: world.placeLabel(village), kind: '村（社区）' }] : []),
    ...(ticket.townCode ? [{ code: ticket.townCode, name: world.placeName(ticket.townCode), kind: '镇街' }] : []),
    ...[...world.departments.values()].map(({ code, name }) => ({
      code,
      name,
      kind: code === centreUnit ? '区中心' : '部门',
    })),
  ];
  return { items: items.filter(({ code }) => code !== ticket.unitCode) };
}
