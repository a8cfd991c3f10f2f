import { addDays, dayOf, later, minuteMs } from './clock';
import { type Counted, intervalsOf, isWorkday, type WorkCalendar, type WorkingHours } from './workdays';

/** Office minutes (fractions kept) between two instants, Shanghai time; 0 when `to` is not later. */
export function workingMinutesBetween(
  from: Date,
  to: Date,
  calendar: WorkCalendar,
  hours: WorkingHours,
): Counted<number> {
  let milliseconds = 0;
  let provisional = false;
  for (let day = dayOf(from); from < to && day <= dayOf(to); day = addDays(day, 1)) {
    const today = isWorkday(day, calendar);
    if (!today.covered) return today;
    provisional ||= today.provisional;
    if (!today.value) continue;
    for (const stretch of intervalsOf(day, hours)) {
      const start = Math.max(stretch.from.getTime(), from.getTime());
      const end = Math.min(stretch.to.getTime(), to.getTime());
      milliseconds += Math.max(0, end - start);
    }
  }
  return { covered: true, value: milliseconds / minuteMs, provisional };
}

/**
 * The instant after so many office minutes. A stretch that is used up exactly ends at its end (17:30), not at the next opening;
 * zero minutes give the first office moment at or after `from`. Hours without any interval leave `from` unchanged.
 */
export function addWorkingMinutes(
  from: Date,
  minutes: number,
  calendar: WorkCalendar,
  hours: WorkingHours,
): Counted<Date> {
  if (!hours.some((stretch) => stretch.to > stretch.from)) return { covered: true, value: from, provisional: false };
  let left = Math.max(0, minutes) * minuteMs;
  let provisional = false;
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    const today = isWorkday(day, calendar);
    if (!today.covered) return today;
    provisional ||= today.provisional;
    if (!today.value) continue;
    for (const stretch of intervalsOf(day, hours)) {
      const start = Math.max(stretch.from.getTime(), from.getTime());
      const room = stretch.to.getTime() - start;
      if (room < 0 || (room === 0 && left > 0)) continue;
      if (left <= room) return { covered: true, value: later(new Date(start), left), provisional };
      left -= room;
    }
  }
}
