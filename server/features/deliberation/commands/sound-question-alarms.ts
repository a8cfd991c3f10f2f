import type { TopicQuestion } from '#prisma';
import type { Ctx } from '../../../kernel/context';

const batch = 100;

/**
 * Says what the clocks of questions have to say by `ctx.now`: yellow to the department, then once that it is overdue, which is raised to the centre
 * and shown on the topic. Rows are claimed. Returns how many; call again while it is not 0.
 */
export async function soundQuestionAlarms(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<TopicQuestion[]>`
    SELECT * FROM "TopicQuestion" WHERE "districtId" = ${districtId} AND "alarmAt" <= ${now} ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const { id, alarmKind, dueAt } of due) {
    const where = { districtId_id: { districtId, id } };
    if (alarmKind === 'WARN' && dueAt && now < dueAt) {
      await db.topicQuestion.update({ where, data: { alarmAt: dueAt, alarmKind: 'OVERDUE' } });
      await ctx.emit('question.warned', { questionId: id });
    } else {
      await db.topicQuestion.update({ where, data: { alarmAt: null, overdueAt: now } });
      await ctx.emit('question.overdue', { questionId: id });
    }
  }
  return due.length;
}
