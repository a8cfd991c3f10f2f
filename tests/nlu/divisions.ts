import divisions from '../../prisma/data/divisions.json';
import { buildGazetteer } from '../../server/nlu/gazetteer';
import type { Gazetteer, GazetteerEntry } from '../../server/nlu/understanding';

const townNames = new Map(divisions.towns.map((town) => [town.code, town.name]));

/** The real towns and villages of the district, with one invented estate. */
export function districtGazetteer(): Gazetteer {
  const towns: GazetteerEntry[] = divisions.towns.map((town) => ({
    code: town.code,
    name: town.name,
    townCode: town.code,
    townName: town.name,
    kind: 'town',
  }));
  const villages: GazetteerEntry[] = divisions.villages.map((village) => ({
    code: village.code,
    name: village.name,
    townCode: village.parent,
    townName: townNames.get(village.parent) ?? '',
    kind: 'village',
  }));
  const estate: GazetteerEntry = {
    code: 'estate-1',
    name: '江岸人家',
    townCode: '511502007000',
    townName: '安阜街道',
    aliases: ['江岸小区'],
    kind: 'estate',
  };
  return buildGazetteer([...towns, ...villages, estate]);
}

/** 12-digit code of a village by town and name. */
export function villageCode(town: string, name: string): string {
  const parent = divisions.towns.find((one) => one.name === town)?.code;
  return divisions.villages.find((one) => one.parent === parent && one.name === name)!.code;
}
