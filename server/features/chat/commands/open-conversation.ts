import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import type { Card } from '#shared/contract/chat';
import { freshState, topFrame, withoutOldDrafts } from '#shared/domain/chat/state';
import { type Ctx, isStaff } from '../../../kernel/context';
import { greeting, hotlines, menuCard } from '../greeting';
import { stateOf } from '../load-turn';
import { presentConversation, presentMessage } from '../present';
import { agentNameOf, messagesBetween, photosOf } from '../queries';
import { ownOpen, ticketPage } from '../tickets-shown';

/** Opens the desk: greeting and doors, the newest open matter, what was left half-done, and the last messages. Makes the talk when there is none. */
export async function openConversation(ctx: Ctx, { limit }: Parsed<'chat.open'>): Promise<Output<'chat.open'>> {
  const { db, districtId, actor, now } = ctx;
  const conversation = await db.conversation.upsert({
    where: { districtId_personId: { districtId, personId: actor.id } },
    create: {
      districtId,
      id: uuid(),
      personId: actor.id,
      state: freshState as unknown as Prisma.InputJsonObject,
      lastAt: now,
      createdAt: now,
    },
    update: {},
  });
  const messages = await messagesBetween(ctx, conversation.id, { limit });
  const photos = await photosOf(ctx, actor.id, messages);
  const state = stateOf(conversation.state);
  const [newest] = await ownOpen(ctx, 1);
  const cards: z.output<typeof Card>[] = [menuCard(isStaff(actor))];
  if (newest) cards.push({ type: 'ticket', ticket: newest, options: [ticketPage(newest.id)] });
  const half = topFrame(withoutOldDrafts(state, now))?.details.what;
  if (half && conversation.mode === 'BOT')
    cards.push({ type: 'choice', options: [{ label: `接着报「${half}」`, action: 'again' }] });
  cards.push(hotlines);
  return {
    conversation: presentConversation({ ...conversation, state }, await agentNameOf(ctx, conversation.agentId)),
    messages: messages.map((message) => presentMessage(ctx, message, photos)),
    hasEarlier: (messages[0]?.seq ?? 1) > 1,
    greeting,
    cards,
  };
}
