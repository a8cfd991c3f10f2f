import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type Begun, findTopic, loadTopic, lockTopic, may, subjectOf } from '../forum/index';
import { worldOf } from '../places/index';

/** A topic this actor may see, with its world; not_found for any other. */
export async function seen(ctx: Ctx, topicId: string): Promise<Begun> {
  return { topic: subjectOf(await findTopic(ctx, topicId)), world: await worldOf(ctx.db) };
}

/** The same, taken for itself: what others write to the topic waits, and what is read next has been committed. */
export async function seenAlone(ctx: Ctx, topicId: string): Promise<Begun> {
  await findTopic(ctx, topicId);
  await lockTopic(ctx, topicId);
  return seen(ctx, topicId);
}

/** A topic for the desk itself, taken for itself. */
export async function takenAlone(ctx: Ctx, topicId: string): Promise<Begun> {
  await lockTopic(ctx, topicId);
  return { topic: subjectOf(await loadTopic(ctx, topicId)), world: await worldOf(ctx.db) };
}

/** Throws forbidden unless this actor answers for the topic: the lead of its village, its town, the centre. */
export function mustOwn({ actor }: Pick<Ctx, 'actor'>, { topic }: Begun): void {
  if (!owns({ actor }, { topic })) throw new AppError('forbidden');
}

/** Whether this actor answers for the topic. */
export const owns = ({ actor }: Pick<Ctx, 'actor'>, { topic }: Pick<Begun, 'topic'>): boolean =>
  may(actor, 'decide', topic);
