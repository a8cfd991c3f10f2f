import { distanceMetres, type Point } from '../geo/distance';

/** Minutes on the road between two places of work: a village code, or undefined for the firm's office, where calls are taken. */
export type TravelMinutes = (from: string | undefined, to: string | undefined) => number;

/** How a way is reckoned from points. Defaults, to be confirmed. */
export interface TravelPace {
  /** Road metres per metre as the crow flies: hill roads. */
  readonly detour: number;
  readonly metresPerMinute: number;
  /** Parking and finding the room, added to every way. */
  readonly fixedMinutes: number;
  /** Between the office and a village, and wherever a point is unknown. */
  readonly unknownMinutes: number;
}

/** Roads 1.4 times the straight line, 30 km/h, 5 minutes to arrive, 40 minutes where the way is unknown. Default, to be confirmed. */
export const defaultPace: TravelPace = { detour: 1.4, metresPerMinute: 500, fixedMinutes: 5, unknownMinutes: 40 };

/** A way-reckoner over village points (GCJ-02): whole steps of 5 minutes, 0 within one place, the same in both directions. */
export function travelBetween(points: ReadonlyMap<string, Point>, pace: TravelPace = defaultPace): TravelMinutes {
  return (from, to) => {
    if (from === to) return 0;
    const start = from === undefined ? undefined : points.get(from);
    const end = to === undefined ? undefined : points.get(to);
    if (!start || !end) return pace.unknownMinutes;
    const minutes = (distanceMetres(start, end) * pace.detour) / pace.metresPerMinute + pace.fixedMinutes;
    return Math.ceil(minutes / 5) * 5;
  };
}
