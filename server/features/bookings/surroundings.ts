import { SolarDay } from 'tyme4ts';
import { travelBetween } from '#shared/domain/bookings/travel';
import type { Surroundings } from '#shared/domain/bookings/windows';
import type { Day } from '#shared/domain/time/clock';
import type { World } from '../places/index';

const known = new WeakMap<World, Surroundings>();

/** What calendars need to know of the district: lunar days, ways between villages, public holidays. Worked out once for a world. */
export function surroundingsOf(world: World): Surroundings {
  const found = known.get(world);
  if (found) return found;
  const points = new Map(
    [...world.divisions.values()].flatMap(({ code, lng, lat }) =>
      lng === null || lat === null ? [] : [[code, { lng, lat }] as const],
    ),
  );
  const made: Surroundings = {
    lunarDayOf,
    travelMinutes: travelBetween(points),
    isHoliday: (day) => day in (world.calendar.years[day.slice(0, 4)]?.holidays ?? {}),
  };
  known.set(world, made);
  return made;
}

/** The day of the lunar month, 1 to 30, of a Shanghai day. */
export function lunarDayOf(day: Day): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return SolarDay.fromYmd(year, month, date).getLunarDay().getDay();
}
