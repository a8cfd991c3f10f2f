import type { z } from 'zod';
import type { Prisma, Topic, TopicComment } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import type { TopicComment as Shown } from '#shared/contract/forum';
import { agoText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { commentsVisibleTo } from './policy';
import { findTopic } from './queries';
import { outsideName } from './speaker';

/** A page of comments under a topic, the newest first; of the answers to one, the oldest first. */
export async function commentPage(ctx: Ctx, input: Parsed<'forum.comments'>): Promise<Output<'forum.comments'>> {
  const { db, districtId, actor } = ctx;
  const topic = await findTopic(ctx, input.topicId);
  const after = input.cursor ? decodeCursor(input.cursor) : undefined;
  const way = input.rootId ? 'asc' : 'desc';
  const beyond = input.rootId ? 'gt' : 'lt';
  const rows = await db.topicComment.findMany({
    where: {
      AND: [
        { districtId, topicId: topic.id, rootId: input.rootId ?? null },
        { OR: [{ removedAt: null }, { replyCount: { gt: 0 } }] },
        commentsVisibleTo(actor, topic),
        after ? { OR: [{ at: { [beyond]: after.at } }, { at: after.at, id: { [beyond]: after.id } }] } : {},
      ] satisfies Prisma.TopicCommentWhereInput[],
    },
    orderBy: [{ at: way }, { id: way }],
    take: input.limit + 1,
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await presentComments(ctx, topic, shown),
    nextCursor: last && rows.length > input.limit ? encodeCursor(last.at.toISOString(), last.id) : null,
  };
}

/** Comments as this actor may see them: nicknames or places, never names. */
export async function presentComments(
  ctx: Ctx,
  topic: Pick<Topic, 'id' | 'authorId'>,
  comments: readonly TopicComment[],
): Promise<z.output<typeof Shown>[]> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const answeredIds = comments.flatMap(({ answersId, rootId }) =>
    answersId && answersId !== rootId ? [answersId] : [],
  );
  const answered = await db.topicComment.findMany({ where: { districtId, id: { in: answeredIds } } });
  const people = await peopleOf(
    ctx,
    [...comments, ...answered].map(({ authorId }) => authorId),
  );
  const nameOf = ({ authorId, hideName }: TopicComment) => {
    if (authorId === actor.id) return '我';
    return hideName ? '一位居民' : outsideName(world, people.get(authorId));
  };
  const byId = new Map(answered.map((one) => [one.id, one]));
  return comments.map((comment) => {
    const to = byId.get(comment.answersId ?? '');
    const isGone = comment.removedAt !== null;
    return {
      id: comment.id,
      rootId: comment.rootId,
      answersLabel: to ? nameOf(to) : null,
      authorLabel: isGone ? '' : nameOf(comment),
      placeLabel: comment.villageCode && !isGone ? world.placeName(comment.villageCode) : null,
      body: isGone ? '（留言已删除）' : comment.body,
      checkState: comment.checkState,
      replyCount: comment.replyCount,
      atText: agoText(comment.at, now),
      mine: comment.authorId === actor.id,
      byAuthor: comment.authorId === topic.authorId && !comment.hideName,
      mayRemove: comment.authorId === actor.id && !isGone,
    };
  });
}
