import type { Output } from '#shared/contract';
import type { DivisionEntry, World } from './world';

/** A village as the search shows it. */
export const presentVillage = (world: World, village: DivisionEntry): Output<'places.search'>['items'][number] => ({
  code: village.code,
  name: village.name,
  townName: world.placeName(village.parentCode ?? ''),
  label: world.placeLabel(village.code),
});

/** A line of the directory. */
export const presentDivision = ({ code, name, parentCode }: DivisionEntry): Output<'places.list'>['items'][number] => ({
  code,
  name,
  parentCode,
});

/** Where a point lies, in words. Outside every outline all parts are null and the label says so. */
export function presentLocation(world: World, lng: number, lat: number): Output<'places.locate'> {
  const { townCode, villageCode, gridCode } = world.locate(lng, lat);
  const named = (code: string | undefined) => (code ? { code, name: world.placeName(code) } : null);
  const grid = world.grid(gridCode ?? '');
  const deepest = gridCode ?? villageCode ?? townCode;
  return {
    town: named(townCode),
    village: named(villageCode),
    grid: grid ? { code: grid.code, name: grid.name, synthetic: grid.synthetic } : null,
    label: deepest ? world.placeLabel(deepest) : '不在翠屏区范围内',
  };
}

/** The category table with units by name. */
export const presentCategories = (world: World): Output<'categories.list'> => ({
  version: world.categoryVersion,
  items: [...world.categories.values()].map(({ code, name, group, level, openWhen, closeWhen, ...row }) => ({
    code,
    name,
    group,
    level,
    openWhen,
    closeWhen,
    leadUnitName: world.unitName(row.leadUnit),
    assistUnitNames: row.assistUnits.map((unit) => world.unitName(unit)),
  })),
});
