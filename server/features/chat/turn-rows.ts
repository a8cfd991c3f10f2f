import { v7 as uuid } from 'uuid';
import type { DomainEvent, Message } from '#prisma';
import type { Parsed } from '#shared/contract';
import type { Outcome } from '#shared/domain/chat/reply';
import { withFiled } from '#shared/domain/chat/state';
import { tapText } from '#shared/domain/chat/tap-text';
import type { Ctx } from '../../kernel/context';
import { eventRow } from '../../kernel/events';
import type { TicketPlan } from '../tickets/index';
import type { Drawn } from './drawn';
import { inMinutes, queueCodeFor, returnMinutes } from './handoff';
import type { Talk } from './load-turn';

type Sent = Parsed<'chat.send'>;

/** The resident's own message and the desk's, numbered on from the talk. */
export function messagesOf(ctx: Ctx, sent: Sent, talk: Talk, drawn: readonly Drawn[]): Message[] {
  const { districtId, now: createdAt } = ctx;
  const common = { districtId, conversationId: talk.id, agentId: null, agentName: null, createdAt };
  const photos = sent.attachmentIds ?? [];
  const said = sent.action
    ? tapText(sent.action, sent.payload ?? {})
    : (sent.text ?? (photos.length > 0 ? '' : '地图上的位置'));
  const own: Message = {
    ...common,
    id: uuid(),
    seq: talk.seq + 1,
    speaker: 'RESIDENT',
    text: said,
    card: null,
    attachmentIds: photos,
  };
  const replies = drawn.map(
    ({ text, card }, index): Message => ({
      ...common,
      id: uuid(),
      seq: talk.seq + 2 + index,
      speaker: 'BOT',
      text,
      card: card as Message['card'],
      attachmentIds: [],
    }),
  );
  return [own, ...replies];
}

/** The talk after the turn: its state, who has it, until when; and the facts to tell. */
export async function moved(
  ctx: Ctx,
  talk: Talk,
  led: Outcome,
  plan: TicketPlan | undefined,
): Promise<{ next: Talk; events: Omit<DomainEvent, 'dispatchedAt'>[] }> {
  const { now } = ctx;
  const file = led.effects.find((effect) => effect.kind === 'file');
  const { id: ticketId = '', no = '', title = '' } = plan?.ticket ?? {};
  const state = file && plan ? withFiled(led.state, { draftId: file.draft.id, ticketId, no, title }) : led.state;
  const next: Talk = { ...talk, state, lastAt: now };
  const queue = led.effects.find((effect) => effect.kind === 'queue');
  if (queue && talk.mode === 'BOT') {
    const queueCode = await queueCodeFor(ctx, queue.villageCode);
    const event = eventRow({ ...ctx, actorId: ctx.actor.id }, 'conversation.queued', {
      conversationId: talk.id,
      queueCode,
    }) as Omit<DomainEvent, 'dispatchedAt'>;
    return {
      next: {
        ...next,
        mode: 'QUEUED',
        queueCode,
        agentId: null,
        queuedAt: now,
        returnAt: inMinutes(now, returnMinutes.queued),
      },
      events: [event],
    };
  }
  if (led.effects.some(({ kind }) => kind === 'unqueue'))
    return {
      next: { ...next, mode: 'BOT', queueCode: null, agentId: null, queuedAt: null, returnAt: null },
      events: [],
    };
  if (talk.mode === 'HUMAN') {
    const due = inMinutes(now, returnMinutes.agentSilent);
    return { next: { ...next, returnAt: talk.returnAt && talk.returnAt < due ? talk.returnAt : due }, events: [] };
  }
  return { next, events: [] };
}
