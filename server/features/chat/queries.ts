import type { Attachment, Message } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { photoIdsOf, presentMessage } from './present';

/** The caller's own conversation; anybody else's does not exist for them. */
export async function ownConversation({ db, districtId, actor }: Ctx, id: string) {
  const conversation = await db.conversation.findFirst({ where: { districtId, id, personId: actor.id } });
  if (!conversation) throw new AppError('not_found');
  return conversation;
}

/** The newest message's number of the caller's own conversation; not_found for others'. */
export async function latestSeq(ctx: Ctx, conversationId: string): Promise<number> {
  return (await ownConversation(ctx, conversationId)).seq;
}

/** Messages of a conversation between two numbers (exclusive), the newest `limit` of them, in order. */
export async function messagesBetween(
  { db, districtId }: Ctx,
  conversationId: string,
  { after = 0, before, limit }: { after?: number; before?: number; limit: number },
): Promise<Message[]> {
  const messages = await db.message.findMany({
    where: { districtId, conversationId, seq: { gt: after, ...(before !== undefined && { lt: before }) } },
    orderBy: { seq: 'desc' },
    take: limit,
  });
  return messages.reverse();
}

/** The photos that messages show, by id. Photos in a talk are its resident's own. */
export async function photosOf(
  { db, districtId }: Ctx,
  ownerId: string,
  messages: readonly Message[],
): Promise<Map<string, Attachment>> {
  const ids = photoIdsOf(messages);
  if (ids.length === 0) return new Map();
  const photos = await db.attachment.findMany({ where: { districtId, ownerId, id: { in: ids } } });
  return new Map(photos.map((photo) => [photo.id, photo]));
}

/** The agent's name of a talk that a person has. */
export async function agentNameOf({ db, districtId }: Ctx, agentId: string | null): Promise<string | null> {
  if (!agentId) return null;
  const agent = await db.person.findFirst({ where: { districtId, id: agentId }, select: { name: true } });
  return agent?.name ?? null;
}

/** What was said in somebody's talk since a message, the newest hundred; nothing where there is no talk. For those who carry it elsewhere. */
export async function messagesSince(ctx: Ctx, personId: string, after: number) {
  const { db, districtId } = ctx;
  const conversation = await db.conversation.findUnique({ where: { districtId_personId: { districtId, personId } } });
  if (!conversation) return [];
  const messages = await messagesBetween(ctx, conversation.id, { after, limit: 100 });
  const photos = await photosOf(ctx, personId, messages);
  return messages.map((message) => presentMessage(ctx, message, photos));
}
