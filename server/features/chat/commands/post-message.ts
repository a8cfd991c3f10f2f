import { v7 as uuid } from 'uuid';
import type { Conversation, Prisma } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findTalk } from '../agent-queries';

/** A message of somebody else than the resident, and who has the talk from then on. */
export interface Posting {
  readonly speaker: 'BOT' | 'AGENT';
  readonly text: string;
  readonly agentId?: string;
  readonly agentName?: string;
  readonly card?: Prisma.InputJsonObject;
  readonly change: Prisma.ConversationUncheckedUpdateManyInput;
}

const attempts = 5;

/**
 * Adds to a talk this agent may see what `decide` says, guarded by the version that was read; when the resident wrote in between, it is decided
 * again. Throws what `decide` throws, not_found, or conversation_busy.
 */
export async function postInto(ctx: Ctx, id: string, decide: (talk: Conversation) => Posting): Promise<Conversation> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const talk = await findTalk(ctx, id);
    const moved = await post(ctx, talk, decide(talk));
    if (moved) return moved;
  }
  throw new AppError('conversation_busy');
}

/** Adds a message to a talk and changes who has it; undefined when the talk has moved since it was read. Phones that listen are told. */
export async function post(ctx: Ctx, talk: Conversation, posting: Posting): Promise<Conversation | undefined> {
  const { db, districtId, now } = ctx;
  const [moved] = await db.conversation.updateManyAndReturn({
    where: { districtId, id: talk.id, version: talk.version },
    data: { ...posting.change, version: { increment: 1 }, seq: { increment: 1 }, lastAt: now },
  });
  if (!moved) return undefined;
  await db.message.create({
    data: {
      districtId,
      id: uuid(),
      conversationId: talk.id,
      seq: moved.seq,
      speaker: posting.speaker,
      agentId: posting.agentId ?? null,
      agentName: posting.agentName ?? null,
      text: posting.text,
      ...(posting.card && { card: posting.card }),
      createdAt: now,
    },
    select: { id: true },
  });
  await db.$queryRaw`SELECT pg_notify('chat', ${talk.id})::text`;
  return moved;
}
