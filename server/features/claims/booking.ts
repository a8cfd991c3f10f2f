import type { PointsClaim } from '#prisma';
import { pointsWithinCap, withinBalance } from '#shared/domain/points/ledger';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { accountOf, bookEntry, signed, usedThisYear } from '../points/index';
import { move } from './move';

const desk = '服务台';

/**
 * The notice of a claim is over: its points are booked, made by whoever has stood for it and checked by a reviewer who agreed. An open objection holds
 * it up; a year's cap that has been reached meanwhile ends it. The household's account is locked first, so that two claims at once keep to the cap.
 */
export async function bookClaim(ctx: Ctx, claim: PointsClaim): Promise<void> {
  const { db, districtId } = ctx;
  const open = await db.pointsObjection.count({ where: { districtId, claimId: claim.id, answeredAt: null } });
  if (open > 0) {
    await db.pointsClaim.updateMany({ where: { districtId, id: claim.id }, data: { alarmAt: null } });
    return ctx.emit('claim.alarmed', { claimId: claim.id, kind: 'OBJECTION' });
  }
  const rule = await db.ruleItem.findUniqueOrThrow({ where: { districtId_id: { districtId, id: claim.ruleItemId } } });
  const account = await accountOf(ctx, claim.householdId);
  const [locked] = await db.$queryRaw<{ balance: number }[]>`
    SELECT "balance" FROM "PointsAccount" WHERE "districtId" = ${districtId} AND "id" = ${account.id}::uuid FOR UPDATE`;
  const used = await usedThisYear(ctx, claim.householdId, claim.ruleCode);
  const allowed = pointsWithinCap({ points: claim.points, yearCap: rule.yearCap }, used);
  if (allowed === 0) {
    const reason = `「${rule.title}」今年已经到上限，这一次不再记分`;
    return move(ctx, claim, { action: 'refuse', body: desk, text: '没有记上', note: reason, data: { reason } });
  }
  const booked = withinBalance(allowed, locked?.balance ?? 0);
  const { acceptedById, reviewerId } = claim;
  if (!acceptedById || !reviewerId) throw new AppError('points_same_person');
  const entry =
    booked === 0
      ? undefined
      : await bookEntry(ctx, {
          ...{ householdId: claim.householdId, kind: booked > 0 ? 'AWARD' : 'DEDUCT', points: Math.abs(booked) },
          ...{ source: `claim:${claim.id}`, text: rule.title, ruleItemId: rule.id },
          ...{ actorId: acceptedById, reviewerId, ruledAt: claim.filedAt },
        });
  await move(ctx, claim, {
    ...{ action: 'book', body: desk },
    text: entry ? `公示期满，记上 ${signed(booked)} 分` : '公示期满，余额已经是 0，没有可扣的分',
    data: { entryId: entry?.id ?? null, booked },
  });
}
