import type { Output } from '#shared/contract';

export type HeatArea = Output<'workbench.board'>['heat'][number];

type Ring = HeatArea['rings'][number];

/** How deep an area's colour is, from 0 to 1: the root of its share of the highest, so that one busy place does not bleach all others. */
export function weightOf(area: HeatArea, areas: readonly HeatArea[]): number {
  const most = areas.reduce((high, { count }) => Math.max(high, count), 0);
  return most > 0 ? Math.sqrt(area.count / most) : 0;
}

/** The area that holds a GCJ-02 position, or undefined beside all of them. Holes count as outside. */
export function areaAt<A extends Pick<HeatArea, 'rings'>>(
  areas: readonly A[],
  at: { lng: number; lat: number },
): A | undefined {
  return areas.find(({ rings }) => rings.filter((ring) => holds(ring, at)).length % 2 === 1);
}

/** Even-odd rule: a ray to the east crosses the ring an odd number of times. */
function holds(ring: Ring, { lng, lat }: { lng: number; lat: number }): boolean {
  let odd = false;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + ring.length - 1) % ring.length] ?? [x1, y1];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
  });
  return odd;
}

/** The areas with the most, highest first. */
export function hottest(areas: readonly HeatArea[], most: number): HeatArea[] {
  return [...areas]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
