import type { Outline } from './world';

/** The rings of an outline as [lng, lat] pairs (GCJ-02), outer rings and holes alike, as a map shape carries them. */
export function ringsOf(outline: Outline): [number, number][][] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  return polygons.flatMap((rings) =>
    rings.map((ring) => ring.map(([lng = 0, lat = 0]): [number, number] => [lng, lat])),
  );
}

/** The middle of an outline's largest ring: area-weighted centroid in degrees, rounded to six decimals. */
export function centreOf(outline: Outline): { lng: number; lat: number } {
  let best = { area: -1, lng: 0, lat: 0 };
  for (const ring of ringsOf(outline)) {
    const found = centroid(ring);
    if (found.area > best.area) best = found;
  }
  return { lng: rounded(best.lng), lat: rounded(best.lat) };
}

function centroid(ring: readonly (readonly [number, number])[]): { area: number; lng: number; lat: number } {
  const [originLng, originLat] = ring[0] ?? [0, 0];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [aLng, aLat] = ring[index] ?? [originLng, originLat];
    const [bLng, bLat] = ring[index + 1] ?? [originLng, originLat];
    const [ax, ay, bx, by] = [aLng - originLng, aLat - originLat, bLng - originLng, bLat - originLat];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (twice === 0) return { area: 0, lng: originLng, lat: originLat };
  return { area: Math.abs(twice) / 2, lng: originLng + x / (3 * twice), lat: originLat + y / (3 * twice) };
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
