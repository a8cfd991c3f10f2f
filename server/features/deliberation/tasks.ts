import type { TaskHelper, TopicTask } from '#prisma';
import type { Output } from '#shared/contract';
import { allCarriedOut, isCarriedOut, isRefused, progressPercent, taskPercent } from '#shared/domain/forum/tasks';
import { agoText, limitText } from '#shared/domain/text/dates';
import { statusLabel } from '#shared/domain/tickets/lifecycle';
import { type Ctx, holds } from '../../kernel/context';
import { type Begun, move } from '../forum/index';
import { type Progress, progressOf } from '../tickets/index';
import { owns, takenAlone } from './asked';

type Shown = Output<'forum.deliberation'>['progress'];

/** The tasks of a topic with how they go. */
async function tasksWithProgress(ctx: Ctx, topicId: string) {
  const { db, districtId } = ctx;
  const rows: (TopicTask & { helpers: TaskHelper[] })[] = await db.topicTask.findMany({
    where: { districtId, topicId },
    orderBy: { position: 'asc' },
    include: { helpers: true },
  });
  const progress = await progressOf(
    ctx,
    rows.map(({ ticketId }) => ticketId),
  );
  return rows.flatMap((task) => {
    const on = progress.get(task.ticketId);
    return on ? [{ task, on }] : [];
  });
}

/** How the tasks of a topic stand, in percent and word by word. */
export async function presentTasks(ctx: Ctx, begun: Begun): Promise<Shown> {
  const { actor, now } = ctx;
  const all = await tasksWithProgress(ctx, begun.topic.id);
  const living = all.filter(({ task }) => !task.droppedAt);
  const isLiving = begun.topic.status === 'CARRY_OUT';
  return {
    percent: progressPercent(living.map(({ on }) => on.status)),
    tasks: all.map(({ task, on }) => {
      const done = isCarriedOut(on.status);
      const helping = task.helpers.some(({ personId }) => personId === actor.id);
      const goesOn = isLiving && !task.droppedAt && !done;
      return {
        ...{ id: task.id, title: task.title, leadUnitName: begun.world.unitName(task.leadUnit), helping },
        ...{ percent: taskPercent(on.status), statusText: statusOf(task, on), overdue: goesOn && now > on.handleBy },
        dueText: limitText(on.handleBy, now),
        lastText: on.last ? `${on.last.text}（${agoText(on.last.at, now)}）` : '',
        ...{ photos: [...on.photos], helperCount: task.helpers.length, dropReason: task.dropReason },
        ticketId: on.visible ? task.ticketId : null,
        mayHelp: goesOn && !helping && holds(actor, 'SERVICE_TEAM'),
        mayDrop: isLiving && !task.droppedAt && isRefused(on.status) && owns(ctx, begun),
      };
    }),
  };
}

const statusOf = ({ droppedAt }: TopicTask, { status }: Progress): string => {
  if (droppedAt) return '撤掉了';
  return isCarriedOut(status) ? '办好了' : statusLabel(status);
};

/** Whether any task that was not called off still waits to be carried out. */
export async function hasUnfinished(ctx: Ctx, topicId: string): Promise<boolean> {
  const all = await tasksWithProgress(ctx, topicId);
  return all.some(({ task, on }) => !task.droppedAt && !isCarriedOut(on.status));
}

/** Moves a topic on to be judged when the last of its tasks is carried out. The topic's row is taken, so two last tasks move it once. */
export async function finishWhenDone(ctx: Ctx, topicId: string): Promise<void> {
  const begun = await takenAlone(ctx, topicId);
  if (begun.topic.status !== 'CARRY_OUT') return;
  const all = await tasksWithProgress(ctx, topicId);
  const since = begun.topic.stageSince;
  const living = all.filter(({ task }) => !task.droppedAt);
  // Carried out again, it waits for what was filed since.
  if (!living.some(({ task }) => task.at >= since)) return;
  if (!allCarriedOut(living.map(({ on }) => on.status))) return;
  await move(ctx, begun, { action: 'finish', text: `${living.length} 项任务都办好了，请提议人和附议的人来评` });
}
