import { v7 as uuid } from 'uuid';
import { deadlinesFor } from '#shared/domain/tickets/sla';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { holdersOf } from '../../identity/index';
import { worldOf } from '../../places/index';
import { alarmOf, counted } from '../clock';
import { planTicket } from '../plan-ticket';
import { levelOf, postOfLevel } from '../units';
import { openTicket } from './open-ticket';

/** A piece of work that was agreed on: who leads, until when, and who helps with what. */
export interface Task {
  title: string;
  description: string;
  categoryCode: string;
  unitCode: string;
  dueAt: Date;
  villageCode: string | null;
  townCode: string;
  assists: readonly { unitCode: string; request: string }[];
  /** Why it comes to this unit, as people read it. */
  because: string;
}

/**
 * Files a task as a ticket of the unit that leads it, with its own limit and its assists from the start. Nobody has reported it, so nobody confirms
 * it: passing the check is its end. Throws category_unknown (also for what is confidential), unit_unknown.
 */
export async function openTask(ctx: Ctx, task: Task): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  if (world.categories.get(task.categoryCode)?.sensitive) throw new AppError('category_unknown');
  const handlingLevel = levelOf(world, task.unitCode);
  const plan = await planTicket(ctx, {
    ...{ categoryCode: task.categoryCode, title: task.title, description: task.description },
    ...{ villageCode: task.villageCode ?? undefined, townCode: task.townCode },
    address: world.placeLabel(task.villageCode ?? task.townCode),
    ...{ reporterId: null, anonymous: false, source: 'forum', attachmentIds: [], understanding: null },
  });
  const kind = postOfLevel[handlingLevel];
  const holder = kind ? (await holdersOf(ctx, kind, task.unitCode))[0] : undefined;
  const { acceptBy, contactBy } = counted(world.calendar, (years) => deadlinesFor('P3', now, years));
  const ticket = {
    ...plan.ticket,
    ...{ level: 'P3' as const, acceptBy, contactBy, handleBy: task.dueAt },
    ...{ handlingLevel, unitCode: task.unitCode, leadUnit: task.unitCode, assigneeId: holder?.id ?? null },
    routing: [{ to: world.unitName(task.unitCode), because: task.because }],
  };
  const { id } = await openTicket(ctx, {
    ...plan,
    ticket: { ...ticket, ...alarmOf(ticket, false, world.calendar) },
    step: { ...plan.step, text: `${task.because}，交给${world.unitName(task.unitCode)}` },
  });
  for (const { unitCode } of task.assists) levelOf(world, unitCode);
  await db.ticketAssist.createMany({
    data: task.assists.map(({ unitCode, request }) => ({
      ...{ districtId, id: uuid(), ticketId: id, unitCode, request },
      ...{ dueAt: task.dueAt, createdById: actor.id, createdAt: now },
    })),
  });
  return id;
}
