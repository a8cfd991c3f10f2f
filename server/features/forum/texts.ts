import { v7 as uuid } from 'uuid';
import type { CheckState, Prisma, Topic, TopicText } from '#prisma';
import { stageDueAt, topicAlarm } from '#shared/domain/forum/deadlines';
import { bigramsOf } from '#shared/domain/forum/search';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { saidTexts } from './said-texts';
import type { PostedText, TextKind } from './text-kind';

const topicText: TextKind = {
  load: async ({ db, districtId }, id) => {
    const text = await db.topicText.findFirst({
      where: { districtId, id },
      include: { topic: { select: { place: true } } },
    });
    if (!text) return null;
    const { authorId, topicId, checkState: state, title } = text;
    // Where it is and why it was changed are read with the words, so they are checked with them.
    const words = [text.body, text.no === 1 ? text.topic.place : '', text.reason].filter(Boolean).join('\n');
    return { authorId, topicId, state, title, words };
  },
  settle: async (ctx, id, state) => {
    const { db, districtId } = ctx;
    const text = await db.topicText.update({
      where: { districtId_id: { districtId, id } },
      data: { checkState: state },
      include: { topic: true },
    });
    const { topic } = text;
    const isShown = text.no === topic.textNo;
    if (state !== 'PASSED') {
      if (isShown) await change(ctx, topic.id, { checkState: state });
      return;
    }
    if (text.no < topic.textNo) return;
    const isFirst = topic.checkState !== 'PASSED' && topic.status === 'RAISED';
    await change(ctx, topic.id, {
      ...{ title: text.title, body: text.body, textNo: text.no, checkState: 'PASSED' },
      ...{ grams: bigramsOf(`${text.title} ${text.body}`), ...(isFirst && (await clockFromNow(ctx))) },
    });
    if (text.no > topic.textNo) await tellChange(ctx, topic, text);
  },
};

/** A new version that is read from now on has its line; `topic.moved` tells the supporters. */
async function tellChange(
  { db, districtId, emit, now }: Ctx,
  { id: topicId, status }: Topic,
  { no, reason, authorId }: TopicText,
): Promise<void> {
  const id = uuid();
  await db.topicStep.create({
    data: {
      ...{ districtId, id, topicId, action: 'edit', status, actorId: authorId, actorName: '提议人', actorRole: '居民' },
      ...{ text: `改了内容，现在是第 ${no} 版`, note: reason, at: now },
    },
  });
  await emit('topic.moved', { topicId, action: 'edit', stepId: id });
}

/** Voices are collected from the moment others can read it. */
async function clockFromNow({ db, now }: Ctx) {
  const dueAt = stageDueAt('RAISED', now, (await worldOf(db)).calendar);
  return { stageSince: now, activeAt: now, stageDueAt: dueAt, ...topicAlarm('RAISED', now, dueAt) };
}

const change = ({ db, districtId }: Ctx, id: string, data: Prisma.TopicUncheckedUpdateManyInput) =>
  db.topic.updateMany({ where: { districtId, id }, data });

const comment: TextKind = {
  load: async ({ db, districtId }, id) => {
    const found = await db.topicComment.findFirst({ where: { districtId, id } });
    if (!found) return null;
    const { authorId, topicId, checkState: state, body: words } = found;
    return { authorId, topicId, state, words };
  },
  settle: async (ctx, id, state) => {
    const { db, districtId } = ctx;
    const before = await db.topicComment.findUniqueOrThrow({ where: { districtId_id: { districtId, id } } });
    await db.topicComment.updateMany({ where: { districtId, id }, data: { checkState: state } });
    const by = countsOf({ ...before, checkState: state }) - countsOf(before);
    await countComment(ctx, before, by);
  },
};

/** A comment is counted while others can read it. */
const countsOf = ({ checkState, removedAt }: { checkState: CheckState; removedAt: Date | null }) =>
  checkState === 'PASSED' && !removedAt ? 1 : 0;

