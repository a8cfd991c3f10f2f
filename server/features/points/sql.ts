import { Prisma } from '#prisma';
import type { eventRow } from '../../kernel/events';
import type { Sealed } from './chain';

/** What the database fills in when an entry is added. */
export interface Placed {
  seq: number;
  balance: number;
  hash: string;
}

/** Adds an entry to the ledger and the fact that it did; the trigger `points_chain` gives it its number, balance and hash. */
export const appendSql = (
  districtId: string,
  entry: Sealed,
  body: string,
  event: ReturnType<typeof eventRow>,
): Prisma.Sql => Prisma.sql`
  WITH placed AS (INSERT INTO "PointsEntry" ("districtId", "id", "accountId", "seq", "counterId", "villageCode", "kind", "delta", "source", "ruleItemId",
    "reversesId", "actorId", "reviewerId", "text", "at", "body", "balance", "previous", "hash")
  VALUES (${districtId}, ${entry.id}::uuid, ${entry.accountId}::uuid, 0, ${entry.counterId}::uuid, ${entry.villageCode},
    ${entry.kind}::"PointsEntryKind", ${entry.delta}, ${entry.source}, ${entry.ruleItemId}::uuid, ${entry.reversesId}::uuid,
    ${entry.actorId}::uuid, ${entry.reviewerId}::uuid, ${entry.text}, ${entry.at}, ${body}, 0, '', '')
  RETURNING "seq", "balance", "hash"),
  told AS (INSERT INTO "DomainEvent" ("districtId", "id", "name", "payload", "actorId", "requestId", "at")
    VALUES (${districtId}, ${event.id}::uuid, ${event.name}, ${JSON.stringify(event.payload)}::jsonb, ${event.actorId}::uuid, ${event.requestId}, ${event.at}))
  SELECT "seq", "balance", "hash" FROM placed`;
