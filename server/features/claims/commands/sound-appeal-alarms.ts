import { claimAlarm } from '#shared/domain/claims/deadlines';
import type { Ctx } from '../../../kernel/context';
import { lockAppeal, settleAppeal } from '../appeal-move';

const batch = 50;

/** Reminds those who have to answer appeals, counts the votes when the village's time is over, and says when time has run out. Call again while it is not 0. */
export async function soundAppealAlarms(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "PointsAppeal" WHERE "districtId" = ${districtId} AND "alarmAt" <= ${now}
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const { id } of due) {
    const appeal = await lockAppeal(ctx, id);
    const kind = appeal.alarmKind === 'OVER' ? 'OVER' : 'WARN';
    if (kind === 'OVER' && appeal.state === 'OPEN' && (await settleAppeal(ctx, appeal, true))) continue;
    await db.pointsAppeal.updateMany({
      where: { districtId, id },
      data: claimAlarm('REVIEW', appeal.stageSince, appeal.stageDueAt, kind),
    });
    await ctx.emit('claim.alarmed', { claimId: appeal.claimId, kind: `APPEAL_${kind}` });
  }
  return due.length;
}
