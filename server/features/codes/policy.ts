import { AppError } from '#shared/errors';
import type { Actor } from '../../kernel/context';
import { hasAbility } from '../identity/index';
import type { World } from '../places/index';

/** Whether this actor prints codes for a place: the lead of the village, the clerk of the town, centre, bureau and administrator for all. */
export function mayPrintFor({ posts }: Actor, world: World): (placeCode: string) => boolean {
  const places = new Set(posts.filter((post) => hasAbility([post], 'codes')).map(({ placeCode }) => placeCode));
  return (placeCode) => world.upwards(placeCode).some((code) => places.has(code));
}

/** Throws forbidden for whoever prints no codes at all. */
export function mustPrint({ posts }: Actor): void {
  if (!hasAbility(posts, 'codes')) throw new AppError('forbidden');
}
