import type { PointsClaim } from '#prisma';
import { claimAlarm } from '#shared/domain/claims/deadlines';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { translateDatabaseError } from '../../../kernel/db';
import { systemContext } from '../../../kernel/jobs';
import { type Ground, inTransaction } from '../../../kernel/route';
import { bookClaim } from '../booking';
import { lockClaim } from '../queries';
import { settleReview } from '../settle';

/**
 * Says what the clocks of claims have to say: reminders, the end of voting, the end of the notice, which books. One claim a transaction: one that cannot
 * be booked (its household's account is closed, say) is left to people and holds up no other. Returns whether one was found; call again while it is.
 */
export async function soundClaimAlarm(ground: Ground): Promise<boolean> {
  const { prisma, districtId } = ground;
  const [due] = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "PointsClaim" WHERE "alarmAt" <= ${ground.now()} AND "districtId" = ${districtId} ORDER BY "alarmAt" LIMIT 1`;
  if (!due) return false;
  const run = (work: (ctx: Ctx) => Promise<void>) =>
    inTransaction(prisma, (db) => work(systemContext(ground, db, 'sweep:claims')));
  await run((ctx) => sound(ctx, due.id)).catch(async (error: unknown) => {
    const known = error instanceof AppError ? error : translateDatabaseError(error);
    if (!known || known.status >= 500) throw error;
    ground.log.warn({ claimId: due.id, code: known.code }, 'claim left to people');
    await run((ctx) => park(ctx, due.id, known.message));
  });
  return true;
}

/** Another instance may have been faster: the claim is read again under its lock. */
async function sound(ctx: Ctx, id: string): Promise<void> {
  const claim = await lockClaim(ctx, id);
  if (!claim.alarmAt || claim.alarmAt > ctx.now) return;
  switch (claim.alarmKind) {
    case 'BOOK':
      return bookClaim(ctx, claim);
    case 'OVER':
      if (claim.state === 'REVIEW' && (await settleReview(ctx, claim, true))) return;
      return remind(ctx, claim, 'OVER');
    default:
      return remind(ctx, claim, 'WARN');
  }
}

/** Reminders move on without a new version: people at work are not sent back for them. */
async function remind(ctx: Ctx, claim: PointsClaim, kind: 'WARN' | 'OVER'): Promise<void> {
  await ctx.db.pointsClaim.updateMany({
    where: { districtId: ctx.districtId, id: claim.id },
    data: claimAlarm(claim.state, claim.stageSince, claim.stageDueAt, kind),
  });
  await ctx.emit('claim.alarmed', { claimId: claim.id, kind });
}

async function park(ctx: Ctx, id: string, reason: string): Promise<void> {
  await ctx.db.pointsClaim.updateMany({
    where: { districtId: ctx.districtId, id },
    data: { alarmAt: null, alarmKind: 'OVER', reason },
  });
  await ctx.emit('claim.alarmed', { claimId: id, kind: 'STUCK' });
}
