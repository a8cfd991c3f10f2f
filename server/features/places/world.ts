import type { MultiPolygon, Polygon } from 'geojson';
import { buildGeoIndex } from '#server/kernel/geo-index';
import { buildGazetteer } from '#server/nlu/gazetteer';
import type { Gazetteer } from '#server/nlu/understanding';
import type { TicketLevel } from '#shared/domain/tickets/levels';
import type { WorkCalendar } from '#shared/domain/time/workdays';

export type Outline = Polygon | MultiPolygon;

/** 区、镇街、村社区 by its 12-digit statistics code. `inScope` is false for the towns that another district manages. */
export interface DivisionEntry {
  readonly code: string;
  readonly name: string;
  readonly kind: 'DISTRICT' | 'TOWN' | 'VILLAGE';
  readonly parentCode: string | null;
  readonly inScope: boolean;
  readonly aliases: readonly string[];
  readonly synthetic: boolean;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly outline: Outline | null;
}

/** A micro-grid in force today: outline and centre in GCJ-02 degrees. */
export interface GridOutline {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly villageCode: string;
  readonly townCode: string;
  readonly synthetic: boolean;
  readonly lng: number;
  readonly lat: number;
  readonly outline: Outline;
}

export interface DepartmentEntry {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly tier: 'RESIDENT' | 'LINKED' | 'OTHER' | 'CENTRE';
}

/** One row of the category table in force. `handler` CENTRE goes straight to the coordination centre. */
export interface CategoryEntry {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly level: TicketLevel;
  readonly handler: 'GRID' | 'CENTRE';
  readonly leadUnit: string;
  readonly assistUnits: readonly string[];
  readonly openWhen: string;
  readonly closeWhen: string;
  readonly sensitive: boolean;
  readonly position: number;
}

/** A real or virtual estate as the gazetteer needs it. */
export interface EstateEntry {
  readonly name: string;
  readonly villageCode: string;
  readonly aliases: readonly string[];
}

/** Where a point lies, as far down as outlines reach. */
export interface Located {
  townCode?: string;
  villageCode?: string;
  gridCode?: string;
}

/** The rows a world is made of. */
export interface WorldParts {
  readonly divisions: readonly DivisionEntry[];
  readonly grids: readonly GridOutline[];
  readonly departments: readonly DepartmentEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly categoryVersion: string;
  readonly calendar: WorkCalendar;
  readonly estates: readonly EstateEntry[];
}

/** The reference world of one district, in memory: places, units, categories, calendar. Reading it costs no query. */
export interface World {
  /** Six digits, 511502. */
  readonly districtId: string;
  readonly divisions: ReadonlyMap<string, DivisionEntry>;
  readonly departments: ReadonlyMap<string, DepartmentEntry>;
  readonly categories: ReadonlyMap<string, CategoryEntry>;
  readonly categoryVersion: string;
  readonly calendar: WorkCalendar;
  readonly gazetteer: Gazetteer;
  /** 高桥村, 李庄镇 or 高桥村第3网格; the code itself when it is unknown. */
  placeName(code: string): string;
  /** 李庄镇高桥村; a grid reads 李庄镇高桥村第3网格, a town 李庄镇. */
  placeLabel(code: string): string;
  /** A department's or a place's name. */
  unitName(code: string): string;
  grid(code: string): GridOutline | undefined;
  /** The grids of a grid, village, town or district code, by code. */
  gridsOf(placeCode: string): readonly GridOutline[];
  /** Villages of a town by code. */
  villagesOf(townCode: string): readonly DivisionEntry[];
  /** The place codes from the code itself up to the district: grid, village, town, district. */
  upwards(placeCode: string): readonly string[];
  /** Where a GCJ-02 point lies; empty outside the district. */
  locate(lng: number, lat: number): Located;
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);

