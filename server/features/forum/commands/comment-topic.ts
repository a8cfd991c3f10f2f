import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { whyNotTopic } from '#shared/domain/forum/guards';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { presentComments } from '../comments';
import { mustNotExpose } from '../exposed';
import { factsOf } from '../move';
import { commentsVisibleTo } from '../policy';
import { findTopic } from '../queries';
import { countComment, lockTopic, posted } from '../texts';

/** Writes a comment or an answer down; others read it once it has passed. Answers to answers hang on the same first comment. */
export async function commentTopic(ctx: Ctx, input: Parsed<'forum.comment'>): Promise<Output<'forum.comment'>> {
  const { db, districtId, actor, now } = ctx;
  mustNotExpose({ body: input.body });
  const topic = await findTopic(ctx, input.topicId);
  const world = await worldOf(db);
  const refusal = whyNotTopic('comment', factsOf(ctx, world, topic));
  if (refusal) throw new AppError(refusal);
  const answered = input.answersId
    ? await db.topicComment.findFirst({
        where: {
          AND: [
            { districtId, topicId: topic.id, id: input.answersId, removedAt: null },
            commentsVisibleTo(actor, topic),
          ],
        },
      })
    : null;
  if (input.answersId && !answered) throw new AppError('not_found');
  const comment = await db.topicComment.create({
    data: {
      ...{ districtId, id: uuid(), topicId: topic.id, authorId: actor.id, villageCode: actor.homeVillageCode },
      ...{ rootId: answered ? (answered.rootId ?? answered.id) : null, answersId: answered?.id ?? null },
      ...{ hideName: input.hideName, body: input.body, at: now },
    },
  });
  await posted(ctx, 'COMMENT', comment.id);
  const [shown] = await presentComments(ctx, topic, [comment]);
  if (!shown) throw new AppError('internal');
  return shown;
}

/** Takes an own comment away; its answers stay under an empty place. */
export async function removeComment(ctx: Ctx, { id }: Parsed<'forum.removeComment'>): Promise<{ ok: true }> {
  const { db, districtId, actor, now } = ctx;
  const own = await db.topicComment.findFirst({ where: { districtId, id, authorId: actor.id, removedAt: null } });
  if (!own) throw new AppError('not_found');
  await lockTopic(ctx, own.topicId);
  const [before] = await db.topicComment.updateManyAndReturn({
    where: { districtId, id, removedAt: null },
    data: { removedAt: now },
  });
  if (before?.checkState === 'PASSED') await countComment(ctx, before, -1);
  return { ok: true };
}
