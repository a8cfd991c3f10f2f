import type { z } from 'zod';
import type { Attachment, Message } from '#prisma';
import type { ChatMessage, Conversation } from '#shared/contract/chat';
import { placeholderOf } from '#shared/domain/chat/flow';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { presentPhoto } from '../photos/index';
import { stateOf, type Talk } from './load-turn';
import type { StoredCard } from './stored-card';

/** The conversation as its resident sees it. */
export function presentConversation(
  talk: Pick<Talk, 'id' | 'mode' | 'seq' | 'state'>,
  agentName: string | null,
): z.output<typeof Conversation> {
  return {
    id: talk.id,
    mode: talk.mode,
    agentName: talk.mode === 'HUMAN' ? agentName : null,
    lastSeq: talk.seq,
    placeholder: talk.mode === 'BOT' ? placeholderOf(stateOf(talk.state)) : '说给人工听，他们看得到',
  };
}

/** A message with links to its photos that work now; the photos of its card too. */
export function presentMessage(
  ctx: Pick<Ctx, 'now' | 'link'>,
  message: Message,
  photos: ReadonlyMap<string, Attachment>,
): z.output<typeof ChatMessage> {
  const shown = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const photo = photos.get(id);
      return photo ? [presentPhoto(ctx, photo)] : [];
    });
  return {
    id: message.id,
    seq: message.seq,
    speaker: message.speaker,
    agentName: message.agentName,
    text: message.text,
    card: cardOf(message.card as StoredCard | null, shown),
    photos: shown(message.attachmentIds),
    at: message.createdAt.toISOString(),
    atText: momentText(message.createdAt, ctx.now),
  };
}

/** The ids of all photos that messages show. */
export const photoIdsOf = (messages: readonly Pick<Message, 'attachmentIds' | 'card'>[]): string[] => [
  ...new Set(
    messages.flatMap(({ attachmentIds, card }) => [...attachmentIds, ...((card as StoredCard | null)?.photoIds ?? [])]),
  ),
];

function cardOf(card: StoredCard | null, shown: (ids: readonly string[]) => ReturnType<typeof presentPhoto>[]) {
  if (!card) return null;
  const { photoIds = [], ...rest } = card;
  return rest.type === 'photo' || rest.type === 'confirm' ? { ...rest, photos: shown(photoIds) } : rest;
}
