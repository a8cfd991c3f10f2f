import { v7 as uuid } from 'uuid';
import type { Prisma, TopicStatus } from '#prisma';
import { extensionDays, stageDueAt, topicAlarm } from '#shared/domain/forum/deadlines';
import { whyNotTopic } from '#shared/domain/forum/guards';
import { isTopicLiving, type TopicAction, topicPhaseOf, topicStatusAfter } from '#shared/domain/forum/lifecycle';
import { dayMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { homeOf } from './home';
import { may, type Subject } from './policy';
import { findTopic, type Loaded, subjectOf } from './queries';
import { speakerOf } from './speaker';

/** A topic that the actor may act on, with the world it stands in. */
export interface Begun {
  readonly topic: Loaded & Subject;
  readonly world: World;
}

/**
 * The start of every action: the topic is seen (else not_found), the actor has the right (else forbidden), looks at the newest version (else
 * stale_version), and the life of the topic allows it (else the named reason).
 */
export async function begin(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  action: TopicAction,
): Promise<Begun> {
  const topic = subjectOf(await findTopic(ctx, id));
  if (!may(ctx.actor, action, topic)) throw new AppError('forbidden');
  if (topic.version !== version) throw new AppError('stale_version');
  const world = await worldOf(ctx.db);
  const refusal = whyNotTopic(action, factsOf(ctx, world, topic));
  if (refusal) throw new AppError(refusal);
  return { topic, world };
}

/** The guards' facts of a topic for one actor. */
export const factsOf = ({ actor }: Pick<Ctx, 'actor'>, world: World, topic: Loaded) => ({
  status: topic.status,
  isPassed: topic.checkState === 'PASSED',
  extendCount: topic.extendCount,
  counts: homeOf(world, actor.homeVillageCode, topic),
});

/** What an action writes: other columns, and the line that people read. `note` is the public word of who did it. */
export interface Move {
  readonly action: TopicAction;
  readonly data?: Prisma.TopicUncheckedUpdateManyInput;
  readonly text: string;
  readonly note?: string | null | undefined;
  readonly internal?: boolean;
}

/**
 * The end of every action: a guarded write (stale_version if somebody was faster) with the status the action leads to, its deadline and alarm, the
 * line, and the fact `topic.moved`. Returns the id.
 */
export async function move(ctx: Ctx, { topic, world }: Begun, change: Move): Promise<string> {
  const status = topicStatusAfter(topic.status, change.action);
  if (!status) throw new AppError('topic_action_not_allowed');
  const clock = clockOf(ctx, world, topic, status, change.action);
  const { count } = await ctx.db.topic.updateMany({
    where: { districtId: ctx.districtId, id: topic.id, version: topic.version },
    data: {
      ...{ status, phase: topicPhaseOf(status), activeAt: ctx.now, version: { increment: 1 } },
      ...(!isTopicLiving(status) && { endedAt: ctx.now }),
      ...clock,
      ...change.data,
    },
  });
  if (count === 0) throw new AppError('stale_version');
  await tell(ctx, { topic, world }, change, { status, dueAt: clock.stageDueAt });
  return topic.id;
}

/** The stage's clock after an action: new with a new status, longer after an extension, else as it was. */
function clockOf(ctx: Ctx, world: World, topic: Loaded, status: TopicStatus, action: TopicAction) {
  if (action === 'extend' && topic.stageDueAt) {
    const dueAt = later(topic.stageDueAt, extensionDays * dayMs);
    return { stageDueAt: dueAt, extendCount: 1, ...topicAlarm(status, topic.stageSince, dueAt) };
  }
  if (status === topic.status) return { stageDueAt: topic.stageDueAt };
  const dueAt = stageDueAt(status, ctx.now, world.calendar);
  return { stageSince: ctx.now, stageDueAt: dueAt, extendCount: 0, ...topicAlarm(status, ctx.now, dueAt) };
}

/** What happens to a topic without moving it on: told like its moves. */
type TopicNews =
  | 'meet'
  | 'callOff'
  | 'held'
  | 'rewrite'
  | 'confirm'
  | 'vote'
  | 'addTask'
  | 'taskDone'
  | 'taskRefused'
  | 'dropTask';

/** The line and the fact alone, for what leaves the topic in its stage. `quiet` lines are read on the topic's page and told to nobody. */
export async function tell(
  ctx: Ctx,
  { topic, world }: Begun,
  { action, text, note, internal = false }: Omit<Move, 'action' | 'data'> & { action: TopicAction | TopicNews },
  {
    status = topic.status,
    dueAt = null,
    quiet = false,
  }: { status?: TopicStatus; dueAt?: Date | null; quiet?: boolean } = {},
): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const id = uuid();
  const { name, role } = speakerOf(world, actor, topic);
  const isNewLimit = status !== topic.status || action === 'extend';
  await db.topicStep.create({
    data: {
      ...{ districtId, id, topicId: topic.id, action, status, actorId: actor.id, actorName: name, actorRole: role },
      ...{ text, note: note ?? null, dueAt: isNewLimit ? dueAt : null, internal, at: now },
    },
    select: { id: true },
  });
  if (!quiet) await ctx.emit('topic.moved', { topicId: topic.id, action, stepId: id });
}

/** A resident's words about a move, for those who oversee the place only. */
export async function tellInside(
  { db, districtId, actor, now }: Ctx,
  { topic, world }: Begun,
  text: string,
  note: string,
): Promise<void> {
  const { name, role } = speakerOf(world, actor, topic);
  await db.topicStep.create({
    data: {
      ...{ districtId, id: uuid(), topicId: topic.id, action: 'note', status: topic.status, actorId: actor.id },
      ...{ actorName: name, actorRole: role, text, note, internal: true, at: now },
    },
    select: { id: true },
  });
}
