import { type Actor, system } from '../../kernel/context';
import { postLabels } from '../identity/index';
import type { World } from '../places/index';
import type { Subject } from './policy';

/** Under which name and in which role somebody stands on a topic's time line. Residents stand under their nickname or none; staff with name and post. */
export function speakerOf(
  world: World,
  actor: Actor,
  topic: Pick<Subject, 'authored' | 'villageCode' | 'townCode'>,
): { name: string; role: string } {
  if (actor.id === system.id) return { name: '服务台', role: '自动' };
  if (topic.authored) return { name: '提议人', role: '居民' };
  const post =
    actor.posts.find(({ placeCode }) => placeCode === topic.villageCode) ??
    actor.posts.find(({ placeCode }) => placeCode === topic.townCode) ??
    actor.posts[0];
  if (!post) return { name: '一位居民', role: '居民' };
  return {
    name: actor.name,
    role: post.kind === 'TOWN_CLERK' ? world.placeName(post.placeCode) : postLabels[post.kind],
  };
}

/** How somebody is named outside: the chosen nickname, else where the person lives. */
export const outsideName = (
  world: World,
  person: { nickname: string | null; homeVillageCode: string | null } | undefined,
): string =>
  person?.nickname ?? (person?.homeVillageCode ? `${world.placeName(person.homeVillageCode)}居民` : '一位居民');
