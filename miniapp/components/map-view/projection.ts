export interface Position {
  readonly lng: number;
  readonly lat: number;
}

/** A flat drawing of a piece of the district: fractions of the box, 0 at the left and the top. */
export interface Projection {
  place: (position: Position) => { x: number; y: number };
  locate: (x: number, y: number) => Position;
}

/** The longitude and latitude bounds of positions; undefined when there are none. */
export function boundsOf(positions: readonly Position[]) {
  const [first] = positions;
  if (!first) return undefined;
  const box = { west: first.lng, east: first.lng, south: first.lat, north: first.lat };
  for (const { lng, lat } of positions) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

const smallestDegrees = 0.003;
const margin = 1.16;

/** Fits positions (GCJ-02 degrees) into a box of the given width to height, true to shape at that latitude, with a margin around. */
export function fit(positions: readonly Position[], aspect: number): Projection | undefined {
  const box = boundsOf(positions);
  if (!box) return undefined;
  const centre = { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 };
  const shrink = Math.cos((centre.lat * Math.PI) / 180);
  const wide = Math.max((box.east - box.west) * shrink, smallestDegrees) * margin;
  const high = Math.max(box.north - box.south, smallestDegrees) * margin;
  const height = Math.max(high, wide / aspect);
  const width = height * aspect;
  return {
    place: ({ lng, lat }) => ({
      x: 0.5 + ((lng - centre.lng) * shrink) / width,
      y: 0.5 - (lat - centre.lat) / height,
    }),
    locate: (x, y) => ({
      lng: centre.lng + ((x - 0.5) * width) / shrink,
      lat: centre.lat - (y - 0.5) * height,
    }),
  };
}
