import type { ContentCheck, Prisma } from '#prisma';
import type { ErrorCode } from '#shared/errors';
import { type Actor, holds } from '../../kernel/context';

const isEverywhere = (actor: Actor) => holds(actor, 'CENTRE_SEAT') || holds(actor, 'ADMIN');

/** The checks this actor moderates by post: the clerk those of the town, the centre and the administrator all. */
export function visibleTo(actor: Actor): Prisma.ContentCheckWhereInput {
  if (isEverywhere(actor)) return {};
  const towns = actor.posts.filter(({ kind }) => kind === 'TOWN_CLERK').map(({ placeCode }) => placeCode);
  return { townCode: { in: towns } };
}

type Subject = Pick<ContentCheck, 'authorId' | 'appeal' | 'deciderId'>;

/** Why this actor must leave the decision to somebody else; undefined when it is his or hers. Scope is visibleTo's. */
export function whyNotBy(
  actor: Actor,
  { authorId, appeal, deciderId }: Subject,
): Extract<ErrorCode, 'check_own' | 'check_same_person'> | undefined {
  if (authorId === actor.id) return 'check_own';
  return appeal === 'OPEN' && deciderId === actor.id ? 'check_same_person' : undefined;
}
