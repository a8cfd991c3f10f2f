import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { lockMove, type Move, missingConsents, standingTo } from '../moves';
import { carryOut } from './carry-out';

/** A member agrees to what was asked for the household; again is the same. Throws not_found (nobody asks for this person's word), household_decided. */
export async function consentToMove(ctx: Ctx, { id }: Parsed<'households.consent'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const move = await lockMove(ctx, id);
  const { isFamily } = await standingTo(ctx, move);
  if (!isFamily) throw new AppError('not_found');
  mustBeOpen(move);
  if (!(await missingConsents(ctx, move)).includes(actor.id)) return;
  await db.householdConsent.createMany({ data: [{ districtId, moveId: id, personId: actor.id, at: now }] });
  await ctx.emit('household.moved', { moveId: id, action: 'consent' });
}

/** Whoever has asked thinks better of it. Throws not_found, household_decided. */
export async function withdrawMove(ctx: Ctx, { id }: Parsed<'households.withdraw'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const move = await lockMove(ctx, id);
  if (move.byId !== actor.id) throw new AppError('not_found');
  mustBeOpen(move);
  await db.householdMove.updateMany({
    where: { districtId, id, state: 'OPEN' },
    data: { state: 'WITHDRAWN', decidedAt: now, decidedById: actor.id },
  });
  await ctx.emit('household.moved', { moveId: id, action: 'withdraw' });
}

/**
 * The head lets somebody in, or staff of the place decide on any change; what is granted is carried out at once. One of many who decide together does
 * it. Throws not_found, points_own_claim (own household, own wish), household_decided, household_reason_missing, household_consent_missing (somebody
 * has not agreed and staff do not say that he or she was asked), and what `carryOut` throws.
 */
export async function decideMove(ctx: Ctx, { id, isGranted, reason }: Parsed<'households.decide'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const move = await lockMove(ctx, id);
  const { asks, isFamily, letsIn, works } = await standingTo(ctx, move);
  if (!letsIn && !works) throw new AppError('not_found');
  if (asks || (isFamily && !letsIn)) throw new AppError('points_own_claim');
  mustBeOpen(move);
  if (!isGranted && !reason) throw new AppError('household_reason_missing');
  if (isGranted && !reason && (await missingConsents(ctx, move)).length > 0)
    throw new AppError('household_consent_missing');
  const done = isGranted ? await carryOut(ctx, move) : {};
  await db.householdMove.updateMany({
    where: { districtId, id, state: 'OPEN' },
    data: {
      ...{ state: isGranted ? 'DONE' : 'REFUSED', decidedAt: now, decidedById: actor.id, reason: reason ?? null },
      ...done,
    },
  });
  await ctx.emit('household.moved', { moveId: id, action: isGranted ? 'grant' : 'refuse' });
}

function mustBeOpen({ state }: Move): void {
  if (state !== 'OPEN') throw new AppError('household_decided');
}
