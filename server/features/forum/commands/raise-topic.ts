import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { stageDueAt, topicAlarm } from '#shared/domain/forum/deadlines';
import type { TopicLevel } from '#shared/domain/forum/lifecycle';
import { bigramsOf } from '#shared/domain/forum/search';
import { thresholdOf } from '#shared/domain/forum/voices';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { type World, worldOf } from '../../places/index';
import { homeOf } from '../home';
import { nextNo } from '../numbers';
import { oversees } from '../policy';
import { posted } from '../texts';
import { addVoice } from '../voices';

/** Living topics one person may have put forward at a time. Default, to be confirmed. */
const mostLiving = 5;

/**
 * 提: writes a topic down with its first version and the author's own voice. It is read by others once its words have passed. Residents raise where
 * they live (topic_home_missing, topic_raise_elsewhere), staff where they oversee. Returns the id.
 */
export async function raiseTopic(ctx: Ctx, input: Parsed<'forum.raise'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const where = placeOf(world, input);
  const counts = homeOf(world, actor.homeVillageCode, where);
  if (counts !== 'yes' && !oversees(actor, where))
    throw new AppError(counts === 'unknown' ? 'topic_home_missing' : 'topic_raise_elsewhere');
  await refuseTooMany(ctx);
  const photos = await findOwnPhotos(ctx, input.photoIds);
  const lines = await db.topicThreshold.findMany({ where: { districtId } });
  const id = uuid();
  const { title, body } = input;
  const dueAt = stageDueAt('RAISED', now, world.calendar);
  await db.topic.create({
    data: {
      ...{ districtId, id, no: await nextNo(ctx), ...where, title, body, grams: bigramsOf(`${title} ${body}`) },
      ...{ place: input.place ?? '', authorId: actor.id, ownerUnit: where.villageCode ?? where.townCode },
      threshold: thresholdOf(where.level, world.upwards(where.villageCode ?? where.townCode), lines),
      ...{ raisedAt: now, activeAt: now, stageSince: now, stageDueAt: dueAt, ...topicAlarm('RAISED', now, dueAt) },
    },
    select: { id: true },
  });
  const textId = uuid();
  await db.topicText.create({
    data: { districtId, id: textId, topicId: id, no: 1, title, body, authorId: actor.id, at: now },
  });
  await db.topicAuthor.create({ data: { districtId, topicId: id, personId: actor.id, joinedAt: now } });
  await db.topicStep.create({
    data: {
      ...{ districtId, id: uuid(), topicId: id, action: 'raise', status: 'RAISED', actorId: actor.id, at: now },
      ...{ actorName: '提议人', actorRole: '居民', text: '提出了这个议题', dueAt },
    },
  });
  if (photos.length > 0)
    await db.topicPhoto.createMany({
      data: photos.map((photo, position) => ({ districtId, topicId: id, attachmentId: photo.id, position })),
    });
  if (counts === 'yes' && actor.homeVillageCode) await addOwnVoice(ctx, id, actor.homeVillageCode);
  await ctx.emit('topic.raised', { topicId: id });
  await posted(ctx, 'TOPIC', textId);
  for (const photo of photos) await posted(ctx, 'PICTURE', `${id}:${photo.id}`);
  return id;
}

/** The place a topic counts in: a village for estates and villages, its town for towns. place_unknown, place_out_of_scope. */
function placeOf(
  world: World,
  { level, placeCode }: { level: TopicLevel; placeCode: string },
): { level: TopicLevel; villageCode: string | null; townCode: string } {
  const place = world.divisions.get(placeCode);
  if (!place || place.kind === 'DISTRICT' || (level !== 'TOWN' && place.kind !== 'VILLAGE'))
    throw new AppError('place_unknown');
  if (!place.inScope) throw new AppError('place_out_of_scope');
  const townCode = place.kind === 'TOWN' ? place.code : (place.parentCode ?? '');
  return { level, townCode, villageCode: level === 'TOWN' ? null : place.code };
}

async function refuseTooMany({ db, districtId, actor }: Ctx): Promise<void> {
  const living = await db.topic.count({
    where: { districtId, authorId: actor.id, phase: 'DECIDING' },
  });
  if (living >= mostLiving) throw new AppError('topic_limit');
}

async function addOwnVoice(ctx: Ctx, topicId: string, villageCode: string): Promise<void> {
  const { db, districtId, actor } = ctx;
  const { householdId } = await db.person.findUniqueOrThrow({
    where: { districtId_id: { districtId, id: actor.id } },
    select: { householdId: true },
  });
  await addVoice(ctx, topicId, { personId: actor.id, householdId, villageCode });
}
