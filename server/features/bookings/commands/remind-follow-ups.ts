import type { FollowUp } from '#prisma';
import { Prisma } from '#prisma';
import { nextFollowUpAlarm } from '#shared/domain/bookings/follow-ups';
import type { Ctx } from '../../../kernel/context';

const batch = 100;

/** Reminds advisors of tasks that are due by `ctx.now`. Rows are claimed and move on; returns how many, call again while it is not 0. */
export async function remindFollowUps(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<Pick<FollowUp, 'id'>[]>(Prisma.sql`
    SELECT "id" FROM "FollowUp" WHERE "alarmAt" <= ${now} AND "districtId" = ${districtId}
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  for (const { id } of due) {
    await db.followUp.update({
      where: { districtId_id: { districtId, id } },
      data: { alarmAt: nextFollowUpAlarm(now) },
    });
    await ctx.emit('followUp.due', { followUpId: id });
  }
  return due.length;
}
