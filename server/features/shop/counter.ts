import type { Output, Parsed } from '#shared/contract';
import { readPickupCode } from '#shared/domain/points/pickup-code';
import { limitText } from '#shared/domain/text/dates';
import { dayOf, instantAt } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { outletsKept } from './policy';
import { presentHanded, presentOutlet } from './present';
import { redemptionOfCode, type Taken } from './queries';

/**
 * What a code stands for, for whoever may hand it over. Throws redemption_code_invalid (a slip of the pen), redemption_code_unknown,
 * redemption_elsewhere (another outlet's), redemption_own (the family's own hand), redemption_over (used, cancelled or run out).
 */
export async function atCounter(ctx: Ctx, text: string): Promise<{ redemption: Taken; householdCode: string }> {
  const { db, districtId, actor, now } = ctx;
  const outlets = await outletsKept(ctx);
  if (outlets.length === 0) throw new AppError('forbidden');
  const code = readPickupCode(text);
  if (!code) throw new AppError('redemption_code_invalid');
  const redemption = await redemptionOfCode(ctx, code);
  if (!outlets.some(({ id }) => id === redemption.outletId)) throw new AppError('redemption_elsewhere');
  const own = await db.person.count({
    where: { districtId, id: actor.id, householdId: redemption.householdId },
  });
  if (own > 0) throw new AppError('redemption_own');
  if (redemption.state !== 'RESERVED' || redemption.expiresAt <= now) throw new AppError('redemption_over');
  const household = await db.household.findUniqueOrThrow({
    where: { districtId_id: { districtId, id: redemption.householdId } },
    select: { code: true },
  });
  return { redemption, householdCode: household.code };
}

/** What the counter reads before it gives anything out. */
export async function look(ctx: Ctx, { code }: Parsed<'shop.look'>): Promise<Output<'shop.look'>> {
  const { redemption, householdCode } = await atCounter(ctx, code);
  const { id, goodName, count, expiresAt, good } = redemption;
  return {
    ...{ id, goodName, count, householdCode, outletName: good.outlet.name },
    untilText: limitText(expiresAt, ctx.now),
  };
}

/** Where the caller hands over, how much waits there, and what was handed over today. Throws forbidden for whoever keeps no outlet. */
export async function counter(ctx: Ctx): Promise<Output<'shop.counter'>> {
  const { db, districtId, now } = ctx;
  const outlets = await outletsKept(ctx);
  if (outlets.length === 0) throw new AppError('forbidden');
  const here = { districtId, outletId: { in: outlets.map(({ id }) => id) } };
  const waiting = await db.redemption.count({ where: { ...here, state: 'RESERVED', expiresAt: { gt: now } } });
  const handed = await db.redemption.findMany({
    where: { ...here, handedAt: { gte: instantAt(dayOf(now), 0) } },
    orderBy: { handedAt: 'desc' },
    take: 50,
  });
  const households = await db.household.findMany({
    where: { districtId, id: { in: handed.map(({ householdId }) => householdId) } },
    select: { id: true, code: true },
  });
  const codes = new Map(households.map(({ id, code }) => [id, code]));
  return {
    outlets: outlets.map(presentOutlet),
    waiting,
    handed: handed.map((redemption) => presentHanded(ctx, redemption, codes.get(redemption.householdId) ?? '')),
  };
}
