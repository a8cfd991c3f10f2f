import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { findTalk, talkWithMessages } from '../chat/index';
import { peopleOf } from '../identity/index';
import { findTicket } from '../tickets/index';
import { scrubbed } from './scrub';

/** What is written about and whose names are in it. */
interface Matter {
  readonly words: string;
  readonly names: readonly string[];
}

/**
 * What may leave about a ticket or a talk this person may see, or of the text he or she wrote about it, with nobody's name or number in it. Throws not_found as
 * reading would, assist_confidential for what must not leave.
 */
export async function materialOf(
  ctx: Ctx,
  { ticketId, conversationId, text }: Parsed<'assist.write'>,
): Promise<string> {
  const { words, names } = ticketId ? await ofTicket(ctx, ticketId) : await ofTalk(ctx, conversationId ?? '');
  return scrubbed(text ?? words, [...names, ctx.actor.name]);
}

async function ofTicket(ctx: Ctx, id: string): Promise<Matter> {
  const ticket = await findTicket(ctx, id);
  if (ticket.confidential) throw new AppError('assist_confidential');
  const people = await peopleOf(
    ctx,
    [ticket.reporterId, ticket.assigneeId].filter((one): one is string => one !== null),
  );
  const names = [...people.values()].map(({ name }) => name);
  return { words: `事情：${ticket.title}\n居民的话：${ticket.description}`, names };
}

async function ofTalk(ctx: Ctx, id: string): Promise<Matter> {
  const talk = await findTalk(ctx, id);
  const { messages } = await talkWithMessages(ctx, talk);
  const people = await peopleOf(ctx, [talk.personId]);
  const names = [...people.values()].map(({ name }) => name);
  const lines = messages
    .slice(-30)
    .map(({ speaker, text }) => `${speaker === 'RESIDENT' ? '居民' : '服务台'}：${text}`);
  // The newest lines count: the oldest go first when it is too long.
  const words = lines.join('\n').slice(-3000);
  return { words, names: [...names, ...messages.flatMap(({ agentName }) => agentName ?? [])] };
}
