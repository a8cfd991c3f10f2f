import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { worldOf } from '../../places/index';
import { mustNotExpose } from '../exposed';
import { homeOf } from '../home';
import { oversees } from '../policy';
import { insertTopic, placeOf, thresholdFor } from '../rows';
import { posted } from '../texts';
import { addVoice, householdOf } from '../voices';

/** Topics in talk that one person may have put forward at a time. Default, to be confirmed. */
const mostLiving = 5;

/**
 * 提: writes a topic down with its first version and the author's own voice. It is read by others once its words have passed. Residents raise where
 * they live (topic_home_missing, topic_raise_elsewhere), staff where they oversee. Returns the id.
 */
export async function raiseTopic(ctx: Ctx, input: Parsed<'forum.raise'>): Promise<string> {
  const { db, districtId, actor } = ctx;
  mustNotExpose({ title: input.title, body: input.body });
  const world = await worldOf(db);
  const where = placeOf(world, input);
  const counts = homeOf(world, actor.homeVillageCode, where);
  if (counts !== 'yes' && !oversees(actor, where))
    throw new AppError(counts === 'unknown' ? 'topic_home_missing' : 'topic_raise_elsewhere');
  const living = await db.topic.count({ where: { districtId, authorId: actor.id, phase: 'DECIDING' } });
  if (living >= mostLiving) throw new AppError('topic_limit');
  const photos = await findOwnPhotos(ctx, input.photoIds);
  const id = await insertTopic(ctx, world, {
    ...{ ...where, title: input.title, body: input.body, place: input.place ?? '', authorId: actor.id },
    ...{ status: 'RAISED', threshold: await thresholdFor(ctx, world, where) },
    line: { text: '提出了这个议题', name: '提议人', role: '居民' },
  });
  await db.topicPhoto.createMany({
    data: photos.map((photo, position) => ({ districtId, topicId: id, attachmentId: photo.id, position })),
  });
  for (const photo of photos) await posted(ctx, 'PICTURE', `${id}:${photo.id}`);
  if (counts === 'yes' && actor.homeVillageCode)
    await addVoice(ctx, id, {
      ...{ personId: actor.id, villageCode: actor.homeVillageCode },
      householdId: await householdOf(ctx, actor.id),
    });
  return id;
}
