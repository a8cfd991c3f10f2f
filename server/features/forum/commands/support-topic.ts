import type { Output, Parsed } from '#shared/contract';
import { whyNotTopic } from '#shared/domain/forum/guards';
import { AppError } from '#shared/errors';
import { type Ctx, system } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { factsOf, move } from '../move';
import { findTopic, type Loaded, loadTopic, subjectOf } from '../queries';
import { lockTopic } from '../texts';
import { addVoice, householdOf, takeVoice } from '../voices';

/** 附议: one voice a person, counted where the person lives. A second tap is topic_already_supported. */
export async function supportTopic(ctx: Ctx, { id }: Parsed<'forum.support'>): Promise<Output<'forum.support'>> {
  const { db, actor } = ctx;
  const topic = await lockedTopic(ctx, id);
  const refusal = whyNotTopic('support', factsOf(ctx, await worldOf(db), topic));
  if (refusal) throw new AppError(refusal);
  const householdId = await householdOf(ctx, actor.id);
  const villageCode = actor.homeVillageCode ?? '';
  if (!(await addVoice(ctx, id, { personId: actor.id, householdId, villageCode })))
    throw new AppError('topic_already_supported');
  await ctx.emit('topic.supported', { topicId: id, personId: actor.id });
  await gatherIfEnough(ctx, id);
  return standing(ctx, id);
}

/** Takes the own voice back, while it still counts for something. An author's voice goes with the topic. */
export async function unsupportTopic(ctx: Ctx, { id }: Parsed<'forum.unsupport'>): Promise<Output<'forum.unsupport'>> {
  const topic = await lockedTopic(ctx, id);
  if (topic.authors.length > 0) throw new AppError('topic_author_voice');
  if (topic.phase === 'ENDED') throw new AppError('topic_action_not_allowed');
  if (!(await takeVoice(ctx, id, ctx.actor.id))) throw new AppError('topic_not_supported');
  await ctx.emit('topic.unsupported', { topicId: id, personId: ctx.actor.id });
  return standing(ctx, id);
}

/** A topic this actor may see, locked, and read again as it is now. */
export async function lockedTopic(ctx: Ctx, id: string): Promise<Loaded> {
  await findTopic(ctx, id);
  await lockTopic(ctx, id);
  return findTopic(ctx, id);
}

/** The voice that was missing sends the topic to its review. The caller has locked the topic. */
export async function gatherIfEnough(ctx: Ctx, id: string): Promise<void> {
  const topic = subjectOf(await loadTopic(ctx, id));
  if (topic.status !== 'RAISED' || topic.supportCount < topic.threshold) return;
  await move(
    { ...ctx, actor: system },
    { topic, world: await worldOf(ctx.db) },
    { action: 'gather', text: `附议满 ${topic.threshold} 人，转入审核` },
  );
}

/** What a topic counts now, and whether this actor's voice is among it. */
export async function standing(ctx: Ctx, id: string): Promise<Output<'forum.support'>> {
  const { supports, supportCount, householdCount, threshold, status } = await loadTopic(ctx, id);
  return { id, supported: supports.length > 0, supportCount, householdCount, threshold, status };
}
