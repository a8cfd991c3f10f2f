/** One area of the heat map: rings of GCJ-02 [lng, lat] pairs and how many there are. */
export interface HeatArea {
  code: string;
  name: string;
  count: number;
  rings: readonly (readonly (readonly [number, number])[])[];
}

/** Where longitude and latitude fall on a drawing of `width` × `height`. */
interface Frame {
  x: (lng: number) => number;
  y: (lat: number) => number;
}

const ramp = ['#EEF0ED', '#CFE6DC', '#9CCDBB', '#5FAE95', '#2B8F72', '#0B6650'] as const;
const pad = 8;

/** The step of the ramp for a count: 0 is empty, 1–5 are fifths of the highest count. */
export function heatStep(count: number, most: number): number {
  return count <= 0 || most <= 0 ? 0 : Math.min(5, Math.max(1, Math.ceil((count / most) * 5)));
}

/** The colour of a step of the ramp, for the key under the map. */
export const heatColour = (step: number): string => ramp[step] ?? ramp[0];

function frame(areas: readonly HeatArea[], width: number, height: number): Frame {
  const points = areas.flatMap(({ rings }) => rings.flat());
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const [west, east, south, north] = [least(lngs), most(lngs), least(lats), most(lats)];
  // A degree of longitude is shorter than one of latitude by the cosine of where we are.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * pad) / Math.max((east - west) * squeeze, 1e-9),
    (height - 2 * pad) / Math.max(north - south, 1e-9),
  );
  const left = (width - (east - west) * squeeze * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return { x: (lng) => left + (lng - west) * squeeze * scale, y: (lat) => top + (north - lat) * scale };
}

const least = (values: readonly number[]) =>
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
const most = (values: readonly number[]) =>
  values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);

/** The heat map as an SVG document; darker jade means more. */
export function drawHeat(areas: readonly HeatArea[], width: number, height: number): string {
  const highest = Math.max(0, ...areas.map(({ count }) => count));
  const at = frame(areas, width, height);
  const shapes = areas.map(({ rings, count }) => {
    const path = rings
      .map(
        (ring) =>
          `${ring.map(([lng, lat], i) => `${i ? 'L' : 'M'}${at.x(lng).toFixed(1)} ${at.y(lat).toFixed(1)}`).join('')}Z`,
      )
      .join('');
    return `<path d="${path}" fill="${heatColour(heatStep(count, highest))}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<g stroke="#FFFFFF" stroke-width="0.8" fill-rule="evenodd">',
    ...shapes,
    '</g></svg>',
  ].join('');
}

/** The area under a tap at (x, y) of a drawing of `width` × `height`, or undefined beside all of them. */
export function areaAt<A extends HeatArea>(
  areas: readonly A[],
  size: { width: number; height: number },
  tap: { x: number; y: number },
): A | undefined {
  const at = frame(areas, size.width, size.height);
  return areas.find(({ rings }) => rings.reduce((inside, ring) => inside !== crossesOddly(ring, at, tap), false));
}

function crossesOddly(ring: HeatArea['rings'][number], at: Frame, tap: { x: number; y: number }): boolean {
  let odd = false;
  ring.forEach(([lng, lat], i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    if (!before) return;
    const [x1, y1, x2, y2] = [at.x(lng), at.y(lat), at.x(before[0]), at.y(before[1])];
    if (y1 > tap.y !== y2 > tap.y && tap.x < ((x2 - x1) * (tap.y - y1)) / (y2 - y1) + x1) odd = !odd;
  });
  return odd;
}
