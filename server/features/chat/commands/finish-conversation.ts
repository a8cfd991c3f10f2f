import type { Conversation } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { postInto } from './post-message';
import { toDesk } from './return-conversations';

/** The agent ends the talk; the desk goes on in it. Throws conversation_not_yours for anybody else. */
export async function finishConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const { actor } = ctx;
  const finished = await postInto(ctx, id, ({ mode, agentId }) => {
    if (mode !== 'HUMAN' || agentId !== actor.id) throw new AppError('conversation_not_yours');
    return {
      speaker: 'BOT',
      text: `${actor.name}这边说完了，有事您接着跟我说。`,
      card: { type: 'handoff', state: 'returned', options: [] },
      change: toDesk,
    };
  });
  await ctx.emit('conversation.returned', { conversationId: id, because: 'finished' });
  return finished;
}
