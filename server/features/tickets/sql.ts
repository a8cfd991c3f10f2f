import { Prisma } from '#prisma';
import type { TicketPlan } from './plan-ticket';

/**
 * The CTEs that file a plan: `ticket_row`, `ticket_step`, `ticket_event`, `ticket_photos`, for a WITH of the caller's own statement (no
 * leading WITH, no trailing comma). Nothing is written unless `when` (a subquery that returns rows or none) returns a row. `ticket_row`
 * returns `id` and `no`.
 */
export function ticketInsert(plan: TicketPlan, when: Prisma.Sql = Prisma.sql`SELECT 1`): Prisma.Sql {
  const { ticket, step, event, attachmentIds, ownerId } = plan;
  const photos = [...attachmentIds];
  return Prisma.sql`
    ticket_row AS (
      INSERT INTO "Ticket" SELECT r.* FROM jsonb_populate_record(NULL::"Ticket", ${JSON.stringify(ticket)}::jsonb) r
      WHERE EXISTS (${when}) RETURNING "districtId", "id", "no"),
    ticket_step AS (
      INSERT INTO "TicketStep" SELECT r.* FROM jsonb_populate_record(NULL::"TicketStep", ${JSON.stringify(step)}::jsonb) r, ticket_row),
    ticket_event AS (
      INSERT INTO "DomainEvent" SELECT r.* FROM jsonb_populate_record(NULL::"DomainEvent", ${JSON.stringify(event)}::jsonb) r, ticket_row),
    ticket_photos AS (
      UPDATE "Attachment" a SET "ticketId" = ticket_row."id", "role" = 'BEFORE' FROM ticket_row
      WHERE a."districtId" = ticket_row."districtId" AND a."ownerId" = ${ownerId}::uuid AND a."id" = ANY(${photos}::uuid[]) AND a."ticketId" IS NULL
      RETURNING a."id")`;
}
