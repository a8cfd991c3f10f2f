import type { Output, Parsed } from '#shared/contract';
import { whyNotTopic } from '#shared/domain/forum/guards';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { homeOf } from '../home';
import { codeFor, topicOfCode } from '../invites';
import { factsOf } from '../move';
import { may } from '../policy';
import { findTopic, loadTopic, subjectOf } from '../queries';
import { lockTopic } from '../texts';
import { addVoice, householdOf } from '../voices';
import { gatherIfEnough } from './support-topic';

/** Authors of one topic. Default, to be confirmed. */
const mostAuthors = 10;

/** The first author's code for those who want to put the topic forward together. */
export async function inviteAuthors(ctx: Ctx, { id }: Parsed<'forum.invite'>): Promise<Output<'forum.invite'>> {
  const topic = subjectOf(await findTopic(ctx, id));
  if (!may(ctx.actor, 'invite', topic)) throw new AppError('forbidden');
  const refusal = whyNotTopic('invite', factsOf(ctx, await worldOf(ctx.db), topic));
  if (refusal) throw new AppError(refusal);
  return codeFor(ctx, id);
}

/** 联名: whoever has the code and lives there becomes an author, with a voice. Returns the id. */
export async function joinAuthors(ctx: Ctx, { code }: Parsed<'forum.coauthor'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const id = await topicOfCode(ctx, code);
  await lockTopic(ctx, id);
  const topic = await loadTopic(ctx, id);
  const world = await worldOf(db);
  const refusal = whyNotTopic('invite', factsOf(ctx, world, topic));
  if (refusal) throw new AppError(refusal);
  const counts = homeOf(world, actor.homeVillageCode, topic);
  if (counts !== 'yes') throw new AppError(counts === 'unknown' ? 'topic_home_missing' : 'topic_counts_elsewhere');
  if (topic.authors.length > 0) throw new AppError('topic_coauthor_already');
  if ((await db.topicAuthor.count({ where: { districtId, topicId: id } })) >= mostAuthors)
    throw new AppError('topic_coauthor_limit');
  await db.topicAuthor.create({ data: { districtId, topicId: id, personId: actor.id, joinedAt: now } });
  await addVoice(ctx, id, {
    ...{ personId: actor.id, villageCode: actor.homeVillageCode ?? '' },
    householdId: await householdOf(ctx, actor.id),
  });
  await ctx.emit('topic.supported', { topicId: id, personId: actor.id });
  await gatherIfEnough(ctx, id);
  return id;
}
