import { v7 as uuid } from 'uuid';
import type { Prisma, Ticket } from '#prisma';
import { whyNot } from '#shared/domain/tickets/guards';
import type { TicketAction } from '#shared/domain/tickets/lifecycle';
import { deadlineInForce } from '#shared/domain/tickets/sla';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { alarmOf } from './clock';
import { may } from './policy';
import { factsOf } from './present';
import { findTicket, type Loaded, subjectOf } from './queries';
import { speakerOf } from './speaker';

/** A ticket that the actor may act on, with the world it stands in. */
export interface Begun {
  ticket: Loaded;
  world: World;
}

const noPhotos = { before: 0, after: 0 };

/**
 * The start of every action: the ticket is seen (else not_found), the actor has the right (else forbidden), looks at the newest version (else
 * stale_version), and the life of the ticket allows it (else the named reason).
 */
export async function begin(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  action: TicketAction,
  photosFor: (ticket: Loaded) => Promise<{ before: number; after: number }> = async () => noPhotos,
): Promise<Begun> {
  const ticket = await findTicket(ctx, id);
  if (!may(ctx.actor, action, subjectOf(ticket))) throw new AppError('forbidden');
  if (ticket.version !== version) throw new AppError('stale_version');
  const world = await worldOf(ctx.db);
  const reason = whyNot(action, factsOf(world, ticket, ctx, await photosFor(ticket)));
  if (reason) throw new AppError(reason);
  return { ticket, world };
}

/** What an action writes: columns, and the line of the time line. */
export interface Move {
  action: string;
  data?: Partial<Ticket>;
  text: string;
  note?: string | undefined;
  internal?: boolean;
  payload?: Prisma.InputJsonObject;
}

/**
 * The end of every action: a guarded write (stale_version if somebody was faster), the step, and the fact `ticket.moved`. When the limit in force
 * changes, its alarm starts anew at yellow and from the holder.
 */
export async function move(ctx: Ctx, { ticket, world }: Begun, change: Move): Promise<string> {
  const { count } = await ctx.db.ticket.updateMany({
    where: { districtId: ctx.districtId, id: ticket.id, version: ticket.version },
    data: { ...columnsOf(world, ticket, change.data ?? {}), version: { increment: 1 } },
  });
  if (count === 0) throw new AppError('stale_version');
  const stepId = await addStep(ctx, world, ticket, change);
  await ctx.emit('ticket.moved', { ticketId: ticket.id, action: change.action, stepId });
  return ticket.id;
}

/** The columns to write, the alarm with them when the clock in force is another one afterwards. */
function columnsOf(world: World, ticket: Ticket, data: Partial<Ticket>): Prisma.TicketUncheckedUpdateManyInput {
  const next: Ticket = { ...ticket, ...data };
  const isSameClock =
    deadlineInForce(ticket.status, ticket)?.getTime() === deadlineInForce(next.status, next)?.getTime() &&
    ticket.status === next.status &&
    ticket.handlingLevel === next.handlingLevel;
  const alarm = isSameClock ? {} : { escalation: 0, ...alarmOf({ ...next, escalation: 0 }, false, world.calendar) };
  return { ...data, ...alarm } as Prisma.TicketUncheckedUpdateManyInput;
}

/** Writes one line of the time line in the actor's name. Returns its id. */
export async function addStep(
  { db, districtId, actor, now }: Ctx,
  world: World,
  ticket: Ticket,
  { action, text, note, internal = false, payload }: Move,
): Promise<string> {
  const id = uuid();
  const { name, role } = speakerOf(world, actor, ticket);
  await db.ticketStep.create({
    data: {
      districtId,
      id,
      ticketId: ticket.id,
      action,
      actorId: actor.id,
      actorName: name,
      actorRole: role,
      text,
      note: note ?? null,
      ...(payload && { payload }),
      internal,
      at: now,
    },
    select: { id: true },
  });
  return id;
}
