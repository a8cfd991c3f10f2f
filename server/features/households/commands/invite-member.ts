import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { HouseholdInvite } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { inviteCode, inviteHours, readInviteCode, scannedInviteCode } from '#shared/domain/households/codes';
import { limitText } from '#shared/domain/text/dates';
import { hourMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { qrAddress } from '../../../kernel/qr-picture';
import { worldOf } from '../../places/index';
import { admit, familyOf, lockHouseholds, ownFamily } from '../family';
import { adultDay } from './ask-for';

/** A code that takes one person into the caller's household; it puts an unused one before it out of force. Throws household_head_only. */
export async function inviteMember(ctx: Ctx): Promise<Output<'households.invite'>> {
  const { db, districtId, actor, now } = ctx;
  const { id: householdId, headId } = await ownFamily(ctx);
  if (headId !== actor.id) throw new AppError(headId ? 'household_head_only' : 'household_head_missing');
  await lockHouseholds(ctx, [householdId]);
  await db.householdInvite.deleteMany({ where: { districtId, householdId, usedAt: null } });
  const code = inviteCode(randomBytes(9).toString('hex'));
  const expiresAt = later(now, inviteHours * hourMs);
  await db.householdInvite.create({
    data: { districtId, id: uuid(), householdId, code, byId: actor.id, madeAt: now, expiresAt },
    select: { id: true },
  });
  return { code, qr: qrAddress(scannedInviteCode(code)), untilText: limitText(expiresAt, now) };
}

/** What stands behind a code before somebody takes it. Throws household_invite_invalid, household_invite_over. */
export async function invitedInto(
  ctx: Ctx,
  { code: text }: Parsed<'households.invited'>,
): Promise<Output<'households.invited'>> {
  const { householdId, expiresAt } = await standing(ctx, text);
  const { name, code, villageCode } = await familyOf(ctx, householdId);
  const placeLabel = (await worldOf(ctx.db)).placeLabel(villageCode);
  return { name, code, placeLabel, untilText: limitText(expiresAt, ctx.now) };
}

/**
 * Whoever has the code belongs to the household from now on; the head has agreed by giving it. Of many with the same code one gets in. Throws
 * household_invite_invalid, household_invite_over, household_member_elsewhere, household_closed.
 */
export async function acceptInvite(ctx: Ctx, { code, bornOn }: Parsed<'households.accept'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const { id, householdId } = await standing(ctx, code);
  await lockHouseholds(ctx, [householdId]);
  const { count } = await db.householdInvite.updateMany({
    where: { districtId, id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, usedById: actor.id },
  });
  if (count === 0) throw new AppError('household_invite_over');
  await admit(ctx, { personId: actor.id, householdId, adultOn: adultDay(now, bornOn) });
}

async function standing({ db, districtId, now }: Ctx, text: string): Promise<HouseholdInvite> {
  const code = readInviteCode(text);
  const invite = code && (await db.householdInvite.findUnique({ where: { districtId_code: { districtId, code } } }));
  if (!invite) throw new AppError('household_invite_invalid');
  if (invite.usedAt || invite.expiresAt <= now) throw new AppError('household_invite_over');
  return invite;
}
