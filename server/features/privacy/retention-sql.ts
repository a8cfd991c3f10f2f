import { Prisma } from '#prisma';
import type { RetentionRule } from '#shared/domain/privacy/retention';

export const sql = Prisma.sql;

interface Due {
  readonly districtId: string;
  readonly before: Date;
  readonly now: Date;
  readonly limit: number;
}

/** Rows of a table whose time `since` (an expression) is over, a batch. */
const gone = (table: string, key: string, since: string) => {
  const [from, columns, at] = [Prisma.raw(`"${table}"`), Prisma.raw(key), Prisma.raw(since)];
  return ({ before, limit }: Due) => sql`
    DELETE FROM ${from} WHERE (${columns}) IN (SELECT ${columns} FROM ${from} WHERE ${at} < ${before} LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
};

const rowKey = '"districtId", "id"';

/** The statement behind each rule of shared/domain/privacy/retention: removes a batch, answers how many by its row count. */
export const removals: Readonly<Record<RetentionRule, (due: Due) => Prisma.Sql>> = {
  talk: gone('Message', rowKey, '"createdAt"'),
  notice: ({ districtId, before, limit }) => sql`
    WITH due AS (SELECT "id" FROM "Notification" WHERE "districtId" = ${districtId} AND "createdAt" < ${before} LIMIT ${limit} FOR UPDATE SKIP LOCKED),
      sent AS (DELETE FROM "Delivery" d USING due WHERE d."districtId" = ${districtId} AND d."notificationId" = due."id")
    DELETE FROM "Notification" n USING due WHERE n."districtId" = ${districtId} AND n."id" = due."id"`,
  waiting: ({ districtId, before, limit }) => sql`
    WITH due AS (SELECT "id" FROM "WaitingEntry" WHERE "districtId" = ${districtId} AND "createdAt" < ${before} LIMIT ${limit} FOR UPDATE SKIP LOCKED),
      made AS (DELETE FROM "WaitingOffer" o USING due WHERE o."districtId" = ${districtId} AND o."entryId" = due."id")
    DELETE FROM "WaitingEntry" w USING due WHERE w."districtId" = ${districtId} AND w."id" = due."id"`,
  booking: ({ districtId, before, limit }) => sql`
    WITH due AS (SELECT "id" FROM "Booking" WHERE "districtId" = ${districtId} AND "endsAt" < ${before} AND "matter" <> '' LIMIT ${limit} FOR UPDATE SKIP LOCKED),
      told AS (UPDATE "ServiceRecord" r SET "who" = '', "facts" = '', "advice" = '', "nextStep" = '', "handover" = NULL
        FROM due WHERE r."districtId" = ${districtId} AND r."bookingId" = due."id"),
      noted AS (UPDATE "BookingStep" s SET "note" = NULL FROM due WHERE s."districtId" = ${districtId} AND s."bookingId" = due."id")
    UPDATE "Booking" b SET "matter" = '', "phone" = NULL, "clientHash" = NULL, "otherPartyHash" = NULL, "ratingNote" = NULL
      FROM due WHERE b."districtId" = ${districtId} AND b."id" = due."id"`,
  ticket: ({ districtId, before, now, limit }) => sql`
    WITH due AS (SELECT "id" FROM "Ticket" WHERE "districtId" = ${districtId} AND "closedAt" < ${before} AND "description" <> '' LIMIT ${limit} FOR UPDATE SKIP LOCKED),
      photos AS (DELETE FROM "Attachment" a USING due WHERE a."districtId" = ${districtId} AND a."ticketId" = due."id"
        AND NOT EXISTS (SELECT 1 FROM "PointsClaimPhoto" u WHERE u."districtId" = ${districtId} AND u."attachmentId" = a."id")
        AND NOT EXISTS (SELECT 1 FROM "RuleBookPhoto" u WHERE u."districtId" = ${districtId} AND u."attachmentId" = a."id")
        AND NOT EXISTS (SELECT 1 FROM "TopicPhoto" u WHERE u."districtId" = ${districtId} AND u."attachmentId" = a."id")
        AND NOT EXISTS (SELECT 1 FROM "MeetingPhoto" u WHERE u."districtId" = ${districtId} AND u."attachmentId" = a."id") RETURNING a."key", a."thumbKey"),
      files AS (INSERT INTO "FileToErase" ("districtId", "key", "eraseAt") SELECT ${districtId}, unnest(ARRAY["key", "thumbKey"]), ${now} FROM photos ON CONFLICT DO NOTHING),
      followed AS (DELETE FROM "TicketFollower" f USING due WHERE f."districtId" = ${districtId} AND f."ticketId" = due."id"),
      noted AS (UPDATE "TicketStep" s SET "note" = NULL FROM due WHERE s."districtId" = ${districtId} AND s."ticketId" = due."id")
    UPDATE "Ticket" t SET "description" = '', "address" = '', "lng" = NULL, "lat" = NULL, "reporterId" = NULL, "understanding" = NULL, "ratingNote" = NULL
      FROM due WHERE t."districtId" = ${districtId} AND t."id" = due."id"`,
  report: gone('ContentReport', '"districtId", "checkId", "personId"', '"at"'),
  request: gone('DataRequest', rowKey, '"answeredAt"'),
  event: gone('DomainEvent', rowKey, '"at"'),
  session: gone('Session', rowKey, 'COALESCE("revokedAt", "expiresAt")'),
  push: gone('PushedMessage', rowKey, '"at"'),
  reactionMark: gone('ReactionMark', '"eventId", "subscriber"', '"at"'),
  idempotencyKey: gone('IdempotencyKey', '"districtId", "actorId", "key"', '"createdAt"'),
  loginCode: gone('LoginCode', '"codeHash"', '"usedAt"'),
};
