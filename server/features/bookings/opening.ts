import type { Slot as SlotRow } from '#prisma';
import { Prisma } from '#prisma';
import { absenceDays, type OwnBooking } from '#shared/domain/bookings/entry';
import { dayMs, dayOf, instantAt, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Sql } from '../../kernel/sql';
import { type AdvisorRow, advisorOfRow, advisorsSql, type VillageAdvisor } from './advisors';
import { type AdvisorCalendar, type CalendarRow, calendarColumns, calendarOf } from './calendar';

type Asking = Pick<Ctx, 'districtId' | 'now'> & { db: Sql };

/** A row as JSON has it: instants as text. */
type Json<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

/** What a claim looks at first, in one statement: the slot (else not_found) and who may be booked in the village. */
export async function loadOpening(
  ctx: Asking,
  slotId: string,
  villageCode: string,
): Promise<{ slot: SlotRow; advisors: readonly VillageAdvisor[] }> {
  const [row] = await ctx.db.$queryRaw<{ slot: Json<SlotRow> | null; advisors: AdvisorRow[] }[]>(Prisma.sql`
    SELECT (SELECT to_jsonb(s) FROM "Slot" s WHERE s."districtId" = ${ctx.districtId} AND s."id" = ${slotId}::uuid) AS "slot",
      COALESCE((SELECT jsonb_agg(to_jsonb(c) ORDER BY c."rank", c."load", c."advisorId") FROM (${advisorsSql(ctx, villageCode)}) c), '[]') AS "advisors"`);
  if (!row?.slot) throw new AppError('not_found');
  const { startsAt, endsAt, heldUntil, freedAt, offerAt } = row.slot;
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return {
    slot: {
      ...row.slot,
      ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
      ...{ heldUntil: at(heldUntil), freedAt: at(freedAt), offerAt: at(offerAt) },
    },
    advisors: row.advisors.map(advisorOfRow),
  };
}

/** What a person has ahead, and the talks he or she missed lately. */
export type Own = OwnBooking & { readonly startsAt: Date };

/** What decides a claim once its locks are held, in one statement: the advisor's day and the person's own bookings. */
export async function loadDay(
  { db, districtId, now }: Asking,
  { advisorId, startsAt }: SlotRow,
  residentId: string,
): Promise<{ calendar: AdvisorCalendar; own: readonly Own[] }> {
  const missedSince = later(now, -absenceDays * dayMs);
  const [row] = await db.$queryRaw<(CalendarRow & { own: Json<Own>[] })[]>(Prisma.sql`
    SELECT ${calendarColumns(daySpan(startsAt))},
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o."id", 'status', o."status", 'startsAt', o."startsAt", 'endsAt', o."endsAt"))
        FROM "Booking" o WHERE o."districtId" = ${districtId} AND o."residentId" = ${residentId}::uuid AND o."startsAt" > ${missedSince}
          AND (o."status" = 'NO_SHOW_RESIDENT' OR (o."status" IN ('REQUESTED', 'CONFIRMED') AND o."endsAt" > ${now}))), '[]') AS "own"
    FROM "Advisor" a WHERE a."districtId" = ${districtId} AND a."id" = ${advisorId}::uuid`);
  if (!row) throw new AppError('advisor_unknown');
  return {
    calendar: calendarOf(row),
    own: row.own.map(({ startsAt: from, endsAt: to, ...rest }) => ({
      ...{ ...rest, startsAt: new Date(from), endsAt: new Date(to) },
    })),
  };
}

/** The Shanghai day of an instant, as a stretch. */
export const daySpan = (at: Date) => ({ from: instantAt(dayOf(at), 0), to: instantAt(dayOf(at), dayMs) });
