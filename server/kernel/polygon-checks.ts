import { area } from '@turf/area';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { kinks } from '@turf/kinks';
import Flatbush from 'flatbush';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { type Area, boxOf } from './geo-index';

/** A grid outline with the village that it must lie in. */
export interface GridArea extends Area {
  readonly villageCode: string;
}

/** One thing that is wrong with an imported outline; `text` is Chinese, for the import report. `gap` is told of the village, all else of the grid. */
export interface OutlineFault {
  readonly kind: 'empty' | 'open' | 'selfIntersection' | 'villageUnknown' | 'overlap' | 'outsideVillage' | 'gap';
  readonly code: string;
  readonly other?: string;
  readonly squareMetres?: number;
  readonly text: string;
}

/** What outlines rounded to a metre may leave: a strip so wide around a square of the same size. Default, to be confirmed. */
export const outlineTolerance = { stripMetres: 0.5 } as const;

/**
 * Everything wrong with a set of grids: empty or open rings, self-intersections, unknown village, overlap with another grid, parts outside the
 * village, and parts of a village that no grid covers. Outlines that are wrong in themselves are left out of the comparisons.
 */
export function checkGrids(grids: readonly GridArea[], villages: readonly Area[]): readonly OutlineFault[] {
  const shapeFaults = grids.flatMap(shapeFault);
  const broken = new Set(shapeFaults.map(({ code }) => code));
  const sound = grids.filter(({ code }) => !broken.has(code));
  const byCode = new Map(villages.map((village) => [village.code, village]));
  return [
    ...shapeFaults,
    ...overlaps(sound),
    ...[...new Set(sound.map(({ villageCode }) => villageCode))].flatMap((villageCode) => {
      const own = sound.filter((grid) => grid.villageCode === villageCode);
      const village = byCode.get(villageCode);
      return village ? againstVillage(village, own, broken.size === 0) : own.map(unknownVillage);
    }),
  ];
}

/** What is wrong with one outline by itself, before it is compared with others. */
function shapeFault({ code, geometry }: Area): OutlineFault[] {
  const rings = ringsOf(geometry);
  if (rings.length === 0) return [{ kind: 'empty', code, text: `网格 ${code} 没有边界` }];
  if (rings.some((ring) => ring.length < 4 || !samePosition(ring[0], ring.at(-1)))) {
    return [{ kind: 'open', code, text: `网格 ${code} 的边界没有闭合` }];
  }
  const [crossing] = kinks({ type: 'Polygon', coordinates: rings.map(withoutRepeats) }).features;
  if (!crossing) return [];
  const [lng = 0, lat = 0] = crossing.geometry.coordinates;
  const text = `网格 ${code} 的边界自己相交，在经度 ${lng.toFixed(5)}、纬度 ${lat.toFixed(5)} 附近`;
  return [{ kind: 'selfIntersection', code, text }];
}

function overlaps(grids: readonly GridArea[]): OutlineFault[] {
  if (grids.length === 0) return [];
  const boxes = new Flatbush(grids.length);
  for (const { geometry } of grids) boxes.add(...boxOf(geometry));
  boxes.finish();
  return grids.flatMap((grid, index) =>
    boxes
      .search(...boxOf(grid.geometry), (candidate) => candidate > index)
      .sort((a, b) => a - b)
      .flatMap((candidate) => {
        const other = grids[candidate];
        return other ? overlap(grid, other) : [];
      }),
  );
}

function overlap(grid: GridArea, other: GridArea): OutlineFault[] {
  const shared = intersect(featureCollection([feature(grid.geometry), feature(other.geometry)]));
  const squareMetres = sizeOf(shared);
  if (squareMetres <= Math.min(toleranceOf(grid), toleranceOf(other))) return [];
  const text = `网格 ${grid.code} 和 ${other.code} 重叠约 ${Math.round(squareMetres)} 平方米`;
  return [{ kind: 'overlap', code: grid.code, other: other.code, squareMetres, text }];
}

function againstVillage(village: Area, grids: readonly GridArea[], complete: boolean): OutlineFault[] {
  const outside = grids.flatMap((grid): OutlineFault[] => {
    const squareMetres = sizeOf(difference(featureCollection([feature(grid.geometry), feature(village.geometry)])));
    if (squareMetres <= toleranceOf(grid)) return [];
    const text = `网格 ${grid.code} 有约 ${Math.round(squareMetres)} 平方米在 ${village.code} 的边界外`;
    return [{ kind: 'outsideVillage', code: grid.code, other: village.code, squareMetres, text }];
  });
  if (!complete) return outside;
  const uncovered = difference(featureCollection([village, ...grids].map(({ geometry }) => feature(geometry))));
  const squareMetres = sizeOf(uncovered);
  if (squareMetres <= toleranceOf(village)) return outside;
  const text = `${village.code} 有约 ${Math.round(squareMetres)} 平方米没有网格覆盖`;
  return [...outside, { kind: 'gap', code: village.code, squareMetres, text }];
}

function unknownVillage({ code, villageCode }: GridArea): OutlineFault {
  return { kind: 'villageUnknown', code, other: villageCode, text: `网格 ${code} 所属的 ${villageCode} 没有边界` };
}

function toleranceOf({ geometry }: Area): number {
  return outlineTolerance.stripMetres * 4 * Math.sqrt(area(geometry));
}

function sizeOf(part: Feature<Polygon | MultiPolygon> | null): number {
  return part ? area(part) : 0;
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Rounding can make two neighbours of a ring equal; that is no crossing. */
function withoutRepeats(ring: Position[]): Position[] {
  return ring.filter((position, index) => index === 0 || !samePosition(position, ring[index - 1]));
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
