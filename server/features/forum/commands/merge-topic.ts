import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move, tell } from '../move';
import { findTopic, type Loaded, subjectOf } from '../queries';
import { lockTopic } from '../texts';
import { carryVoices } from '../voices';
import { gatherIfEnough } from './support-topic';

/**
 * 合并: the topic ends in another of the same place that is still talked over, and its voices are carried there; every supporter is told and may take
 * the voice back. topic_merge_invalid for anything else.
 */
export async function mergeTopic(ctx: Ctx, input: Parsed<'forum.merge'>): Promise<string> {
  if (input.id === input.intoId) throw new AppError('topic_merge_invalid');
  await findTopic(ctx, input.id);
  const target = await findTopic(ctx, input.intoId);
  // In one order, so that two mergings the other way round do not wait for each other.
  for (const id of [input.id, input.intoId].sort()) await lockTopic(ctx, id);
  const begun = await begin(ctx, input, 'merge');
  const { topic, world } = begun;
  const into = await findTopic(ctx, target.id);
  if (!isFit(topic, into)) throw new AppError('topic_merge_invalid');
  await carryVoices(ctx, topic.id, into);
  await tell(
    ctx,
    { topic: subjectOf(into), world },
    { action: 'merge', text: `「${topic.title}」并入这个议题，附议一起过来`, note: input.reason },
    { quiet: true },
  );
  const id = await move(ctx, begun, {
    ...{ action: 'merge', data: { mergedIntoId: into.id } },
    ...{ text: `并入「${into.title}」，附议一起过去`, note: input.reason },
  });
  await gatherIfEnough(ctx, into.id);
  return id;
}

const isFit = (topic: Loaded, into: Loaded): boolean =>
  into.phase === 'DECIDING' &&
  into.status !== 'SENT_BACK' &&
  into.checkState === 'PASSED' &&
  into.townCode === topic.townCode &&
  (into.villageCode === null || into.villageCode === topic.villageCode);
