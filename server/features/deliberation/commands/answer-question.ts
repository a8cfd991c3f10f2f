import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { posted } from '../../forum/index';
import { departmentsOf, presentQuestion } from '../questions';

/** A department answers, in words, once. Others read it when the words have passed. Questions to other departments do not exist for this actor. */
export async function answerQuestion(
  ctx: Ctx,
  { id, answer }: Parsed<'forum.answerQuestion'>,
): Promise<Output<'forum.answerQuestion'>> {
  const { db, districtId, actor, now } = ctx;
  const own = { districtId, id, departmentCode: { in: departmentsOf(actor) }, checkState: 'PASSED' as const };
  if (!(await db.topicQuestion.findFirst({ where: own, select: { id: true } }))) throw new AppError('not_found');
  const { count } = await db.topicQuestion.updateMany({
    where: { ...own, answeredAt: null },
    data: { answer, answerState: 'PENDING', answeredById: actor.id, answeredAt: now, alarmAt: null, alarmKind: null },
  });
  if (count === 0) throw new AppError('question_answered');
  await posted(ctx, 'ANSWER', id);
  return presentQuestion(ctx, id);
}
