import type { Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { stateOf } from './load-turn';
import { presentConversation, presentMessage } from './present';
import { agentNameOf, messagesBetween, ownConversation, photosOf } from './queries';

const mostAtOnce = 100;

/** Earlier messages of the caller's own talk. */
export async function history(ctx: Ctx, input: Parsed<'chat.history'>): Promise<Output<'chat.history'>> {
  const { id } = await ownConversation(ctx, input.conversationId);
  const messages = await messagesBetween(ctx, id, { before: input.beforeSeq, limit: input.limit });
  const photos = await photosOf(ctx, ctx.actor.id, messages);
  return {
    messages: messages.map((message) => presentMessage(ctx, message, photos)),
    hasEarlier: (messages[0]?.seq ?? 1) > 1,
  };
}

/** What was said since; the newest hundred when it was more. */
export async function updates(ctx: Ctx, input: Parsed<'chat.updates'>): Promise<Output<'chat.updates'>> {
  const conversation = await ownConversation(ctx, input.conversationId);
  const messages = await messagesBetween(ctx, conversation.id, { after: input.afterSeq, limit: mostAtOnce });
  const photos = await photosOf(ctx, ctx.actor.id, messages);
  return {
    conversation: presentConversation(
      { ...conversation, state: stateOf(conversation.state) },
      await agentNameOf(ctx, conversation.agentId),
    ),
    messages: messages.map((message) => presentMessage(ctx, message, photos)),
  };
}
