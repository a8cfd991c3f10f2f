/** A day of the plain calendar, as the number of days since 1970-01-01 (no time zone, no daylight saving). */
export type Day = number;

/** Day or span of days, with where and how it was said. */
export interface DayWords {
  text: string;
  index: number;
  from: Day;
  to?: Day;
  ambiguous?: boolean;
}
