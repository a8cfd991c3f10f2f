import type { Ctx } from '../../../kernel/context';
import { findRedemption } from '../queries';
import { giveBack } from './give-back';

/** Ends one reservation whose time has run out by `ctx.now`. The row is claimed; returns how many, call again while it is not 0. */
export async function expireRedemptions(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const [due] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Redemption" WHERE "districtId" = ${districtId} AND "state" = 'RESERVED' AND "expiresAt" <= ${now}
    ORDER BY "expiresAt" LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!due) return 0;
  return (await giveBack(ctx, await findRedemption(ctx, due.id), 'EXPIRED')) ? 1 : 0;
}
