import { type Day, weekdayOf } from '../time/clock';
import type { Availability, Hours } from './availability';
import { isMarketDay, type LunarDayOf } from './market-days';
import type { TravelMinutes } from './travel';

/** What an advisor's calendar needs to know of the world. */
export interface Surroundings {
  readonly lunarDayOf: LunarDayOf;
  readonly travelMinutes: TravelMinutes;
  /** Public holidays of the working calendar; weekly hours rest on them. Absent: none. */
  readonly isHoliday?: (day: Day) => boolean;
}

/**
 * The hours of one day, in order, without overlap and with the way between two places left free. An override stands alone;
 * otherwise 到点日 go before 赶场日 and these before weekly hours, and what comes later gives way.
 */
export function windowsOn(day: Day, availability: Availability, surroundings: Surroundings): readonly Hours[] {
  const kept: Hours[] = [];
  for (const rank of ranksOn(day, availability, surroundings)) {
    for (const hours of rank.toSorted(byTime)) kept.push(...without(hours, kept, surroundings.travelMinutes));
  }
  return kept.sort(byTime);
}

function ranksOn(day: Day, availability: Availability, surroundings: Surroundings): readonly (readonly Hours[])[] {
  const override = availability.overrides.find((candidate) => candidate.day === day);
  if (override) return [override.hours];
  const weekday = weekdayOf(day);
  const atVillage = ({ from, to, villageCode }: Omit<Hours, 'manner'>): Hours => ({
    from,
    to,
    manner: 'ONSITE',
    villageCode,
  });
  return [
    availability.onSiteDays.filter((onSite) => onSite.day === day).map(atVillage),
    availability.markets.filter(({ rhythm }) => isMarketDay(day, rhythm, surroundings.lunarDayOf)).map(atVillage),
    surroundings.isHoliday?.(day) ? [] : availability.weekly.filter((hours) => hours.weekday === weekday),
  ];
}

function without(hours: Hours, taken: readonly Hours[], travelMinutes: TravelMinutes): readonly Hours[] {
  let pieces = [{ from: hours.from, to: hours.to }].filter((piece) => piece.from < piece.to);
  for (const other of taken) {
    const from = other.from - travelMinutes(hours.villageCode, other.villageCode);
    const to = other.to + travelMinutes(other.villageCode, hours.villageCode);
    pieces = pieces.flatMap((piece) => {
      if (piece.to <= from || to <= piece.from) return [piece];
      return [
        { from: piece.from, to: from },
        { from: to, to: piece.to },
      ].filter((rest) => rest.from < rest.to);
    });
  }
  const { manner, villageCode } = hours;
  return pieces.map((piece) => ({ ...piece, manner, ...(villageCode === undefined ? {} : { villageCode }) }));
}

function byTime(a: Hours, b: Hours): number {
  if (a.from !== b.from || a.to !== b.to) return a.from - b.from || a.to - b.to;
  return (a.villageCode ?? '') < (b.villageCode ?? '') ? -1 : 1;
}
