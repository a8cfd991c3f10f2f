import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { isRefused } from '#shared/domain/forum/tasks';
import { dayOf, endOfDay } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import { type Ctx, holds } from '../../../kernel/context';
import { begin, move, tell } from '../../forum/index';
import { openTask, progressOf } from '../../tickets/index';
import { mustOwn, seenAlone } from '../asked';
import { finishWhenDone, hasUnfinished } from '../tasks';

/** One topic has not more tasks than this. Default, to be confirmed. */
const mostTasks = 20;

/** Makes an agreement a ticket of the unit that leads it, with its limit and its assists. Throws task_limit, unit_unknown, category_unknown. */
export async function addTask(ctx: Ctx, input: Parsed<'forum.addTask'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const { topicId, title, description, categoryCode, leadUnit, dueOn } = input;
  const begun = await seenAlone(ctx, topicId);
  mustOwn(ctx, begun);
  const { topic } = begun;
  if (topic.status !== 'CARRY_OUT') throw new AppError('topic_action_not_allowed');
  if (dueOn < dayOf(now)) throw new AppError('invalid_input', { dueOn: '时限要从今天往后' });
  const position = (await db.topicTask.count({ where: { districtId, topicId } })) + 1;
  if (position > mostTasks) throw new AppError('task_limit');
  const dueAt = endOfDay(dueOn);
  const ticketId = await openTask(ctx, {
    ...{ title, description, categoryCode, unitCode: leadUnit, dueAt, assists: input.assists },
    ...{ villageCode: topic.villageCode, townCode: topic.townCode },
    because: `协商会定下来的事（议题${topic.no}）`,
  });
  await db.topicTask.create({
    data: { districtId, id: uuid(), topicId, position, title, leadUnit, dueAt, ticketId, at: now },
    select: { id: true },
  });
  await tell(ctx, begun, {
    action: 'addTask',
    text: `第 ${position} 项任务：${title}，交给${begun.world.unitName(leadUnit)}`,
  });
  return topicId;
}

/** Calls off a task that its unit did not take on; with the reason, and usually another in its place. */
export async function dropTask(ctx: Ctx, { id, reason }: Parsed<'forum.dropTask'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const task = await db.topicTask.findFirst({ where: { districtId, id } });
  if (!task) throw new AppError('not_found');
  const begun = await seenAlone(ctx, task.topicId);
  mustOwn(ctx, begun);
  const on = (await progressOf(ctx, [task.ticketId])).get(task.ticketId);
  if (!on || !isRefused(on.status)) throw new AppError('task_still_running');
  const { count } = await db.topicTask.updateMany({
    where: { districtId, id, droppedAt: null },
    data: { droppedAt: now, dropReason: reason },
  });
  if (count === 0) throw new AppError('task_still_running');
  await tell(ctx, begun, { action: 'dropTask', text: `任务「${task.title}」撤掉了`, note: reason });
  await finishWhenDone(ctx, task.topicId);
  return task.topicId;
}

/** 同心服务团: somebody of the team offers to help with a task that goes on. */
export async function helpTask(ctx: Ctx, { id }: Parsed<'forum.helpTask'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const task = await db.topicTask.findFirst({ where: { districtId, id, droppedAt: null } });
  if (!task) throw new AppError('not_found');
  const { topic } = await seenAlone(ctx, task.topicId);
  if (!holds(actor, 'SERVICE_TEAM')) throw new AppError('forbidden');
  if (topic.status !== 'CARRY_OUT') throw new AppError('topic_action_not_allowed');
  await db.taskHelper.createMany({
    data: [{ districtId, taskId: id, personId: actor.id, at: now }],
    skipDuplicates: true,
  });
  return topic.id;
}

/** All done, or nothing was to be done by a unit: said in words by whoever answers for the topic. Throws tasks_unfinished. */
export async function finishTopic(ctx: Ctx, { topicId, version, note }: Parsed<'forum.finish'>): Promise<string> {
  const begun = await begin(ctx, { id: topicId, version }, 'finish');
  if (await hasUnfinished(ctx, topicId)) throw new AppError('tasks_unfinished');
  return move(ctx, begun, { action: 'finish', text: '定下来的事办完了，请提议人和附议的人来评', note });
}
