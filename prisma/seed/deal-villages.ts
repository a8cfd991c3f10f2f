import type { World } from '#server/features/places/index';
import { defaultMostVillages } from '#shared/domain/bookings/coverage';

/** Where a story happens. */
interface Scene {
  readonly town: string;
  readonly village: string;
}

/** Towns in the order they are dealt out, the town of the story first. */
export const townsOf = (world: World, story: Scene) =>
  [...world.divisions.values()]
    .filter(({ kind, inScope }) => kind === 'TOWN' && inScope)
    .sort((a, b) => Number(b.code === story.town) - Number(a.code === story.town));

/**
 * Which villages each lawyer serves: five at most, as many lawyers a town as that takes. Two villages are left without one and one lawyer has one
 * too many, so that the check of coverage has something to show. The first entry is 陈律师's, the story's village first in it.
 */
export function dealVillages(world: World, story: Scene): { townCode: string; villages: readonly string[] }[] {
  return townsOf(world, story).flatMap(({ code: townCode }, town) => {
    const villages = world.villagesOf(townCode).map(({ code }) => code);
    villages.sort((a, b) => Number(b === story.village) - Number(a === story.village));
    if (town === 3 || town === 9) villages.pop();
    const extra = town === 5 && villages.length > defaultMostVillages ? villages.splice(-1) : [];
    const count = Math.max(1, Math.ceil(villages.length / defaultMostVillages));
    return Array.from({ length: count }, (_, index) => ({
      townCode,
      villages: [
        ...villages.slice(index * defaultMostVillages, (index + 1) * defaultMostVillages),
        ...(index === 0 ? extra : []),
      ],
    }));
  });
}
