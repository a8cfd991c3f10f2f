import type { Point } from '#shared/domain/geo/distance';
import { AppError } from '#shared/errors';
import type { World } from '../places/index';

/** Where a report lies, as exactly as it is known. */
export interface Whereabouts {
  townCode: string | null;
  villageCode: string | null;
  gridCode: string | null;
}

/**
 * Pin before words: the grid under the pin, else the grid or village that was named (a village with one grid gives that grid). Throws
 * place_unknown for a code that does not exist and place_out_of_scope for a place that another desk looks after.
 */
export function whereaboutsOf(
  world: World,
  given: {
    position?: Point | undefined;
    townCode?: string | undefined;
    villageCode?: string | undefined;
    gridCode?: string | undefined;
  },
): Whereabouts {
  const found = given.position ? world.locate(given.position.lng, given.position.lat) : {};
  const grid = world.grid(found.gridCode ?? (found.villageCode ? '' : (given.gridCode ?? '')));
  const villageCode = grid?.villageCode ?? found.villageCode ?? given.villageCode ?? null;
  if (villageCode === null)
    return inScope(world, { townCode: found.townCode ?? given.townCode ?? null, villageCode: null, gridCode: null });
  const village = world.divisions.get(villageCode);
  if (!village) throw new AppError('place_unknown', { villageCode: '没有这个村（社区）' });
  const own = world.gridsOf(villageCode);
  const only = own.length === 1 ? (own[0]?.code ?? null) : null;
  return inScope(world, { townCode: village.parentCode ?? null, villageCode, gridCode: grid?.code ?? only });
}

function inScope(world: World, place: Whereabouts): Whereabouts {
  const code = place.villageCode ?? place.townCode;
  if (code && world.divisions.get(code)?.inScope === false) throw new AppError('place_out_of_scope');
  return place;
}
