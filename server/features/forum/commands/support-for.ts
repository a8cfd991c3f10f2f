import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { whyNotTopic } from '#shared/domain/forum/guards';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { worldOf } from '../../places/index';
import { homeOf } from '../home';
import { factsOf } from '../move';
import { mayEnterFor } from '../policy';
import { addVoice, householdOf } from '../voices';
import { gatherIfEnough, lockedTopic, standing } from './support-topic';

/**
 * 代录附议: staff of the place write down the voice of somebody without a phone, with the person's consent and a photo of it. Name, village and the
 * end of the ID number are kept as a keyed hash only, so that nobody is entered twice.
 */
export async function supportFor(ctx: Ctx, input: Parsed<'forum.supportFor'>): Promise<Output<'forum.supportFor'>> {
  const { db, actor } = ctx;
  const topic = await lockedTopic(ctx, input.id);
  const world = await worldOf(db);
  const villageCode = topic.villageCode ?? input.villageCode ?? '';
  if (homeOf(world, villageCode || null, topic) !== 'yes')
    throw new AppError('place_unknown', { villageCode: '请选住的村（社区）' });
  if (!mayEnterFor(actor, villageCode, topic)) throw new AppError('forbidden');
  const refusal = whyNotTopic('support', { ...factsOf(ctx, world, topic), counts: 'yes' });
  if (refusal) throw new AppError(refusal);
  const [photo] = await findOwnPhotos(ctx, [input.photoId]);
  const personKey = ctx.keyed(`${input.personName}|${villageCode}|${input.idTail.toUpperCase()}`);
  const personId = await personOf(ctx, input, villageCode, personKey);
  const counted = await addVoice(ctx, topic.id, {
    ...{ personId, householdId: await householdOf(ctx, personId), villageCode, via: input.via, personKey },
    ...{ enteredById: actor.id, consent: input.consent, photoId: photo?.id ?? null },
  });
  if (!counted) throw new AppError('topic_already_supported', undefined, '这位居民已经附议过了，一人一票');
  await ctx.emit('topic.supported', { topicId: topic.id, personId });
  await gatherIfEnough(ctx, topic.id);
  return standing(ctx, topic.id);
}

/** Somebody who was entered before, who has an account with this name and number, or a new person without one. */
async function personOf(
  { db, districtId, now }: Ctx,
  { personName: name, phone }: Parsed<'forum.supportFor'>,
  homeVillageCode: string,
  personKey: string,
): Promise<string> {
  const entered = await db.topicSupport.findFirst({ where: { districtId, personKey }, select: { personId: true } });
  if (entered) return entered.personId;
  const known = phone ? await db.person.findFirst({ where: { districtId, name, phone, disabledAt: null } }) : null;
  if (known) return known.id;
  const { id } = await db.person.create({
    data: { districtId, id: uuid(), name, phone: phone ?? null, homeVillageCode, createdAt: now },
    select: { id: true },
  });
  return id;
}