/** Moves the counters of the topic, and of the comment that was answered. */
export async function countComment(
  { db, districtId }: Ctx,
  { topicId, rootId }: { topicId: string; rootId: string | null },
  by: number,
): Promise<void> {
  if (by === 0) return;
  const where = { districtId, id: topicId };
  await db.topic.updateMany({ where, data: { commentCount: { increment: by } } });
  if (rootId)
    await db.topicComment.updateMany({ where: { districtId, id: rootId }, data: { replyCount: { increment: by } } });
}

/** A picture is named `<topic>:<attachment>`. */
const picture: TextKind = {
  load: async ({ db, districtId }, textId) => {
    const [topicId = '', attachmentId = ''] = textId.split(':');
    const photo = await db.topicPhoto.findFirst({
      where: { districtId, topicId, attachmentId },
      include: { topic: { select: { authorId: true } } },
    });
    return photo && { authorId: photo.topic.authorId, topicId, state: photo.checkState, attachmentId };
  },
  settle: async ({ db, districtId }, textId, state) => {
    const [topicId = '', attachmentId = ''] = textId.split(':');
    await db.topicPhoto.updateMany({ where: { districtId, topicId, attachmentId }, data: { checkState: state } });
  },
};

/** Every kind of text that others are to read. */
const kinds = { TOPIC: topicText, COMMENT: comment, PICTURE: picture, ...saidTexts } as const satisfies Record<
  string,
  TextKind
>;

export type TextKindName = keyof typeof kinds;

/** Says that a text was written and waits for its check. Until the verdict nobody but its author and those who oversee the place sees it. */
export const posted = ({ emit }: Pick<Ctx, 'emit'>, kind: TextKindName, textId: string): Promise<void> =>
  emit('forum.textPosted', { kind, textId });

/** The text behind a `forum.textPosted` with the place it counts in; not_found when there is none. */
export async function postedText(
  ctx: Ctx,
  kind: string,
  textId: string,
): Promise<PostedText & Pick<Topic, 'villageCode' | 'townCode'>> {
  const found = isKind(kind) ? await kinds[kind].load(ctx, textId) : null;
  if (!found) throw new AppError('not_found');
  const place = await ctx.db.topic.findUniqueOrThrow({
    where: { districtId_id: { districtId: ctx.districtId, id: found.topicId } },
    select: { villageCode: true, townCode: true },
  });
  return { ...found, ...place };
}

/** The version of a topic's words that is shown, for those who point at the topic; not_found for an unknown topic. */
export async function shownTextId(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  topicId: string,
): Promise<string> {
  const topic = await db.topic.findFirst({ where: { districtId, id: topicId }, select: { textNo: true } });
  const text = topic && (await db.topicText.findFirst({ where: { districtId, topicId, no: topic.textNo } }));
  if (!text) throw new AppError('not_found');
  return text.id;
}

/** Writes the verdict on a text with everything that hangs on it, and says so. The topic's row is locked: counters stay true. Nothing happens twice. */
export async function settleText(ctx: Ctx, kind: string, textId: string, state: CheckState): Promise<void> {
  const { topicId } = await postedText(ctx, kind, textId);
  await lockTopic(ctx, topicId);
  const { state: before } = await postedText(ctx, kind, textId);
  if (before === state || !isKind(kind)) return;
  await kinds[kind].settle(ctx, textId, state);
  await ctx.emit('forum.textSettled', { kind, textId, state });
}

const isKind = (kind: string): kind is TextKindName => Object.hasOwn(kinds, kind);

/** Whoever changes what a topic counts takes its row first, so that what is counted next has been committed. */
export async function lockTopic({ db, districtId }: Ctx, id: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "Topic" WHERE "districtId" = ${districtId} AND "id" = ${id}::uuid FOR NO KEY UPDATE`;
}
