import { type CountsIn, countsFor } from '#shared/domain/forum/voices';
import type { World } from '../places/index';

/** Whether the voice of somebody who lives in this village counts for a topic. */
export const homeOf = (
  world: World,
  homeVillageCode: string | null,
  topic: CountsIn,
): 'yes' | 'elsewhere' | 'unknown' =>
  countsFor(
    topic,
    homeVillageCode
      ? { villageCode: homeVillageCode, townCode: world.divisions.get(homeVillageCode)?.parentCode ?? null }
      : null,
  );
