import type { Output } from '#shared/contract';
import { outcomeOf, verdictOf } from '#shared/domain/forum/judging';
import { limitText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { type Begun, type Loaded, move, oversees } from '../forum/index';

type Shown = Output<'forum.deliberation'>['judging'];

/** The round of judging a topic is in: 1, and one more for each time it was carried out again. */
export async function roundOf({ db, districtId }: Ctx, topicId: string): Promise<number> {
  return 1 + (await db.topicStep.count({ where: { districtId, topicId, action: 'redo' } }));
}

/** Who judges: the authors and those who support. */
export const isJudge = ({ authors, supports }: Pick<Loaded, 'authors' | 'supports'>): boolean =>
  authors.length > 0 || supports.length > 0;

async function countsOf({ db, districtId }: Ctx, topicId: string, round: number) {
  const [row] = await db.$queryRaw<{ count: number; informed: number; solved: number; satisfied: number }[]>`
    SELECT count(*)::int AS count, count(*) FILTER (WHERE "informed")::int AS informed, count(*) FILTER (WHERE "solved")::int AS solved,
      count(*) FILTER (WHERE "satisfied")::int AS satisfied
    FROM "TopicJudgement" WHERE "districtId" = ${districtId} AND "topicId" = ${topicId}::uuid AND "round" = ${round}`;
  return row ?? { count: 0, informed: 0, solved: 0, satisfied: 0 };
}

/** How a topic was judged; null before that. Notes are read by those who answer for the topic. */
export async function presentJudging(ctx: Ctx, { topic }: Begun): Promise<Shown> {
  if (topic.status !== 'JUDGE' && topic.status !== 'DONE') return null;
  const { db, districtId, actor, now } = ctx;
  const round = await roundOf(ctx, topic.id);
  const where = { districtId, topicId: topic.id, round };
  const mine = await db.topicJudgement.findFirst({ where: { ...where, personId: actor.id } });
  const noted = oversees(actor, topic)
    ? await db.topicJudgement.findMany({ where: { ...where, note: { not: null } }, orderBy: { at: 'desc' }, take: 20 })
    : [];
  return {
    ...verdictOf(await countsOf(ctx, topic.id, round)),
    open: topic.status === 'JUDGE',
    untilText: topic.status === 'JUDGE' && topic.stageDueAt ? limitText(topic.stageDueAt, now) : null,
    words: noted.flatMap(({ note }) => (note ? [note] : [])),
    mine: mine && { informed: mine.informed, solved: mine.solved, satisfied: mine.satisfied },
  };
}

/** Ends the judging: done, or to be carried out again because most say it is not solved. The topic must have been taken. */
export async function endJudging(ctx: Ctx, begun: Begun): Promise<void> {
  const { topic } = begun;
  const counts = await countsOf(ctx, topic.id, await roundOf(ctx, topic.id));
  const verdict = verdictOf(counts);
  const said = counts.count
    ? `${counts.count} 人评过，${verdict.solved}% 说解决了，${verdict.satisfied}% 满意`
    : '评的时间到了，没有人评';
  if (outcomeOf(counts) === 'redo')
    await move(ctx, begun, { action: 'redo', text: `${said}，多数人说没有解决，再办一次` });
  else await move(ctx, begun, { action: 'conclude', text: said });
}

/** Whether everybody who judges has done so. */
export async function hasEverybody({ db, districtId }: Ctx, topicId: string, round: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ missing: boolean }[]>`
    SELECT EXISTS (
      SELECT "personId" FROM "TopicSupport" WHERE "districtId" = ${districtId} AND "topicId" = ${topicId}::uuid AND "withdrawnAt" IS NULL
      UNION SELECT "personId" FROM "TopicAuthor" WHERE "districtId" = ${districtId} AND "topicId" = ${topicId}::uuid
      EXCEPT SELECT "personId" FROM "TopicJudgement" WHERE "districtId" = ${districtId} AND "topicId" = ${topicId}::uuid AND "round" = ${round}
    ) AS missing`;
  return row?.missing === false;
}
