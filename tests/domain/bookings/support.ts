import type { Availability } from '#shared/domain/bookings/availability';
import { defaultLimits } from '#shared/domain/bookings/availability';
import type { SlotQuery } from '#shared/domain/bookings/slots';
import { at } from '../support';

/** 高店 and 新村: two invented villages half an hour apart. */
export const villages = { gaodian: '511502100201', xincun: '511502100202' };

/** Half an hour between different places. */
const halfAnHour = (from: string | undefined, to: string | undefined) => (from === to ? 0 : 30);

/** An advisor without any hours and with the default limits, changed by what is given. */
export function availabilityWith(given: Partial<Availability>): Availability {
  return {
    advisorId: 'luo',
    weekly: [],
    overrides: [],
    onSiteDays: [],
    markets: [],
    leave: [],
    limits: defaultLimits,
    ...given,
  };
}

/** A question on Monday 2026-11-23, 8:00, about the two weeks to come. Lunar days are counted from 2026-11-23 as the 15th. */
export function queryWith(availability: Partial<Availability>, given: Partial<SlotQuery> = {}): SlotQuery {
  return {
    availability: availabilityWith(availability),
    from: at('2026-11-23 00:00'),
    to: at('2026-12-08 00:00'),
    now: at('2026-11-23 08:00'),
    busy: [],
    lunarDayOf,
    travelMinutes: halfAnHour,
    ...given,
  };
}

/** An invented lunar calendar of 30-day months in which 2026-11-23 is a 15th. */
function lunarDayOf(day: string): number {
  const days = Math.round((Date.parse(day) - Date.parse('2026-11-23')) / 86_400_000);
  return ((((days + 14) % 30) + 30) % 30) + 1;
}
