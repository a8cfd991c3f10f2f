import type { Day } from '../time/clock';

/** Of age at eighteen (民法典 17). Minors belong to a household and are in no score, no list and no vote (domain.md 6.8). */
const years = 18;

/** The first day on which somebody born on `born` is of age; born on 29 February, the first of March of a year without one. */
export function adultOnOf(born: Day): Day {
  const [year = 0, month = 1, date = 1] = born.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** Whether somebody who is of age from `adultOn` on (null: long since) is a minor on a day. */
export const isMinorOn = (adultOn: Day | null, day: Day): boolean => adultOn !== null && day < adultOn;
