import { isTopicLiving } from '#shared/domain/forum/lifecycle';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { loadTopic } from '../forum/index';

/** A topic that has ended, was merged or ruled out has no meeting any more: one that was called is called off, and those who were asked are told. */
export const endedTopics: Subscriber = {
  name: 'deliberation.ended',
  on: ['topic.moved'],
  run: async (ctx: Ctx, event: StoredEvent) => {
    const { topicId } = event.payload as Events['topic.moved'];
    const { db, districtId } = ctx;
    if (isTopicLiving((await loadTopic(ctx, topicId)).status)) return;
    const gone = await db.topicMeeting.updateManyAndReturn({
      where: { districtId, topicId, status: { in: ['CALLED', 'OPEN'] } },
      data: { status: 'CANCELLED', cancelReason: '议题已经结束', version: { increment: 1 } },
      select: { id: true },
    });
    for (const { id } of gone) await ctx.emit('meeting.cancelled', { meetingId: id });
  },
};
