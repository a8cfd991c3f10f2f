import type { Conversation } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findTalk } from '../agent-queries';
import { inMinutes, returnMinutes } from '../handoff';
import { postInto } from './post-message';

/** An agent takes a waiting talk (接手). Of two one wins; the other gets conversation_taken. The desk is silent from here on. */
export async function takeConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const { actor, now } = ctx;
  const found = await findTalk(ctx, id);
  if (found.mode === 'HUMAN' && found.agentId === actor.id) return found;
  const taken = await postInto(ctx, id, (talk) => {
    if (talk.mode !== 'QUEUED') throw new AppError('conversation_taken');
    return {
      speaker: 'BOT',
      text: `${actor.name}来接您的话了。`,
      card: { type: 'handoff', state: 'human', options: [] },
      change: { mode: 'HUMAN', agentId: actor.id, returnAt: inMinutes(now, returnMinutes.agentSilent) },
    };
  });
  await ctx.emit('conversation.taken', { conversationId: id });
  return taken;
}
