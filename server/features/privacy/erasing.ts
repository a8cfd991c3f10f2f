import { Prisma } from '#prisma';
import { erasedName } from '#shared/domain/privacy/closing';
import { sql } from './retention-sql';

interface Whom {
  readonly districtId: string;
  readonly personId: string;
  readonly now: Date;
}

/** Photos that public records show stay: of topics, meetings, points and shops, and of what staff did about a report. */
const looseAttachments = ({ districtId, personId }: Whom) => sql`
  SELECT a."id", a."key", a."thumbKey" FROM "Attachment" a WHERE a."districtId" = ${districtId} AND a."ownerId" = ${personId}::uuid AND a."role" <> 'AFTER'
    AND NOT EXISTS (SELECT 1 FROM "TopicPhoto" u WHERE u."districtId" = a."districtId" AND u."attachmentId" = a."id")
    AND NOT EXISTS (SELECT 1 FROM "TopicSupport" u WHERE u."districtId" = a."districtId" AND u."photoId" = a."id")
    AND NOT EXISTS (SELECT 1 FROM "MeetingPhoto" u WHERE u."districtId" = a."districtId" AND u."attachmentId" = a."id")
    AND NOT EXISTS (SELECT 1 FROM "PointsClaimPhoto" u WHERE u."districtId" = a."districtId" AND u."attachmentId" = a."id")
    AND NOT EXISTS (SELECT 1 FROM "RuleBookPhoto" u WHERE u."districtId" = a."districtId" AND u."attachmentId" = a."id")
    AND NOT EXISTS (SELECT 1 FROM "ShopGood" u WHERE u."districtId" = a."districtId" AND u."photoId" = a."id")`;

/**
 * What is done, in this order, when a person leaves: what only served this person goes; what others rely on (reports, topics, votes, the ledger) stays
 * under a row that no longer says who it was. Telephone, openid, name and photos are gone. The lists of server/features/privacy/catalogue.ts say the
 * same in words.
 */
export function erasure(whom: Whom): Prisma.Sql[] {
  const { districtId, personId, now } = whom;
  const person = sql`"districtId" = ${districtId} AND "personId" = ${personId}::uuid`;
  const actor = sql`"districtId" = ${districtId} AND "actorId" = ${personId}::uuid`;
  const own = sql`"districtId" = ${districtId} AND "openid" = (SELECT "openid" FROM "Person" WHERE "districtId" = ${districtId} AND "id" = ${personId}::uuid)`;
  return [
    ...['TicketStep', 'BookingStep', 'TopicStep'].map(
      (table) => sql`UPDATE ${Prisma.raw(`"${table}"`)} SET "actorName" = ${erasedName} WHERE ${actor}`,
    ),
    sql`UPDATE "Message" SET "agentName" = ${erasedName} WHERE "districtId" = ${districtId} AND "agentId" = ${personId}::uuid`,
    sql`DELETE FROM "Delivery" WHERE "districtId" = ${districtId} AND "notificationId" IN (SELECT "id" FROM "Notification" WHERE ${person})`,
    sql`DELETE FROM "Notification" WHERE ${person}`,
    sql`DELETE FROM "SubscribeQuota" WHERE ${person}`,
    sql`DELETE FROM "Example" WHERE ${person}`,
    sql`DELETE FROM "LearningConsent" WHERE ${person}`,
    sql`DELETE FROM "Message" WHERE "districtId" = ${districtId} AND "conversationId" IN (SELECT "id" FROM "Conversation" WHERE ${person})`,
    sql`DELETE FROM "Conversation" WHERE ${person}`,
    sql`DELETE FROM "WindowTurn" WHERE ${own}`,
    sql`DELETE FROM "WindowSession" WHERE ${person}`,
    sql`DELETE FROM "PushedMessage" WHERE ${own}`,
    sql`DELETE FROM "WaitingOffer" WHERE "districtId" = ${districtId} AND "entryId" IN (SELECT "id" FROM "WaitingEntry" WHERE ${person})`,
    sql`DELETE FROM "WaitingEntry" WHERE ${person}`,
    sql`UPDATE "Booking" SET "phone" = NULL, "clientHash" = NULL WHERE "districtId" = ${districtId} AND "residentId" = ${personId}::uuid`,
    sql`UPDATE "ServiceRecord" SET "who" = '' WHERE "districtId" = ${districtId} AND "bookingId" IN
      (SELECT "id" FROM "Booking" WHERE "districtId" = ${districtId} AND "residentId" = ${personId}::uuid)`,
    sql`UPDATE "DataRequest" SET "text" = '', "wanted" = NULL WHERE ${person}`,
    sql`DELETE FROM "IdempotencyKey" WHERE ${actor}`,
    sql`DELETE FROM "BookingPhoto" WHERE "districtId" = ${districtId} AND "attachmentId" IN
      (SELECT "id" FROM "Attachment" WHERE "districtId" = ${districtId} AND "ownerId" = ${personId}::uuid)`,
    sql`INSERT INTO "FileToErase" ("districtId", "key", "eraseAt")
      SELECT ${districtId}, unnest(ARRAY["key", "thumbKey"]), ${now} FROM (${looseAttachments(whom)}) loose ON CONFLICT DO NOTHING`,
    sql`DELETE FROM "Attachment" WHERE "districtId" = ${districtId} AND "id" IN (SELECT "id" FROM (${looseAttachments(whom)}) loose)`,
    sql`DELETE FROM "HouseholdInvite" WHERE "districtId" = ${districtId} AND "byId" = ${personId}::uuid AND "usedAt" IS NULL`,
    sql`UPDATE "HouseholdMove" SET "note" = NULL, "adultOn" = NULL WHERE "districtId" = ${districtId} AND "byId" = ${personId}::uuid`,
    sql`UPDATE "HouseholdMove" SET "state" = 'WITHDRAWN', "decidedAt" = ${now} WHERE "districtId" = ${districtId} AND "byId" = ${personId}::uuid AND "state" = 'OPEN'`,
    sql`UPDATE "Household" SET "headId" = NULL WHERE "districtId" = ${districtId} AND "headId" = ${personId}::uuid`,
    sql`DELETE FROM "Session" WHERE ${person}`,
    sql`UPDATE "Person" SET "name" = ${erasedName}, "nickname" = NULL, "nicknameWanted" = NULL, "phone" = NULL, "phoneIndex" = NULL, "openid" = NULL,
      "homeVillageCode" = NULL, "homeGridCode" = NULL, "householdId" = NULL, "adultOn" = NULL, "elderMode" = false, "disabledAt" = ${now}, "erasedAt" = ${now}
      WHERE "districtId" = ${districtId} AND "id" = ${personId}::uuid`,
  ];
}