/** Puts the rows of one district together; indexes are built once. */
export function buildWorld(parts: WorldParts): World {
  const divisions = new Map(parts.divisions.toSorted(byCode).map((division) => [division.code, division]));
  const grids = new Map(parts.grids.toSorted(byCode).map((grid) => [grid.code, grid]));
  const departments = new Map(parts.departments.map((department) => [department.code, department]));
  const district = parts.divisions.find(({ kind }) => kind === 'DISTRICT');
  const children = childrenOf([...divisions.values()]);
  const gridsBy = gridsByPlace([...grids.values()], district?.code);

  const placeName = (code: string) => grids.get(code)?.name ?? divisions.get(code)?.name ?? code;
  const upwards = (code: string): string[] => {
    const chain: string[] = [];
    for (let at: string | null | undefined = code; at; at = grids.get(at)?.villageCode ?? divisions.get(at)?.parentCode)
      chain.push(at);
    return chain;
  };

  return {
    districtId: district?.code.slice(0, 6) ?? '',
    divisions,
    departments,
    categories: new Map(
      parts.categories.toSorted((a, b) => a.position - b.position).map((category) => [category.code, category]),
    ),
    categoryVersion: parts.categoryVersion,
    calendar: parts.calendar,
    gazetteer: gazetteerOf(parts, divisions),
    placeName,
    placeLabel: (code) => {
      const village = grids.get(code)?.villageCode ?? code;
      const parent = divisions.get(divisions.get(village)?.parentCode ?? '');
      return `${parent?.kind === 'TOWN' ? parent.name : ''}${placeName(code)}`;
    },
    unitName: (code) => departments.get(code)?.name ?? placeName(code),
    grid: (code) => grids.get(code),
    gridsOf: (code) => gridsBy.get(code) ?? [],
    villagesOf: (townCode) => children.get(townCode) ?? [],
    upwards,
    locate: locator(grids, divisions),
  };
}

function childrenOf(divisions: readonly DivisionEntry[]): Map<string, DivisionEntry[]> {
  const children = new Map<string, DivisionEntry[]>();
  for (const division of divisions) {
    if (!division.parentCode) continue;
    const list = children.get(division.parentCode);
    if (list) list.push(division);
    else children.set(division.parentCode, [division]);
  }
  return children;
}

function gridsByPlace(grids: readonly GridOutline[], districtCode: string | undefined): Map<string, GridOutline[]> {
  const byPlace = new Map<string, GridOutline[]>();
  for (const grid of grids) {
    for (const code of [grid.code, grid.villageCode, grid.townCode, districtCode ?? '']) {
      const list = byPlace.get(code);
      if (list) list.push(grid);
      else byPlace.set(code, [grid]);
    }
  }
  return byPlace;
}

/** Villages stand behind estates of the same code, so that a look-up by code finds the village. */
function gazetteerOf({ estates }: WorldParts, divisions: ReadonlyMap<string, DivisionEntry>): Gazetteer {
  const townOf = (code: string | null) => ({ townCode: code ?? '', townName: divisions.get(code ?? '')?.name ?? '' });
  const placed = [...divisions.values()].filter(({ kind }) => kind !== 'DISTRICT');
  return buildGazetteer([
    ...estates.map(({ name, villageCode, aliases }) => ({
      code: villageCode,
      name,
      ...townOf(divisions.get(villageCode)?.parentCode ?? null),
      aliases: [...aliases],
      kind: 'estate' as const,
    })),
    ...placed.map(({ code, name, kind, parentCode, aliases }) => ({
      code,
      name,
      ...townOf(kind === 'TOWN' ? code : parentCode),
      aliases: [...aliases],
      kind: kind === 'TOWN' ? ('town' as const) : ('village' as const),
    })),
  ]);
}

function locator(grids: ReadonlyMap<string, GridOutline>, divisions: ReadonlyMap<string, DivisionEntry>) {
  const areas = (kind: DivisionEntry['kind']) =>
    [...divisions.values()].flatMap((division) =>
      division.kind === kind && division.outline ? [{ code: division.code, geometry: division.outline }] : [],
    );
  const inGrids = buildGeoIndex([...grids.values()].map(({ code, outline }) => ({ code, geometry: outline })));
  const inVillages = buildGeoIndex(areas('VILLAGE'));
  const inTowns = buildGeoIndex(areas('TOWN'));
  return (lng: number, lat: number): Located => {
    const grid = grids.get(inGrids.locate(lng, lat) ?? '');
    if (grid) return { townCode: grid.townCode, villageCode: grid.villageCode, gridCode: grid.code };
    const village = divisions.get(inVillages.locate(lng, lat) ?? '');
    if (village) return { townCode: village.parentCode ?? undefined, villageCode: village.code };
    const townCode = inTowns.locate(lng, lat);
    return townCode ? { townCode } : {};
  };
}
