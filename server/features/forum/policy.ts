import type { Prisma, Topic } from '#prisma';
import type { TopicAction } from '#shared/domain/forum/lifecycle';
import { type Actor, holds, system } from '../../kernel/context';

/** What a right depends on. `authored` is whether this actor is one of the authors. */
export type Subject = Pick<Topic, 'authorId' | 'villageCode' | 'townCode' | 'ownerUnit' | 'checkState'> & {
  authored: boolean;
};

const placesOf = (actor: Actor, kind: string) =>
  actor.posts.filter((post) => post.kind === kind).map(({ placeCode }) => placeCode);

/** Topics by place that this actor reviews: the lead of the village, the clerk of the town; the centre and the administrator all. */
export function reviewedBy(actor: Actor): Prisma.TopicWhereInput {
  if (overseesAll(actor)) return {};
  return {
    OR: [{ villageCode: { in: placesOf(actor, 'GRID_LEAD') } }, { townCode: { in: placesOf(actor, 'TOWN_CLERK') } }],
  };
}

/** The topics this actor may see: those whose words passed the check, own ones, and those to review by post. */
export const visibleTo = (actor: Actor): Prisma.TopicWhereInput =>
  overseesAll(actor)
    ? {}
    : { OR: [{ checkState: 'PASSED' }, { authors: { some: { personId: actor.id } } }, reviewedBy(actor)] };

const overseesAll = (actor: Actor) => holds(actor, 'CENTRE_SEAT') || holds(actor, 'ADMIN');

/** Whether this actor answers for the forum of this place by post: reviews topics, reads what waits for its check, knows names. */
export function oversees(actor: Actor, { villageCode, townCode }: Pick<Subject, 'villageCode' | 'townCode'>): boolean {
  return (
    overseesAll(actor) ||
    (villageCode !== null && placesOf(actor, 'GRID_LEAD').includes(villageCode)) ||
    placesOf(actor, 'TOWN_CLERK').includes(townCode)
  );
}

type Right = (actor: Actor, topic: Subject) => boolean;

const anybody: Right = () => true;
const isAuthor: Right = (_actor, { authored }) => authored;
const isFirstAuthor: Right = ({ id }, { authorId }) => id === authorId;
const isDesk: Right = ({ id }) => id === system.id;

/** Works in the name of the unit that has the topic now, or stands above it: the town above its villages, the centre above all. */
const owner: Right = (actor, topic) =>
  holds(actor, 'CENTRE_SEAT') ||
  placesOf(actor, 'TOWN_CLERK').includes(topic.townCode) ||
  (topic.villageCode === topic.ownerUnit && placesOf(actor, 'GRID_LEAD').includes(topic.ownerUnit));

/** Nobody decides on a topic he or she has put forward. */
const impartialOwner: Right = (actor, topic) => owner(actor, topic) && !topic.authored;

const rights: Record<TopicAction, Right> = {
  edit: isAuthor,
  invite: isFirstAuthor,
  support: anybody,
  comment: anybody,
  withdraw: isFirstAuthor,
  resubmit: isAuthor,
  gather: isDesk,
  takeUp: impartialOwner,
  accept: impartialOwner,
  extend: owner,
  sendBack: impartialOwner,
  ruleOut: impartialOwner,
  merge: impartialOwner,
  split: impartialOwner,
  lapse: isDesk,
  open: isDesk,
  decide: owner,
  reopen: owner,
  disagree: owner,
  publish: owner,
  finish: owner,
  redo: owner,
  conclude: owner,
};

/** Whether this actor may ever do this to this topic; whether it is possible now is the lifecycle's question. */
export function may(actor: Actor, action: TopicAction, topic: Subject): boolean {
  return rights[action](actor, topic);
}

/** The comments under a topic this actor may see: passed ones, own ones, and all for those who oversee the place. */
export const commentsVisibleTo = (
  actor: Actor,
  topic: Pick<Subject, 'villageCode' | 'townCode'>,
): Prisma.TopicCommentWhereInput =>
  oversees(actor, topic) ? {} : { OR: [{ checkState: 'PASSED' }, { authorId: actor.id }] };

/** Whether this actor may write the voice of a resident of this village down: staff of its grids, its lead, its town. */
export const mayEnterFor = (actor: Actor, villageCode: string, { townCode }: Pick<Subject, 'townCode'>): boolean =>
  placesOf(actor, 'GRID_STAFF').some((grid) => grid.startsWith(villageCode)) ||
  placesOf(actor, 'GRID_LEAD').includes(villageCode) ||
  placesOf(actor, 'TOWN_CLERK').includes(townCode);
