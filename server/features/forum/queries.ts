import type { Prisma, Topic, TopicStep } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type Subject, visibleTo } from './policy';

/** What comes with every topic: whether this actor is one of its authors, and the actor's voice. */
export const withOwn = (actorId: string) =>
  ({
    authors: { where: { personId: actorId }, select: { personId: true } },
    supports: { where: { personId: actorId, withdrawnAt: null }, select: { personId: true } },
  }) satisfies Prisma.TopicInclude;

/** A topic as one actor sees it. */
export type Loaded = Prisma.TopicGetPayload<{ include: ReturnType<typeof withOwn> }>;

/** What policy.ts looks at. */
export const subjectOf = (topic: Loaded): Loaded & Subject => ({ ...topic, authored: topic.authors.length > 0 });

/** A topic this actor may see; anything else does not exist for them. */
export async function findTopic({ db, districtId, actor }: Ctx, id: string): Promise<Loaded> {
  const topic = await db.topic.findFirst({
    where: { AND: [{ districtId, id }, visibleTo(actor)] },
    include: withOwn(actor.id),
  });
  if (!topic) throw new AppError('not_found');
  return topic;
}

/** A topic by id, whoever asks: for the desk itself and for replies to those who have just handed it on. */
export async function loadTopic({ db, districtId, actor }: Ctx, id: string): Promise<Loaded> {
  const topic = await db.topic.findFirst({ where: { districtId, id }, include: withOwn(actor.id) });
  if (!topic) throw new AppError('not_found');
  return topic;
}

/** A topic with its authors and, when it moved, the line that was written. For those who tell people of it. */
export async function storyOf(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  topicId: string,
  stepId?: string,
): Promise<{ topic: Topic; authorIds: string[]; step: TopicStep | null }> {
  const found = await db.topic.findFirst({
    where: { districtId, id: topicId },
    include: { authors: { select: { personId: true } } },
  });
  if (!found) throw new AppError('not_found');
  const { authors, ...topic } = found;
  const step = stepId ? await db.topicStep.findFirst({ where: { districtId, id: stepId } }) : null;
  return { topic, authorIds: authors.map(({ personId }) => personId), step };
}
