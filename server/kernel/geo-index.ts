import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { MultiPolygon, Polygon } from 'geojson';

/** A named outline in degrees, GCJ-02. */
export interface Area {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
}

/** Finds the area that holds a point. */
export interface GeoIndex {
  /** The code of the one area at a point, or undefined when it lies in none. On a shared edge the smaller code has it, always. */
  locate(lng: number, lat: number): string | undefined;
  readonly size: number;
}

/** About 0.1 m, the sixth decimal that outlines are rounded to: a point in a crack this fine between two of them still belongs to one. */
const crack = 1e-6;
const nudges = [
  [crack, 0],
  [-crack, 0],
  [0, crack],
  [0, -crack],
] as const;

/** Build once, ask often: boxes in a packed Hilbert R-tree, outlines by exact predicates. Areas with an empty outline are never found. */
export function buildGeoIndex(areas: readonly Area[]): GeoIndex {
  const sorted = areas
    .filter(({ geometry }) => geometry.coordinates.length > 0)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  if (sorted.length === 0) return { size: 0, locate: () => undefined };
  const boxes = new Flatbush(sorted.length);
  for (const { geometry } of sorted) boxes.add(...boxOf(geometry));
  boxes.finish();

  const at = (lng: number, lat: number): string | undefined => {
    const hits = boxes.search(lng, lat, lng, lat);
    if (hits.length > 1) hits.sort((a, b) => a - b);
    for (const hit of hits) {
      const area = sorted[hit];
      if (area && booleanPointInPolygon([lng, lat], area.geometry)) return area.code;
    }
    return undefined;
  };

  const locate = (lng: number, lat: number): string | undefined => {
    const code = at(lng, lat);
    if (code !== undefined || boxes.search(lng - crack, lat - crack, lng + crack, lat + crack).length < 2) return code;
    for (const [east, north] of nudges) {
      const beside = at(lng + east, lat + north);
      if (beside !== undefined) return beside;
    }
    return undefined;
  };

  return { size: sorted.length, locate };
}

/** The smallest box around an outline: west, south, east, north in degrees. */
export function boxOf(geometry: Polygon | MultiPolygon): [number, number, number, number] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outline = []] of polygons) {
    for (const [lng = 0, lat = 0] of outline) {
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}
