import type { Ticket } from '#prisma';
import { type Actor, type ActorPost, system } from '../../kernel/context';
import { postLabels } from '../identity/index';
import type { World } from '../places/index';

type Placed = Pick<Ticket, 'reporterId' | 'unitCode' | 'gridCode' | 'villageCode' | 'townCode'>;

/**
 * Under which name and in which role somebody stands on the time line. Residents are never named there: the reporter is 反映人,
 * a follower 跟进的居民. Staff stand with their name and the post by which they have to do with the ticket.
 */
export function speakerOf(world: World, actor: Actor, ticket: Placed): { name: string; role: string } {
  if (actor.id === system.id) return { name: '服务台', role: '自动' };
  if (actor.id === ticket.reporterId) return { name: '反映人', role: '居民' };
  const post = nearestPost(actor.posts, ticket);
  if (!post) return { name: '跟进的居民', role: '居民' };
  return { name: actor.name, role: postText(world, post) };
}

/** 网格员, 网格长 and so on; clerks stand with the name of their town or department. */
export function postText(world: World, { kind, placeCode, departmentCode }: ActorPost): string {
  if (kind === 'DEPARTMENT_CLERK' && departmentCode) return world.unitName(departmentCode);
  return kind === 'TOWN_CLERK' ? world.placeName(placeCode) : postLabels[kind];
}

function nearestPost(posts: readonly ActorPost[], ticket: Placed): ActorPost | undefined {
  const places = [ticket.unitCode, ticket.gridCode, ticket.villageCode, ticket.townCode];
  return (
    posts.find(({ departmentCode }) => departmentCode === ticket.unitCode) ??
    places.map((code) => posts.find(({ placeCode }) => placeCode === code)).find((post) => post) ??
    posts[0]
  );
}
