import { exposedIn } from '#server/nlu/public-text';
import type { Parsed } from '#shared/contract';
import { hasCategory } from '#shared/domain/learning/examples';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { mustJudgeExamples } from '../policy';

/**
 * Takes a sentence for learning, with the words and labels as they were put right, or leaves it. Once: the later of two gets example_closed.
 * Throws forbidden, not_found, example_exposed (the words still name somebody) and example_category.
 */
export async function judgeExample(ctx: Ctx, input: Parsed<'learning.judge'>): Promise<void> {
  mustJudgeExamples(ctx);
  const { db, districtId, actor, now, emit } = ctx;
  const { id, accepted, text, intent } = input;
  const found = await db.example.findFirst({ where: { districtId, id }, select: { id: true } });
  if (!found) throw new AppError('not_found');
  if (accepted && exposedIn(text).length > 0) throw new AppError('example_exposed');
  const categoryCode = hasCategory(intent) ? input.categoryCode : null;
  const { categories } = await worldOf(db);
  if (accepted && hasCategory(intent) && !categories.has(categoryCode ?? '')) throw new AppError('example_category');
  const { count } = await db.example.updateMany({
    where: { districtId, id, state: 'OPEN' },
    data: {
      ...{ judgedById: actor.id, judgedAt: now },
      ...(accepted ? { state: 'ACCEPTED', text, intent, categoryCode } : { state: 'REJECTED' }),
    },
  });
  if (count === 0) throw new AppError('example_closed');
  await emit('learning.judged', { exampleId: id, accepted });
}
