import { diffChars } from 'diff';
import type { Prisma } from '#prisma';
import { Prisma as Sql } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { topicPhases } from '#shared/domain/forum/lifecycle';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { oversees, reviewedBy, visibleTo } from './policy';
import { presentClock, presentSummary } from './present';
import { findTopic, withOwn } from './queries';

/** 我的事: topics this actor put forward or supports, the latest first. */
export async function ownTopics(
  ctx: Ctx,
  { state, cursor, limit }: Parsed<'forum.mine'>,
): Promise<Output<'forum.mine'>> {
  const { db, districtId, actor } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const phases = topicPhases.filter((phase) => state === 'all' || (phase === 'ENDED') === (state === 'done'));
  const rows = await db.$queryRaw<{ topicId: string; at: Date }[]>`
    SELECT own."topicId", max(own."at") AS "at" FROM (
      SELECT "topicId", "joinedAt" AS "at" FROM "TopicAuthor" WHERE "districtId" = ${districtId} AND "personId" = ${actor.id}::uuid
      UNION ALL SELECT "topicId", "at" FROM "TopicSupport"
        WHERE "districtId" = ${districtId} AND "personId" = ${actor.id}::uuid AND "withdrawnAt" IS NULL) own
    JOIN "Topic" t ON t."districtId" = ${districtId} AND t."id" = own."topicId" AND t."phase"::text = ANY(${phases})
    GROUP BY own."topicId"
    ${after ? Sql.sql`HAVING (max(own."at"), own."topicId") < (${after.at}, ${after.id}::uuid)` : Sql.empty}
    ORDER BY 2 DESC, 1 DESC LIMIT ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await topicSummaries(
      ctx,
      shown.map(({ topicId }) => topicId),
    ),
    nextCursor: last && rows.length > limit ? encodeCursor(last.at.toISOString(), last.topicId) : null,
  };
}

/** Topics by id in the order given, without those this actor may not see. */
export async function topicSummaries(ctx: Ctx, ids: readonly string[]): Promise<Output<'forum.mine'>['items']> {
  const { db, districtId, actor } = ctx;
  const topics = await db.topic.findMany({
    where: { AND: [{ districtId, id: { in: [...ids] } }, visibleTo(actor)] },
    include: withOwn(actor.id),
  });
  const world = await worldOf(db);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  return ids.flatMap((id) => {
    const topic = byId.get(id);
    return topic ? [presentSummary(ctx, world, topic)] : [];
  });
}

const viewed = {
  review: ['REVIEW'],
  gathering: ['RAISED', 'SENT_BACK'],
  running: ['NOTICE', 'DISCUSS', 'DECIDE', 'CARRY_OUT', 'JUDGE'],
} as const;

/** Topics this actor answers for by post, those whose limit comes first in front; also those whose words have not passed. */
export async function topicQueue(
  ctx: Ctx,
  { view, cursor, limit }: Parsed<'forum.queue'>,
): Promise<Output<'forum.queue'>> {
  const { db, districtId, actor, now } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.topic.findMany({
    where: {
      AND: [
        { districtId, status: { in: [...viewed[view]] }, stageDueAt: { not: null } },
        reviewedBy(actor),
        after ? { OR: [{ stageDueAt: { gt: after.at } }, { stageDueAt: after.at, id: { gt: after.id } }] } : {},
      ] satisfies Prisma.TopicWhereInput[],
    },
    orderBy: [{ stageDueAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    include: withOwn(actor.id),
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const world = await worldOf(db);
  const people = await peopleOf(
    ctx,
    shown.map(({ authorId }) => authorId),
  );
  return {
    items: shown.map((topic) => ({
      ...presentSummary(ctx, world, topic),
      ...{ clock: presentClock(world, topic, now), authorLabel: people.get(topic.authorId)?.name ?? '' },
    })),
    nextCursor: last?.stageDueAt && rows.length > limit ? encodeCursor(last.stageDueAt.toISOString(), last.id) : null,
  };
}

/** Every version with what changed from the one before, the newest first. Versions that have not passed are the authors' and the overseers'. */
export async function textVersions(ctx: Ctx, { id }: Parsed<'forum.texts'>): Promise<Output<'forum.texts'>> {
  const { db, districtId, actor, now } = ctx;
  const topic = await findTopic(ctx, id);
  const isInside = topic.authors.length > 0 || oversees(actor, topic);
  const texts = await db.topicText.findMany({
    where: { districtId, topicId: id, ...(isInside ? {} : { checkState: 'PASSED' }) },
    orderBy: { no: 'asc' },
  });
  const items = texts.map(({ no, at, reason, checkState, title, body }, index) => {
    const before = texts[index - 1] ?? { title, body };
    return {
      ...{ no, atText: momentText(at, now), reason, checkState },
      ...{ title: changesOf(before.title, title), body: changesOf(before.body, body) },
    };
  });
  return { items: items.reverse() };
}

const changesOf = (before: string, after: string) =>
  diffChars(before, after).map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value,
  }));
