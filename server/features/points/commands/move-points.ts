import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { accountOf } from '../accounts';
import { bookEntry } from './book-entry';

/** Who has asked for a transfer and who has confirmed it: two people. */
interface Transferring {
  readonly actorId: string;
  readonly reviewerId: string;
  /** What it comes from, without the side: `household:<id>`. */
  readonly source: string;
}

/** What a household has, with its account locked until this transaction ends: nothing is redeemed or booked meanwhile. */
export async function lockBalance(ctx: Ctx, householdId: string): Promise<{ accountId: string; balance: number }> {
  const { id } = await accountOf(ctx, householdId);
  const [account] = await ctx.db.$queryRaw<{ balance: number }[]>`
    SELECT "balance" FROM "PointsAccount" WHERE "districtId" = ${ctx.districtId} AND "id" = ${id}::uuid FOR UPDATE`;
  return { accountId: id, balance: account?.balance ?? 0 };
}

/**
 * Moves points from one household to another of the same village, out and in over the village's transit account; nothing for 0. Throws points_not_enough,
 * points_source_used, points_account_closed, points_same_person.
 */
export async function transferPoints(
  ctx: Ctx,
  {
    from,
    to,
    points,
    texts,
    ...about
  }: Transferring & { from: string; to: string; points: number; texts: [string, string] },
): Promise<void> {
  if (points === 0) return;
  const { actorId, reviewerId, source } = about;
  const common = { points, actorId, reviewerId };
  await bookEntry(ctx, { ...common, householdId: from, kind: 'MOVE_OUT', source: `${source}:out`, text: texts[0] });
  await bookEntry(ctx, { ...common, householdId: to, kind: 'MOVE_IN', source: `${source}:in`, text: texts[1] });
}

/**
 * Takes a household's account with all its points to another village: out over the old village's transit account, in over the new one's. The chain goes
 * on where it was. Gives the points that went.
 */
export async function rehomePoints(
  ctx: Ctx,
  {
    householdId,
    villageCode,
    texts,
    ...about
  }: Transferring & { householdId: string; villageCode: string; texts: [string, string] },
): Promise<number> {
  const { db, districtId } = ctx;
  const { accountId, balance: points } = await lockBalance(ctx, householdId);
  const { actorId, reviewerId, source } = about;
  const common = { householdId, points, actorId, reviewerId };
  if (points > 0) await bookEntry(ctx, { ...common, kind: 'MOVE_OUT', source: `${source}:out`, text: texts[0] });
  await db.$executeRaw`SELECT points_rehome(${districtId}, ${accountId}::uuid, ${villageCode})`;
  if (points > 0) await bookEntry(ctx, { ...common, kind: 'MOVE_IN', source: `${source}:in`, text: texts[1] });
  return points;
}

/** Closes the empty account of a household that is no more. Throws points_account_closed when it is closed already. */
export async function closeAccount({ db, districtId, now }: Ctx, accountId: string): Promise<void> {
  const { count } = await db.pointsAccount.updateMany({
    where: { districtId, id: accountId, closedAt: null },
    data: { closedAt: now },
  });
  if (count === 0) throw new AppError('points_account_closed');
}
