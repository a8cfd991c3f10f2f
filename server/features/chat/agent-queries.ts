import type { z } from 'zod';
import type { Conversation } from '#prisma';
import type { Output } from '#shared/contract';
import type { QueuedConversation } from '#shared/contract/workbench';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { talksVisibleTo } from './handoff';
import { presentMessage } from './present';
import { messagesBetween, photosOf } from './queries';

type Waiting = z.output<typeof QueuedConversation>;
const shownAtOnce = 100;

/** A waiting or running talk this agent may see; anything else does not exist for them. */
export async function findTalk({ db, districtId, actor }: Ctx, id: string): Promise<Conversation> {
  const talk = await db.conversation.findFirst({ where: { AND: [{ districtId, id }, talksVisibleTo(actor)] } });
  if (!talk) throw new AppError('not_found');
  return talk;
}

/** How many talks wait or run within this agent's scope. */
export const countTalks = ({ db, districtId, actor }: Ctx): Promise<number> =>
  db.conversation.count({ where: { AND: [{ districtId }, talksVisibleTo(actor)] } });

/** The talks that wait or run, who waits longest first. */
export async function listTalks(ctx: Ctx): Promise<Waiting[]> {
  const { db, districtId, actor } = ctx;
  const talks = await db.conversation.findMany({
    where: { AND: [{ districtId }, talksVisibleTo(actor)] },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
    take: shownAtOnce,
  });
  const lasts = await db.message.findMany({
    where: { districtId, conversationId: { in: talks.map(({ id }) => id) }, speaker: 'RESIDENT' },
    distinct: ['conversationId'],
    orderBy: [{ conversationId: 'asc' }, { seq: 'desc' }],
  });
  const lastOf = new Map(lasts.map(({ conversationId, text }) => [conversationId, text]));
  return presentTalks(ctx, talks, lastOf);
}

/** One talk with what was said in it after `afterSeq`. */
export async function talkWithMessages(
  ctx: Ctx,
  talk: Conversation,
  afterSeq = 0,
): Promise<Output<'workbench.conversation'>> {
  const messages = await messagesBetween(ctx, talk.id, { after: afterSeq, limit: shownAtOnce });
  const photos = await photosOf(ctx, talk.personId, messages);
  const last = messages.findLast(({ speaker }) => speaker === 'RESIDENT');
  const [conversation] = await presentTalks(ctx, [talk], new Map(last ? [[talk.id, last.text]] : []));
  if (!conversation) throw new AppError('not_found');
  return { conversation, messages: messages.map((message) => presentMessage(ctx, message, photos)) };
}

async function presentTalks(
  ctx: Ctx,
  talks: readonly Conversation[],
  lastOf: ReadonlyMap<string, string>,
): Promise<Waiting[]> {
  const world = await worldOf(ctx.db);
  const ids = talks.flatMap(({ personId, agentId }) => [personId, ...(agentId ? [agentId] : [])]);
  const people = await peopleOf(ctx, ids);
  return talks.map((talk) => {
    const resident = people.get(talk.personId);
    return {
      id: talk.id,
      personLabel: resident?.name ?? '居民',
      placeLabel: resident?.homeVillageCode ? world.placeLabel(resident.homeVillageCode) : '没有登记住处',
      lastText: lastOf.get(talk.id) ?? '',
      waitingText: waitingText(talk, ctx.now),
      mode: talk.mode === 'HUMAN' ? 'HUMAN' : 'QUEUED',
      mine: talk.agentId === ctx.actor.id,
      agentName: talk.agentId ? (people.get(talk.agentId)?.name ?? null) : null,
    };
  });
}

function waitingText({ mode, queuedAt }: Conversation, now: Date): string {
  if (mode !== 'QUEUED' || !queuedAt) return '正在说';
  const minutes = Math.floor((now.getTime() - queuedAt.getTime()) / 60_000);
  return minutes < 1 ? '刚来' : `等了 ${minutes} 分钟`;
}
