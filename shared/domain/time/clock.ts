/**
 * Wall-clock arithmetic for Asia/Shanghai. The offset is a constant UTC+8: China has had no summer time since 1991.
 * A day is the string `YYYY-MM-DD`, so days compare with `<` and travel as JSON.
 */
export type Day = string;

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
const offsetMs = 8 * hourMs;

/** The calendar day in Shanghai on which an instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** Milliseconds since Shanghai midnight, 0 to 86,399,999. */
export function timeOfDay(instant: Date): number {
  return (((instant.getTime() + offsetMs) % dayMs) + dayMs) % dayMs;
}

/** The instant at `milliseconds` after Shanghai midnight of a day; 86,400,000 is the next midnight. */
export function instantAt(day: Day, milliseconds: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs + milliseconds);
}

/** The last second of a day, 23:59:59 in Shanghai: when a limit in days runs out. */
export function endOfDay(day: Day): Date {
  return instantAt(day, dayMs - 1000);
}

/** A day so many calendar days later; negative goes back. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** An instant so many milliseconds later. */
export function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
