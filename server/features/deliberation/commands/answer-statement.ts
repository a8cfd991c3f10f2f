import type { Output, Parsed } from '#shared/contract';
import { choiceAt, letterOf, type OpinionChoice } from '#shared/domain/forum/opinions';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { getPerson } from '../../identity/index';
import { seen } from '../asked';
import { opinionBoard, whyNotAnswer } from '../opinions';

/** One person's answer to one statement; said again it replaces the first. The ballot's row decides races, so a person counts once. */
export async function answerStatement(
  ctx: Ctx,
  { id, choice }: Parsed<'forum.answerStatement'>,
): Promise<Output<'forum.opinions'>> {
  const { db, districtId, actor, now } = ctx;
  const statement = await db.opinionStatement.findFirst({ where: { districtId, id, checkState: 'PASSED' } });
  if (!statement) throw new AppError('not_found');
  const { topicId, no } = statement;
  const why = whyNotAnswer(ctx, await seen(ctx, topicId));
  if (why) throw new AppError(why);
  const { householdId } = await getPerson(ctx, actor.id);
  const own = { districtId, topicId, personId: actor.id };
  await db.opinionBallot.createMany({ data: [{ ...own, householdId, at: now }], skipDuplicates: true });
  const [ballot] = await db.$queryRaw<{ choices: string }[]>`
    SELECT "choices" FROM "OpinionBallot" WHERE "districtId" = ${districtId} AND "topicId" = ${topicId}::uuid AND "personId" = ${actor.id}::uuid
    FOR UPDATE`;
  const before = ballot?.choices ?? '';
  const said = choiceAt(before, no);
  if (said !== choice) {
    const padded = before.padEnd(no, '-');
    const choices = padded.slice(0, no - 1) + letterOf(choice) + padded.slice(no);
    await db.opinionBallot.update({ where: { districtId_topicId_personId: own }, data: { choices, at: now } });
    await db.opinionStatement.update({
      where: { districtId_id: { districtId, id } },
      data: { ...(said && { [columns[said]]: { decrement: 1 } }), [columns[choice]]: { increment: 1 } },
      select: { id: true },
    });
    // Once wanted the row is left alone, so that people who answer at the same time do not wait for each other.
    await db.opinionMap.updateMany({ where: { districtId, topicId, wanted: false }, data: { wanted: true } });
  }
  return opinionBoard(ctx, { topicId });
}

const columns: Readonly<Record<OpinionChoice, 'agree' | 'disagree' | 'pass'>> = {
  AGREE: 'agree',
  DISAGREE: 'disagree',
  PASS: 'pass',
};
