import type { TopicQuestion } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { agoText, limitText } from '#shared/domain/text/dates';
import { remaining, remainingText } from '#shared/domain/tickets/remaining';
import { AppError } from '#shared/errors';
import type { Actor, Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { type Loaded, outsideName, oversees } from '../forum/index';
import { peopleOf } from '../identity/index';
import { type World, worldOf } from '../places/index';
import { seen } from './asked';

type Shown = Output<'forum.askQuestion'>;

/** The departments in whose name this actor answers. */
export const departmentsOf = ({ posts }: Pick<Actor, 'posts'>): string[] =>
  posts.flatMap(({ kind, departmentCode }) => (kind === 'DEPARTMENT_CLERK' && departmentCode ? [departmentCode] : []));

/** Questions under a topic: those that passed, one's own, and all for those who oversee the place. The oldest first; a page holds them all. */
export async function questionsOf(
  ctx: Ctx,
  { topicId }: Parsed<'forum.questions'>,
): Promise<Output<'forum.questions'>> {
  const { db, districtId, actor } = ctx;
  const { topic, world } = await seen(ctx, topicId);
  const rows = await db.topicQuestion.findMany({
    where: {
      ...{ districtId, topicId },
      ...(oversees(actor, topic) ? {} : { OR: [{ checkState: 'PASSED' }, { askerId: actor.id }] }),
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  return {
    items: await presentQuestions(
      ctx,
      world,
      rows.map((row) => ({ ...row, topic })),
    ),
    mayAsk: isAskable(topic),
    departments: [...world.departments.values()]
      .filter(({ tier }) => tier !== 'CENTRE')
      .map(({ code, name }) => ({ code, name })),
  };
}

/** Questions are asked from the review on, while a topic lives. */
export const isAskable = ({ checkState, status, phase }: Pick<Loaded, 'checkState' | 'status' | 'phase'>): boolean =>
  checkState === 'PASSED' && phase !== 'ENDED' && status !== 'RAISED' && status !== 'SENT_BACK';

/** Questions to one's own department whose words have passed: open ones by their limit, answered ones the latest first. */
export async function questionsToAnswer(ctx: Ctx, { state, cursor, limit }: Parsed<'forum.questionsToAnswer'>) {
  const { db, districtId, actor } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const isOpen = state === 'open';
  const order = isOpen ? ('asc' as const) : ('desc' as const);
  const beyond = isOpen ? 'gt' : 'lt';
  const rows = await db.topicQuestion.findMany({
    where: {
      ...{ districtId, departmentCode: { in: departmentsOf(actor) }, checkState: 'PASSED' },
      answeredAt: isOpen ? null : { not: null },
      ...(after && { OR: [{ askedAt: { [beyond]: after.at } }, { askedAt: after.at, id: { [beyond]: after.id } }] }),
    },
    orderBy: [{ askedAt: order }, { id: order }],
    take: limit + 1,
    include: { topic: true },
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentQuestions(ctx, await worldOf(db), shown),
    nextCursor: last && rows.length > limit ? encodeCursor(last.askedAt.toISOString(), last.id) : null,
  };
}

/** One question as this actor may see it; not_found for any other. */
export async function presentQuestion(ctx: Ctx, id: string): Promise<Shown> {
  const { db, districtId } = ctx;
  const row = await db.topicQuestion.findFirst({ where: { districtId, id }, include: { topic: true } });
  const [shown] = row ? await presentQuestions(ctx, await worldOf(db), [row]) : [];
  if (!shown) throw new AppError('not_found');
  return shown;
}

async function presentQuestions(
  ctx: Ctx,
  world: World,
  rows: readonly (TopicQuestion & { topic: { title: string; villageCode: string | null; townCode: string } })[],
): Promise<Shown[]> {
  const { actor, now } = ctx;
  const people = await peopleOf(
    ctx,
    rows.flatMap(({ askerId, answeredById }) => [askerId, ...(answeredById ? [answeredById] : [])]),
  );
  const departments = departmentsOf(actor);
  return rows.map((row) => {
    const department = world.unitName(row.departmentCode);
    const isInside = departments.includes(row.departmentCode) || oversees(actor, row.topic);
    const seesAnswer = row.answer !== null && (row.answerState === 'PASSED' || isInside);
    return {
      ...{ id: row.id, topicId: row.topicId, topicTitle: row.topic.title, body: row.body, checkState: row.checkState },
      ...{ departmentCode: row.departmentCode, departmentName: department },
      askerLabel: row.askerId === actor.id ? '您' : outsideName(world, people.get(row.askerId)),
      askedText: agoText(row.askedAt, now),
      clock: clockOf(world, row, now),
      answer: seesAnswer ? row.answer : null,
      answerState: seesAnswer ? row.answerState : null,
      answeredText: seesAnswer && row.answeredAt ? `${department}答复，${agoText(row.answeredAt, now)}` : null,
      mine: row.askerId === actor.id,
      mayAnswer: row.checkState === 'PASSED' && row.answer === null && departments.includes(row.departmentCode),
    };
  });
}

function clockOf(world: World, { dueAt, askedAt, answeredAt, alarmKind }: TopicQuestion, now: Date): Shown['clock'] {
  if (!dueAt || answeredAt) return null;
  const left = remaining(now, dueAt, 'working', world.calendar);
  const share = (now.getTime() - askedAt.getTime()) / Math.max(1, dueAt.getTime() - askedAt.getTime());
  return {
    ...{ dueAt: dueAt.toISOString(), dueText: limitText(dueAt, now), elapsed: Math.min(1, Math.max(0, share)) },
    ...{ provisional: false, text: remainingText(left) },
    state: left.overdue ? 'overdue' : alarmKind === 'OVERDUE' ? 'dueSoon' : 'onTime',
  };
}
