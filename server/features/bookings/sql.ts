import type { Booking, BookingStep } from '#prisma';
import { Prisma } from '#prisma';
import type { eventRow } from '../../kernel/events';
import { sealedRow } from '../../kernel/sealing/fields';

/** What one claim writes. `no` is drawn while it is written. */
export interface ClaimRows {
  readonly booking: Omit<Booking, 'no'>;
  readonly step: BookingStep;
  readonly event: ReturnType<typeof eventRow>;
  /** Number without its running part, `YY20261123-`. */
  readonly noPrefix: string;
}

/**
 * The claim of a slot in one statement: the slot becomes TAKEN if it is open, its hold has run out, or the hold is the person's own; only
 * then booking, first line and fact are written. Returns the booking's number, or no row when somebody else was faster.
 */
export function claimSql({ booking, step, event, noPrefix }: ClaimRows, now: Date): Prisma.Sql {
  const { districtId, slotId, residentId } = booking;
  return Prisma.sql`
    WITH claimed AS (
      UPDATE "Slot" SET "state" = 'TAKEN', "holderId" = NULL, "heldUntil" = NULL, "offerAt" = NULL
      WHERE "districtId" = ${districtId} AND "id" = ${slotId}::uuid
        AND ("state" = 'OPEN' OR ("state" = 'HELD' AND ("heldUntil" <= ${now} OR "holderId" = ${residentId}::uuid)))
      RETURNING "id"),
    offer_over AS (
      UPDATE "WaitingEntry" w SET "offerUntil" = NULL,
        "state" = (CASE WHEN w."personId" = ${residentId}::uuid THEN 'TAKEN' ELSE 'EXPIRED' END)::"WaitState"
      FROM claimed WHERE w."districtId" = ${districtId} AND w."slotId" = claimed."id" AND w."state" = 'OFFERED'),
    booked AS (
      INSERT INTO "Booking" SELECT r.* FROM claimed, jsonb_populate_record(NULL::"Booking",
        ${JSON.stringify(sealedRow('Booking', booking))}::jsonb || jsonb_build_object('no', ${noPrefix} || nextval('booking_no_seq'))) r
      RETURNING "id", "no"),
    booking_step AS (
      INSERT INTO "BookingStep" SELECT r.* FROM booked, jsonb_populate_record(NULL::"BookingStep", ${JSON.stringify(step)}::jsonb) r),
    booking_event AS (
      INSERT INTO "DomainEvent" SELECT r.* FROM booked, jsonb_populate_record(NULL::"DomainEvent", ${JSON.stringify(event)}::jsonb) r)
    SELECT "no" FROM booked`;
}
