import type { Booking, BookingAlarm } from '#prisma';
import { dayMs, hourMs, later, minuteMs } from '#shared/domain/time/clock';

/** Reminders come this long before the talk (features B14; default, to be confirmed). */
const dayBefore = dayMs;
const hoursBefore = 2 * hourMs;
/** This long after a reminder it is looked whether it could be delivered. Default, to be confirmed. */
const callAfter = 10 * minuteMs;
/** A record that is still missing this long after the talk is asked for. Default, to be confirmed. */
const recordAfter = dayMs;

type Timed = Pick<Booking, 'status' | 'startsAt' | 'endsAt'>;

/** The next thing a booking's clock has to say, after what it said last; null when there is nothing left. */
export function alarmOf(
  { status, startsAt, endsAt }: Timed,
  now: Date,
  said?: BookingAlarm | null,
): { alarmAt: Date | null; alarmKind: BookingAlarm | null } {
  if (status === 'REQUESTED') return { alarmAt: startsAt, alarmKind: 'EXPIRE' };
  if (status !== 'CONFIRMED' || said === 'RECORD') return { alarmAt: null, alarmKind: null };
  if (said === 'DAY') return { alarmAt: later(now, callAfter), alarmKind: 'DAY_CALL' };
  if (said === 'HOURS') return { alarmAt: later(now, callAfter), alarmKind: 'HOURS_CALL' };
  const dayAt = later(startsAt, -dayBefore);
  if (!said && dayAt > now) return { alarmAt: dayAt, alarmKind: 'DAY' };
  const hoursAt = later(startsAt, -hoursBefore);
  if (said !== 'HOURS_CALL' && hoursAt > now) return { alarmAt: hoursAt, alarmKind: 'HOURS' };
  return { alarmAt: later(endsAt, recordAfter), alarmKind: 'RECORD' };
}
