import type { DrawnShape } from '../components/map-view/types';

type Pair = [number, number];

export interface Outline {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  readonly rings: readonly (readonly Pair[])[];
}

export interface Outlines {
  readonly towns: readonly Outline[];
  readonly villages: readonly Outline[];
}

/** The synthetic outlines of towns and villages, fetched when a browser first needs them; WeChat has its own map and never loads them. */
export function loadOutlines(): Promise<Outlines> {
  // Written out and without await, so that the WeChat build sees a dead branch and leaves the outlines out.
  if (process.env.TARO_ENV === 'h5') {
    return import('../assets/outlines.json').then((loaded: unknown) => (loaded as { default: Outlines }).default);
  }
  return Promise.reject(new Error('only the browser draws its own map'));
}

const drawn = ({ code, name, rings }: Outline, selected: boolean): DrawnShape => ({
  code,
  label: name,
  synthetic: true,
  rings: rings.map((ring) => ring.map(([lng, lat]): Pair => [lng, lat])),
  quiet: true,
  selected,
});

/** What to draw: all towns, or the villages of one town with one of them marked. */
export function shapesFor({ towns, villages }: Outlines, town?: string, village?: string): DrawnShape[] {
  const shown = town ? villages.filter((one) => one.parent === town) : towns;
  return shown.map((one) => drawn(one, one.code === village));
}
