import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { bodyOf, type Sealed } from '#server/features/points/chain';

const districtId = '511502';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Somebody of a household of its own, signed in. */
export interface Saver {
  readonly householdId: string;
  readonly token: string;
}

/** Households of a village with one member each, signed in, and so many points, written past the desk but through the ledger's own trigger. */
export async function makeSavers(pool: pg.Pool, villageCode: string, count: number, points: number): Promise<Saver[]> {
  const [poolId, at] = [uuid(), new Date()];
  await pool.query(
    `INSERT INTO "PointsAccount" ("districtId", "id", "kind", "villageCode", "openedAt") VALUES ($1, $2, 'POOL', $3, $4)`,
    [districtId, poolId, villageCode, at],
  );
  const savers: Saver[] = [];
  for (let index = 0; index < count; index += 1) {
    const [householdId, personId, accountId, token] = [uuid(), uuid(), uuid(), randomBytes(32).toString('base64url')];
    await pool.query(
      `INSERT INTO "Household" ("districtId", "id", "code", "name", "villageCode") VALUES ($1, $2, $3, '测试户', $4)`,
      [districtId, householdId, `S${index}`, villageCode],
    );
    await pool.query(
      `INSERT INTO "Person" ("districtId", "id", "name", "householdId", "homeVillageCode") VALUES ($1, $2, '测试', $3, $4)`,
      [districtId, personId, householdId, villageCode],
    );
    await pool.query(
      `INSERT INTO "Session" ("districtId", "id", "tokenHash", "personId", "expiresAt") VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
      [districtId, uuid(), hash(token), personId],
    );
    await pool.query(
      `INSERT INTO "PointsAccount" ("districtId", "id", "kind", "villageCode", "householdId", "openedAt") VALUES ($1, $2, 'HOUSEHOLD', $3, $4, $5)`,
      [districtId, accountId, villageCode, householdId, at],
    );
    const entry: Sealed = {
      ...{ id: uuid(), accountId, counterId: poolId, villageCode, kind: 'AWARD', delta: points, at, text: '基础分' },
      ...{ source: `base:${householdId}`, actorId: personId, ruleItemId: null, reversesId: null, reviewerId: null },
    };
    await pool.query(
      `INSERT INTO "PointsEntry" ("districtId", "id", "accountId", "seq", "counterId", "villageCode", "kind", "delta", "source", "actorId", "text", "at", "body", "balance", "previous", "hash")
       VALUES ($1, $2, $3, 0, $4, $5, 'AWARD', $6, $7, $8, $9, $10, $11, 0, '', '')`,
      [
        districtId,
        entry.id,
        accountId,
        poolId,
        villageCode,
        points,
        entry.source,
        personId,
        entry.text,
        at,
        bodyOf(entry),
      ],
    );
    savers.push({ householdId, token });
  }
  return savers;
}

/** A good of an outlet in the village. Gives the good's id. */
export async function makeGood(pool: pg.Pool, villageCode: string, stock: number, points: number): Promise<string> {
  const [outletId, goodId] = [uuid(), uuid()];
  await pool.query(
    `INSERT INTO "ShopOutlet" ("districtId", "id", "villageCode", "name", "address", "hours", "createdAt") VALUES ($1, $2, $3, '超市', '村口', '每天', now())`,
    [districtId, outletId, villageCode],
  );
  await pool.query(
    `INSERT INTO "ShopGood" ("districtId", "id", "outletId", "villageCode", "name", "about", "points", "stock", "createdAt") VALUES ($1, $2, $3, $4, '洗衣粉', '一袋', $5, $6, now())`,
    [districtId, goodId, outletId, villageCode, points, stock],
  );
  return goodId;
}
