import { Prisma } from '#prisma';
import { escalationText } from '#shared/domain/tickets/escalation';
import type { Ctx } from '../../../kernel/context';
import { type World, worldOf } from '../../places/index';
import { alarmLevel, alarmOf } from '../clock';
import { addStep, move } from '../move';
import { type Loaded, loadTicket } from '../queries';

const batch = 100;

/**
 * Says what the clocks have to say by `ctx.now`: yellow, red with one level up, 回访, close after silence. Rows are claimed, so instances do
 * not meet; each alarm moves its own time on, so a second run finds nothing. Returns how many were sounded; call again while it is not 0.
 */
export async function soundAlarms(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "id" FROM "Ticket" WHERE "alarmAt" <= ${now} AND "districtId" = ${districtId}
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const world = await worldOf(db);
  for (const { id } of due) await sound(ctx, world, await loadTicket(ctx, id));
  return due.length;
}

async function sound(ctx: Ctx, world: World, ticket: Loaded): Promise<void> {
  switch (ticket.alarmKind) {
    case 'warn':
      return warn(ctx, world, ticket);
    case 'overdue':
      return escalate(ctx, world, ticket);
    case 'revisit':
      return revisit(ctx, world, ticket);
    case 'close':
      await move(
        ctx,
        { ticket, world },
        {
          action: 'close',
          data: { status: 'CLOSED', closedAt: ctx.now },
          text: '七天没有回音，自动办结。没办好可以在 15 天内要求重办',
        },
      );
      return;
    default:
      await rewind(ctx, ticket, { alarmAt: null, alarmKind: null });
  }
}

async function warn(ctx: Ctx, world: World, ticket: Loaded): Promise<void> {
  await rewind(ctx, ticket, alarmOf(ticket, true, world.calendar));
  await addStep(ctx, world, ticket, { action: 'warn', text: '时限已用去八成，请抓紧办理', internal: true });
  await ctx.emit('ticket.warned', { ticketId: ticket.id });
}

async function escalate(ctx: Ctx, world: World, ticket: Loaded): Promise<void> {
  const level = alarmLevel(ticket, world.calendar);
  const escalation = ticket.escalation + 1;
  await rewind(ctx, ticket, { escalation, ...alarmOf({ ...ticket, escalation }, true, world.calendar) });
  await addStep(ctx, world, ticket, {
    action: 'escalate',
    text: escalationText({ kind: 'overdue', at: ctx.now, level }),
    payload: { level },
  });
  await ctx.emit('ticket.escalated', { ticketId: ticket.id, level });
}

async function revisit(ctx: Ctx, world: World, ticket: Loaded): Promise<void> {
  await rewind(ctx, ticket, alarmOf(ticket, true, world.calendar));
  const stepId = await addStep(ctx, world, ticket, {
    action: 'revisit',
    text: '居民还没有确认，请回访一次',
    internal: true,
  });
  await ctx.emit('ticket.moved', { ticketId: ticket.id, action: 'revisit', stepId });
}

/** Alarms move on without a new version: staff at work are not sent back for them. */
async function rewind(
  { db, districtId }: Ctx,
  { id }: Loaded,
  data: { alarmAt: Date | null; alarmKind: string | null; escalation?: number },
): Promise<void> {
  await db.ticket.updateMany({ where: { districtId, id }, data });
}
