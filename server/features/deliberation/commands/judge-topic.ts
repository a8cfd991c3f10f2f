import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { seenAlone, takenAlone } from '../asked';
import { endJudging, hasEverybody, isJudge, roundOf } from '../judging';

const batch = 50;

/** One judgement a person, by an author or a supporter, while it is time. When the last one has judged the topic need not wait. */
export async function judgeTopic(ctx: Ctx, input: Parsed<'forum.judge'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { topicId, informed, solved, satisfied, note } = input;
  const begun = await seenAlone(ctx, topicId);
  if (begun.topic.status !== 'JUDGE') throw new AppError('topic_action_not_allowed');
  if (!isJudge(begun.topic)) throw new AppError('judge_not_yours');
  const round = await roundOf(ctx, topicId);
  const { count } = await db.topicJudgement.createMany({
    data: [
      { districtId, topicId, round, personId: actor.id, informed, solved, satisfied, note: note ?? null, at: now },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw new AppError('topic_already_judged');
  if (await hasEverybody(ctx, topicId, round)) await endJudging(ctx, begun);
  return topicId;
}

/** Ends the judging of topics whose time is over. Rows are claimed. Returns how many; call again while it is not 0. */
export async function closeJudging(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Topic" WHERE "districtId" = ${districtId} AND "status" = 'JUDGE' AND "stageDueAt" < ${now}
    ORDER BY "stageDueAt" LIMIT ${batch} FOR NO KEY UPDATE SKIP LOCKED`;
  for (const { id } of due) await endJudging(ctx, await takenAlone(ctx, id));
  return due.length;
}
