import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { findTalk, talkWithMessages } from '../chat/index';
import { peopleOf } from '../identity/index';
import { findTicket } from '../tickets/index';
import { scrubbed } from './scrub';

/** What may leave about a ticket or a talk this person may see, with nobody's name or number in it. Throws not_found as reading would, assist_confidential for what must not leave. */
export async function materialOf(ctx: Ctx, { ticketId, conversationId }: Parsed<'assist.write'>): Promise<string> {
  return ticketId ? ofTicket(ctx, ticketId) : ofTalk(ctx, conversationId ?? '');
}

async function ofTicket(ctx: Ctx, id: string): Promise<string> {
  const ticket = await findTicket(ctx, id);
  if (ticket.confidential) throw new AppError('assist_confidential');
  const people = await peopleOf(
    ctx,
    [ticket.reporterId, ticket.assigneeId].filter((one): one is string => one !== null),
  );
  const names = [...people.values()].map(({ name }) => name);
  return scrubbed(`事情：${ticket.title}\n居民的话：${ticket.description}`, [...names, ctx.actor.name]);
}

async function ofTalk(ctx: Ctx, id: string): Promise<string> {
  const talk = await findTalk(ctx, id);
  const { messages } = await talkWithMessages(ctx, talk);
  const people = await peopleOf(ctx, [talk.personId]);
  const names = [...people.values()].map(({ name }) => name);
  const lines = messages
    .slice(-30)
    .map(({ speaker, text }) => `${speaker === 'RESIDENT' ? '居民' : '服务台'}：${text}`);
  // The newest lines count: the oldest go first when it is too long.
  const kept = lines.join('\n').slice(-3000);
  return scrubbed(kept, [...names, ctx.actor.name, ...messages.flatMap(({ agentName }) => agentName ?? [])]);
}
