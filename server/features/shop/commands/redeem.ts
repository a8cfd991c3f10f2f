import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { Prisma, type Redemption, type ShopGood } from '#prisma';
import type { Parsed } from '#shared/contract';
import { pickupCode } from '#shared/domain/points/pickup-code';
import { shopBounds, whyNotRedeem } from '#shared/domain/points/shop';
import { addDays, dayOf, endOfDay } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Stating } from '../../../kernel/context';
import { eventRow } from '../../../kernel/events';
import { bookEntry, yearSpan } from '../../points/index';
import type { OutletShown } from '../present';

/**
 * A family takes points for goods: the points by a REDEEM entry and the stock by a guarded update, in one transaction. The entry comes first: it locks
 * the household's account, so what the family has taken this year is counted without a race; the good is locked last and shortest. Throws
 * not_found, points_no_household, shop_good_gone, shop_other_village, points_not_enough, shop_year_limit, shop_sold_out.
 */
export async function redeem(ctx: Stating, { goodId, count }: Parsed<'shop.redeem'>) {
  const { districtId, actor, now } = ctx;
  const wish = await wishOf(ctx, goodId);
  const { householdId, villageCode, outletId, name } = wish;
  if (!wish.isOffered || wish.outlet.closedAt) throw new AppError('shop_good_gone');
  if (wish.stock < count) throw new AppError('shop_sold_out');
  refuse(whyNotRedeem({ ...wish, count, takenThisYear: await takenThisYear(ctx, householdId, goodId) }));

  const id = uuid();
  const points = wish.points * count;
  const text = `兑换「${name}」${count > 1 ? ` ${count} 件` : ''}`;
  await bookEntry(ctx, { householdId, kind: 'REDEEM', points, source: `redemption:${id}`, text });
  refuse(
    whyNotRedeem({ ...wish, count, balance: points, takenThisYear: await takenThisYear(ctx, householdId, goodId) }),
  );
  const redemption = {
    ...{ districtId, id, householdId, villageCode, outletId, goodId },
    ...{ goodName: name, count, points, state: 'RESERVED' as const },
    ...{ code: pickupCode(randomBytes(11).toString('hex')), requestedById: actor.id, createdAt: now },
    ...{ expiresAt: endOfDay(addDays(dayOf(now), shopBounds.holdDays)), handedAt: null, handedById: null },
    ...{ endedAt: null, settlementId: null },
  };
  await reserve(ctx, redemption, wish.points);
  return { ...redemption, good: { outlet: wish.outlet } };
}

/** A good and the caller's household, with what it has. Throws not_found, points_no_household, shop_other_village. */
async function wishOf({ db, districtId, actor }: Stating, goodId: string) {
  const [good] = await db.$queryRaw<
    (Pick<ShopGood, 'villageCode' | 'outletId' | 'name' | 'points' | 'yearLimit' | 'stock' | 'isOffered'> & {
      outlet: OutletShown;
    })[]
  >`
    SELECT g."villageCode", g."outletId", g."name", g."points", g."yearLimit", g."stock", g."isOffered", to_jsonb(o) AS outlet
    FROM "ShopGood" g JOIN "ShopOutlet" o ON o."districtId" = g."districtId" AND o."id" = g."outletId"
    WHERE g."districtId" = ${districtId} AND g."id" = ${goodId}::uuid`;
  if (!good) throw new AppError('not_found');
  const [home] = await db.$queryRaw<{ householdId: string; villageCode: string; balance: number }[]>`
    SELECT h."id" AS "householdId", h."villageCode", COALESCE(a."balance", 0) AS balance FROM "Person" p
    JOIN "Household" h ON h."districtId" = p."districtId" AND h."id" = p."householdId"
    LEFT JOIN "PointsAccount" a ON a."districtId" = h."districtId" AND a."householdId" = h."id"
    WHERE p."districtId" = ${districtId} AND p."id" = ${actor.id}::uuid`;
  if (!home) throw new AppError('points_no_household');
  if (home.villageCode !== good.villageCode) throw new AppError('shop_other_village');
  return { ...good, ...home };
}

function refuse(code: ReturnType<typeof whyNotRedeem>): void {
  if (code) throw new AppError(code);
}

/** Takes the goods from the stock and writes what is kept for whom, or throws shop_sold_out. */
async function reserve(ctx: Stating, redemption: Redemption, price: number): Promise<void> {
  const { db, districtId, actor, now, requestId } = ctx;
  const { id, goodId, count } = redemption;
  const about = { districtId, actorId: actor.id, requestId, now };
  const event = {
    ...eventRow(about, 'redemption.moved', { redemptionId: id, state: 'RESERVED' }),
    dispatchedAt: null,
  };
  const reserved = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH kept AS (
      UPDATE "ShopGood" SET "stock" = "stock" - ${count}::int WHERE "districtId" = ${districtId} AND "id" = ${goodId}::uuid
        AND "isOffered" AND "points" = ${price}::int AND "stock" >= ${count}::int RETURNING "id"),
    taken AS (
      INSERT INTO "Redemption" SELECT r.* FROM kept, jsonb_populate_record(NULL::"Redemption", ${JSON.stringify(redemption)}::jsonb) r),
    told AS (
      INSERT INTO "DomainEvent" SELECT r.* FROM kept, jsonb_populate_record(NULL::"DomainEvent", ${JSON.stringify(event)}::jsonb) r)
    SELECT 1 FROM kept`);
  if (reserved.length === 0) throw new AppError('shop_sold_out');
}

/** How many of a good a household has taken in this Shanghai year and not given back. */
async function takenThisYear(
  { db, districtId, now }: Pick<Stating, 'db' | 'districtId' | 'now'>,
  householdId: string,
  goodId: string,
): Promise<number> {
  const { from, to } = yearSpan(now);
  const [sum] = await db.$queryRaw<{ taken: number }[]>`
    SELECT COALESCE(sum("count"), 0)::int AS taken FROM "Redemption" WHERE "districtId" = ${districtId}
      AND "householdId" = ${householdId}::uuid AND "goodId" = ${goodId}::uuid AND "createdAt" >= ${from} AND "createdAt" < ${to}
      AND "state" IN ('RESERVED', 'HANDED_OVER', 'SETTLED')`;
  return sum?.taken ?? 0;
}
