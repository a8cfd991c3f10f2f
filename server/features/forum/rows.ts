import { v7 as uuid } from 'uuid';
import type { TopicStatus } from '#prisma';
import { stageDueAt, topicAlarm } from '#shared/domain/forum/deadlines';
import type { TopicLevel } from '#shared/domain/forum/lifecycle';
import { bigramsOf } from '#shared/domain/forum/search';
import { thresholdOf } from '#shared/domain/forum/voices';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { World } from '../places/index';
import { nextNo } from './numbers';
import { posted } from './texts';

/** The place a topic counts in. */
export interface Place {
  readonly level: TopicLevel;
  readonly villageCode: string | null;
  readonly townCode: string;
}

/** The place that was named for a level: a village for estates and villages, its town for towns. place_unknown, place_out_of_scope. */
export function placeOf(world: World, { level, placeCode }: { level: TopicLevel; placeCode: string }): Place {
  const place = world.divisions.get(placeCode);
  if (!place || place.kind === 'DISTRICT' || (level !== 'TOWN' && place.kind !== 'VILLAGE'))
    throw new AppError('place_unknown');
  if (!place.inScope) throw new AppError('place_out_of_scope');
  const townCode = place.kind === 'TOWN' ? place.code : (place.parentCode ?? '');
  return { level, townCode, villageCode: level === 'TOWN' ? null : place.code };
}

/** How many voices a topic of this place needs. */
export async function thresholdFor({ db, districtId }: Ctx, world: World, place: Place): Promise<number> {
  const lines = await db.topicThreshold.findMany({ where: { districtId } });
  return thresholdOf(place.level, world.upwards(place.villageCode ?? place.townCode), lines);
}

/** A topic to be written down. */
export interface NewTopic extends Place {
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly authorId: string;
  readonly status: TopicStatus;
  readonly threshold: number;
  readonly splitFromId?: string;
  readonly line: { readonly text: string; readonly name: string; readonly role: string };
}

/** Writes a topic with its first version, its author, its first line and the fact, and hands the words to the check. Returns its id. */
export async function insertTopic(ctx: Ctx, world: World, topic: NewTopic): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { line, ...row } = topic;
  const { title, body, authorId, status } = row;
  const id = uuid();
  const dueAt = stageDueAt(status, now, world.calendar);
  await db.topic.create({
    data: {
      ...{ ...row, districtId, id, no: await nextNo(ctx), grams: bigramsOf(`${title} ${body}`) },
      ...{ ownerUnit: row.villageCode ?? row.townCode, raisedAt: now, activeAt: now },
      ...{ stageSince: now, stageDueAt: dueAt, ...topicAlarm(status, now, dueAt) },
    },
    select: { id: true },
  });
  const textId = uuid();
  await db.topicText.create({ data: { districtId, id: textId, topicId: id, no: 1, title, body, authorId, at: now } });
  await db.topicAuthor.create({ data: { districtId, topicId: id, personId: authorId, joinedAt: now } });
  await db.topicStep.create({
    data: {
      ...{ districtId, id: uuid(), topicId: id, action: 'raise', status, actorId: actor.id, at: now, dueAt },
      ...{ actorName: line.name, actorRole: line.role, text: line.text },
    },
  });
  await ctx.emit('topic.raised', { topicId: id });
  await posted(ctx, 'TOPIC', textId);
  return id;
}
