import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { mostOpenQuestions } from '#shared/domain/forum/questions';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustNotExpose, posted } from '../../forum/index';
import { seenAlone } from '../asked';
import { isAskable, presentQuestion } from '../questions';

/** Asks a department something about a topic. It reaches the department, and its clock starts, once the words have passed. Throws question_limit. */
export async function askQuestion(
  ctx: Ctx,
  { topicId, departmentCode, body }: Parsed<'forum.askQuestion'>,
): Promise<Output<'forum.askQuestion'>> {
  const { db, districtId, actor, now } = ctx;
  mustNotExpose({ body });
  const { topic, world } = await seenAlone(ctx, topicId);
  if (!isAskable(topic)) throw new AppError('topic_action_not_allowed');
  const department = world.departments.get(departmentCode);
  if (!department || department.tier === 'CENTRE')
    throw new AppError('unit_unknown', { departmentCode: '没有这个部门' });
  const waiting = await db.topicQuestion.count({
    where: { districtId, topicId, askerId: actor.id, answeredAt: null, checkState: { not: 'REFUSED' } },
  });
  if (waiting >= mostOpenQuestions) throw new AppError('question_limit');
  const id = uuid();
  await db.topicQuestion.create({
    data: { districtId, id, topicId, askerId: actor.id, departmentCode, body, askedAt: now },
    select: { id: true },
  });
  await posted(ctx, 'QUESTION', id);
  return presentQuestion(ctx, id);
}
