import type { Conversation } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { inMinutes, returnMinutes } from '../handoff';
import { postInto } from './post-message';

/** The agent who has the talk answers in it. Throws conversation_not_yours for anybody else. */
export async function replyToResident(ctx: Ctx, id: string, text: string): Promise<Conversation> {
  const { actor, now } = ctx;
  const replied = await postInto(ctx, id, ({ mode, agentId }) => {
    if (mode !== 'HUMAN' || agentId !== actor.id) throw new AppError('conversation_not_yours');
    return {
      speaker: 'AGENT',
      text,
      agentId: actor.id,
      agentName: actor.name,
      change: { returnAt: inMinutes(now, returnMinutes.residentSilent) },
    };
  });
  await ctx.emit('conversation.replied', { conversationId: id });
  return replied;
}
