import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustNotExpose } from '../exposed';
import { begin, move, tellInside } from '../move';
import { posted } from '../texts';

/**
 * Writes a new version; it takes the place of the old one when it has passed, and everybody can read what changed. Once somebody else has supported
 * the topic a reason is asked for (topic_edit_reason), and every supporter is told.
 */
export async function editTopic(ctx: Ctx, input: Parsed<'forum.edit'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { topic } = await begin(ctx, input, 'edit');
  const { title, body } = input;
  mustNotExpose({ title, body });
  const newest = await db.topicText.findFirst({ where: { districtId, topicId: topic.id }, orderBy: { no: 'desc' } });
  if (newest?.title === title && newest.body === body) throw new AppError('topic_text_same');
  if (!input.reason && (await hasOthers(ctx, topic.id))) throw new AppError('topic_edit_reason');
  const { count } = await db.topic.updateMany({
    where: { districtId, id: topic.id, version: topic.version },
    data: { version: { increment: 1 }, ...(topic.checkState !== 'PASSED' && { checkState: 'PENDING' }) },
  });
  if (count === 0) throw new AppError('stale_version');
  const id = uuid();
  const no = (newest?.no ?? 0) + 1;
  await db.topicText.create({
    data: {
      ...{ districtId, id, topicId: topic.id, no, title, body, authorId: actor.id, at: now },
      reason: input.reason ?? null,
    },
  });
  await posted(ctx, 'TOPIC', id);
  return topic.id;
}

/** Whether anybody but the authors supports it. */
async function hasOthers({ db, districtId }: Ctx, topicId: string): Promise<boolean> {
  const authors = await db.topicAuthor.findMany({ where: { districtId, topicId }, select: { personId: true } });
  const other = await db.topicSupport.findFirst({
    where: { districtId, topicId, withdrawnAt: null, personId: { notIn: authors.map(({ personId }) => personId) } },
    select: { personId: true },
  });
  return other !== null;
}

/** Hands a topic that was sent back to its review again. The note is for those who review: nobody has checked it for others to read. */
export async function resubmitTopic(ctx: Ctx, input: Parsed<'forum.resubmit'>): Promise<string> {
  const begun = await begin(ctx, input, 'resubmit');
  if (input.note) await tellInside(ctx, begun, '提议人的说明', input.note);
  return move(ctx, begun, { action: 'resubmit', text: '改好了，再交审核' });
}
