import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { mostOwnStatements, mostStatements } from '#shared/domain/forum/opinions';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { mustNotExpose, posted } from '../../forum/index';
import { seenAlone } from '../asked';
import { opinionBoard, whyNotAnswer } from '../opinions';

/** Adds one sentence to answer; others see it once it has passed. Throws opinion_statement_limit, and opinion_statement_known for the same words. */
export async function addStatement(
  ctx: Ctx,
  { topicId, body }: Parsed<'forum.addStatement'>,
): Promise<Output<'forum.opinions'>> {
  const { db, districtId, actor, now } = ctx;
  mustNotExpose({ body });
  const why = whyNotAnswer(ctx, await seenAlone(ctx, topicId));
  if (why) throw new AppError(why);
  const all = await db.opinionStatement.findMany({
    where: { districtId, topicId },
    select: { authorId: true, body: true },
  });
  const own = all.filter(({ authorId }) => authorId === actor.id);
  if (own.length >= mostOwnStatements || all.length >= mostStatements) throw new AppError('opinion_statement_limit');
  if (all.some((one) => plain(one.body) === plain(body))) throw new AppError('opinion_statement_known');
  const id = uuid();
  await db.opinionStatement.create({
    data: { districtId, id, topicId, no: all.length + 1, authorId: actor.id, body, at: now },
    select: { id: true },
  });
  await db.opinionMap.createMany({ data: [{ districtId, topicId }], skipDuplicates: true });
  await posted(ctx, 'STATEMENT', id);
  return opinionBoard(ctx, { topicId });
}

const plain = (body: string) => body.replace(/[\s\p{P}]/gu, '');
