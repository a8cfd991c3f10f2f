import type { Topic } from '#prisma';
import { Prisma } from '#prisma';
import { topicAlarm } from '#shared/domain/forum/deadlines';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { move } from '../move';
import { loadTopic, subjectOf } from '../queries';

const batch = 100;

/**
 * Says what the clocks of topics have to say by `ctx.now`: yellow and red to the owner, the end of a notice, the end of collecting voices. Rows are
 * claimed and each alarm moves its own time on, so a second run finds nothing. Returns how many were sounded; call again while it is not 0.
 */
export async function soundTopicAlarms(ctx: Ctx): Promise<number> {
  const due = await ctx.db.$queryRaw<Topic[]>(Prisma.sql`
    SELECT * FROM "Topic" WHERE "alarmAt" <= ${ctx.now} AND "districtId" = ${ctx.districtId}
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  for (const topic of due) await sound(ctx, topic);
  return due.length;
}

async function sound(ctx: Ctx, { id, alarmKind }: Topic): Promise<void> {
  const topic = subjectOf(await loadTopic(ctx, id));
  const begun = { topic, world: await worldOf(ctx.db) };
  if (alarmKind === 'OPEN') await move(ctx, begun, { action: 'open', text: '公告期满，开始商议' });
  else if (alarmKind === 'LAPSE')
    await move(ctx, begun, {
      ...{ action: 'lapse', text: '到期了，没有进入审核' },
      note: topic.status === 'RAISED' ? `有 ${topic.supportCount} 人附议，需要 ${topic.threshold} 人` : '没有等到修改',
    });
  else await remind(ctx, topic, alarmKind ?? 'OVERDUE');
}

/** Alarms move on without a new version: people at work are not sent back for them. Red is said once. */
async function remind(ctx: Ctx, topic: Topic, kind: 'WARN' | 'OVERDUE'): Promise<void> {
  const next =
    kind === 'WARN'
      ? topicAlarm(topic.status, topic.stageSince, topic.stageDueAt, 'WARN')
      : { alarmAt: null, alarmKind: 'OVERDUE' as const };
  await ctx.db.topic.updateMany({ where: { districtId: ctx.districtId, id: topic.id }, data: next });
  await ctx.emit('topic.alarmed', { topicId: topic.id, kind });
}
