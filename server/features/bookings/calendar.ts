import type { AdvisorAvailability, AvailabilityKind, Manner } from '#prisma';
import { Prisma } from '#prisma';
import type { Availability, BookingLimits, Hours } from '#shared/domain/bookings/availability';
import { type Busy, openSlots, type Slot } from '#shared/domain/bookings/slots';
import type { Surroundings } from '#shared/domain/bookings/windows';
import { addDays, type Day, dayMs, dayOf, instantAt, later, minuteMs } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Sql } from '../../kernel/sql';

/** A line of an advisor's availability with its days as `YYYY-MM-DD`; weekday 1 for Monday to 7 for Sunday. */
export interface AvailabilityLine
  extends Pick<
    AdvisorAvailability,
    'id' | 'villageCode' | 'weekday' | 'marketDigits' | 'lunar' | 'fromMinute' | 'toMinute' | 'note'
  > {
  readonly kind: AvailabilityKind;
  readonly manner: Manner | null;
  readonly date: Day | null;
  readonly untilDate: Day | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** Time of an advisor that is gone: a booking (with its id) or a stretch given away. */
interface Occupied extends Busy {
  readonly bookingId: string | null;
}

/** Everything that decides when one advisor can be met in a stretch of time. */
export interface AdvisorCalendar {
  readonly advisorId: string;
  readonly limits: BookingLimits;
  readonly lines: readonly AvailabilityLine[];
  readonly busy: readonly Occupied[];
}

/** An advisor's calendar as it is read. */
export interface CalendarRow {
  id: string;
  slotMinutes: number;
  bufferMinutes: number;
  noticeHours: number;
  windowDays: number;
  dailyLimit: number;
  lines: AvailabilityLine[];
  busy: { bookingId: string | null; from: string; to: string; villageCode: string | null }[];
}

/** The columns of `CalendarRow` of an advisor `a`, for statements that read more. */
export function calendarColumns({ from, to }: { from: Date; to: Date }): Prisma.Sql {
  const [since, until] = [later(from, -dayMs), later(to, dayMs)];
  return Prisma.sql`
    a."id", a."slotMinutes", a."bufferMinutes", a."noticeHours", a."windowDays", a."dailyLimit",
      COALESCE((SELECT jsonb_agg(to_jsonb(v) ORDER BY v."id") FROM "AdvisorAvailability" v
        WHERE v."districtId" = a."districtId" AND v."advisorId" = a."id"
          AND (v."endsOn" IS NULL OR v."endsOn" >= ${dayOf(since)}::date)), '[]') AS "lines",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('bookingId', b."id", 'from', b."startsAt", 'to', b."endsAt",
          'villageCode', CASE WHEN b."manner" = 'ONSITE' THEN b."villageCode" END)) FROM "Booking" b
        WHERE b."districtId" = a."districtId" AND b."advisorId" = a."id" AND b."startsAt" >= ${since} AND b."startsAt" < ${until}
          AND b."status" IN ('REQUESTED', 'CONFIRMED', 'DONE', 'NO_SHOW_RESIDENT', 'NO_SHOW_ADVISOR')), '[]')
      || COALESCE((SELECT jsonb_agg(jsonb_build_object('bookingId', NULL, 'from', s."startsAt", 'to', s."endsAt", 'villageCode', NULL)) FROM "Slot" s
        WHERE s."districtId" = a."districtId" AND s."advisorId" = a."id" AND s."startsAt" >= ${since} AND s."startsAt" < ${until}
          AND s."state" = 'BLOCKED'), '[]') AS "busy"`;
}

/** The calendars of advisors for slots that begin in a stretch of time, in one statement. */
export async function loadCalendars(
  { db, districtId }: Pick<Ctx, 'districtId'> & { db: Sql },
  advisorIds: readonly string[],
  span: { from: Date; to: Date },
): Promise<ReadonlyMap<string, AdvisorCalendar>> {
  const rows = await db.$queryRaw<CalendarRow[]>(Prisma.sql`
    SELECT ${calendarColumns(span)} FROM "Advisor" a
    WHERE a."districtId" = ${districtId} AND a."id" = ANY(${[...advisorIds]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, calendarOf(row)]));
}

/** The calendar of one advisor, or advisor_unknown. */
export async function loadCalendar(
  ctx: Pick<Ctx, 'districtId'> & { db: Sql },
  advisorId: string,
  span: { from: Date; to: Date },
): Promise<AdvisorCalendar> {
  const calendar = (await loadCalendars(ctx, [advisorId], span)).get(advisorId);
  if (!calendar) throw new AppError('advisor_unknown');
  return calendar;
}

/** A row of `calendarColumns` as the rules see it. */
export function calendarOf(row: CalendarRow): AdvisorCalendar {
  const { slotMinutes: minutes } = row;
  return {
    advisorId: row.id,
    limits: {
      slotMinutes: { ONSITE: minutes, PHONE: minutes, VIDEO: minutes },
      bufferBefore: 0,
      bufferAfter: row.bufferMinutes,
      minimumNotice: row.noticeHours * 60,
      windowDays: row.windowDays,
      dailyLimit: row.dailyLimit,
    },
    lines: row.lines,
    busy: row.busy.map(({ bookingId, from, to, villageCode }) => ({
      bookingId,
      from: new Date(from),
      to: new Date(to),
      isBooking: bookingId !== null,
      ...(villageCode && { villageCode }),
    })),
  };
}

/** What of an advisor's lines is in force on a day, as the rules want it. A day's own hours without a village replace everything else on it. */
export function availabilityOn(day: Day, { advisorId, limits, lines }: AdvisorCalendar): Availability {
  const inForce = lines.filter(({ startsOn, endsOn }) => startsOn <= day && (!endsOn || day <= endsOn));
  const of = (kind: AvailabilityKind) => inForce.filter((line) => line.kind === kind);
  const own = of('DATE').filter(({ date }) => date === day);
  const hours = own.filter(({ villageCode }) => !villageCode).map(hoursOf);
  return {
    advisorId,
    limits,
    weekly: of('WEEKLY').map((line) => ({ ...hoursOf(line), weekday: (line.weekday ?? 0) % 7 })),
    overrides: hours.length > 0 ? [{ day, hours }] : [],
    onSiteDays: own.flatMap(({ villageCode, fromMinute, toMinute }) =>
      villageCode ? [{ day, villageCode, from: fromMinute, to: toMinute }] : [],
    ),
    markets: of('MARKET').flatMap(({ villageCode, lunar, marketDigits: digits, fromMinute, toMinute }) =>
      villageCode
        ? [
            {
              villageCode,
              rhythm: { kind: lunar ? 'LUNAR' : 'SOLAR', digits },
              from: fromMinute,
              to: toMinute,
            } as const,
          ]
        : [],
    ),
    leave: lines.filter(({ kind }) => kind === 'LEAVE').flatMap(leaveOf),
  };
}

/** The stretch of a leave: from its time on the first day to its time on the last. */
export function leaveOf({ date, untilDate, fromMinute, toMinute }: AvailabilityLine): { from: Date; to: Date }[] {
  if (!date) return [];
  return [{ from: instantAt(date, fromMinute * minuteMs), to: instantAt(untilDate ?? date, toMinute * minuteMs) }];
}

function hoursOf({ fromMinute, toMinute, manner, villageCode }: AvailabilityLine): Hours {
  const hours = { from: fromMinute, to: toMinute, manner: manner ?? (villageCode ? 'ONSITE' : 'PHONE') };
  return villageCode ? { ...hours, villageCode } : hours;
}

/** What is asked of a calendar. `isWalkIn` leaves notice out and lets slots that have begun through; `moving` is a booking that makes way. */
export interface Asked {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
  readonly isWalkIn?: boolean;
  readonly minimumNotice?: number;
  readonly moving?: string | undefined;
}

/** The free slots of an advisor that begin in a stretch of time, in order. */
export function freeSlots(calendar: AdvisorCalendar, surroundings: Surroundings, asked: Asked): readonly Slot[] {
  return slotsOf(
    calendar,
    surroundings,
    asked,
    calendar.busy.filter(({ bookingId }) => !bookingId || bookingId !== asked.moving),
  );
}

/** All slots, free or not, that begin in a stretch of time: what is shown with the taken ones greyed out. */
export function allSlots(calendar: AdvisorCalendar, surroundings: Surroundings, asked: Asked): readonly Slot[] {
  return slotsOf(calendar, surroundings, asked, []);
}

function slotsOf(
  calendar: AdvisorCalendar,
  surroundings: Surroundings,
  { from, to, now, isWalkIn, minimumNotice }: Asked,
  busy: readonly Busy[],
): readonly Slot[] {
  const limits = {
    ...calendar.limits,
    minimumNotice: isWalkIn ? 0 : (minimumNotice ?? calendar.limits.minimumNotice),
  };
  const asOf = isWalkIn ? instantAt(dayOf(now), 0) : now;
  const slots: Slot[] = [];
  for (let day = dayOf(from); instantAt(day, 0) < to; day = addDays(day, 1)) {
    const start = instantAt(day, 0);
    slots.push(
      ...openSlots({
        ...surroundings,
        availability: availabilityOn(day, { ...calendar, limits }),
        busy,
        now: asOf,
        from: from > start ? from : start,
        to: to < later(start, dayMs) ? to : later(start, dayMs),
      }),
    );
  }
  return slots.filter((slot) => slot.to > now);
}
