import type { Conversation } from '#prisma';
import type { Ctx } from '../../../kernel/context';
import { inMinutes, returnMinutes } from '../handoff';
import { post } from './post-message';

/** A talk that nobody has but the desk. */
export const toDesk = { mode: 'BOT', queueCode: null, agentId: null, queuedAt: null, returnAt: null } as const;

const batch = 50;

/**
 * Moves talks on whose time is up: an agent silent for 10 minutes loses it to the queue, a resident silent for 30 gets the desk back, and so does
 * one for whom nobody came within 30. Each talk once, however many instances sweep.
 */
export async function returnConversations(ctx: Ctx): Promise<void> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<{ id: string; speaker: string | null }[]>`
    SELECT c."id", (SELECT m."speaker"::text FROM "Message" m WHERE m."districtId" = c."districtId" AND m."conversationId" = c."id"
      AND m."speaker" <> 'BOT' ORDER BY m."seq" DESC LIMIT 1) AS speaker
    FROM "Conversation" c WHERE c."districtId" = ${districtId} AND c."returnAt" <= ${now}
    ORDER BY c."returnAt" LIMIT ${batch} FOR UPDATE OF c SKIP LOCKED`;
  for (const { id, speaker } of due) {
    const talk = await db.conversation.findUniqueOrThrow({ where: { districtId_id: { districtId, id } } });
    await move(ctx, talk, speaker === 'AGENT');
  }
}

async function move(ctx: Ctx, talk: Conversation, agentSpokeLast: boolean): Promise<void> {
  const { now } = ctx;
  if (talk.mode === 'BOT') {
    await ctx.db.conversation.updateMany({
      where: { districtId: talk.districtId, id: talk.id },
      data: { returnAt: null },
    });
    return;
  }
  const because = talk.mode === 'QUEUED' ? 'nobodyCame' : agentSpokeLast ? 'residentSilent' : 'agentSilent';
  const isQueuedAgain = because === 'agentSilent';
  await post(ctx, talk, {
    speaker: 'BOT',
    text: words[because],
    card: isQueuedAgain
      ? { type: 'handoff', state: 'queued', options: [{ label: '不等了', action: 'back' }] }
      : { type: 'handoff', state: 'returned', options: [] },
    change: isQueuedAgain
      ? { mode: 'QUEUED', agentId: null, queuedAt: now, returnAt: inMinutes(now, returnMinutes.queued) }
      : toDesk,
  });
  await ctx.emit('conversation.returned', { conversationId: talk.id, because });
}

const words = {
  agentSilent: '刚才接您话的人暂时没有回，已经重新帮您排上了，请稍等。',
  residentSilent: '人工这边先结束了，有事您接着跟我说。',
  nobodyCame: '人工现在都在忙，还没有人接。您把事情说给我，我报上去，会有人联系您。',
} as const;
