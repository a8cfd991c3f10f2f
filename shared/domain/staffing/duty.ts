import { dayOf } from '../time/clock';
import {
  type Counted,
  defaultHours,
  intervalsOf,
  isWorkday,
  type WorkCalendar,
  type WorkingHours,
} from '../time/workdays';
import { addWorkingMinutes } from '../time/working-time';

/** Whether the desk is staffed at an instant: a working day, within office hours (Shanghai; default hours, to be confirmed). */
export function isStaffed(now: Date, calendar: WorkCalendar, hours: WorkingHours = defaultHours): Counted<boolean> {
  const day = dayOf(now);
  const worked = isWorkday(day, calendar);
  if (!worked.covered) return worked;
  const open = intervalsOf(day, hours).some(({ from, to }) => from <= now && now < to);
  return { ...worked, value: worked.value && open };
}

/** The next instant at which the desk is staffed: now if it is, else the next opening. For the off-hours sentence. */
export function staffedFrom(now: Date, calendar: WorkCalendar, hours: WorkingHours = defaultHours): Counted<Date> {
  const moment = addWorkingMinutes(now, 0, calendar, hours);
  if (!moment.covered) return moment;
  const staffed = isStaffed(moment.value, calendar, hours);
  if (!staffed.covered || staffed.value) return moment;
  return addWorkingMinutes(new Date(moment.value.getTime() + 1), 0, calendar, hours);
}
