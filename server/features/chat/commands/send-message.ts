import { v7 as uuid } from 'uuid';
import type { Attachment } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import type { Effect, Outcome } from '#shared/domain/chat/reply';
import { freshState } from '#shared/domain/chat/state';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import type { Prismas } from '../../../kernel/db';
import { emitter } from '../../../kernel/events';
import { bodyHash, replayed } from '../../../kernel/idempotency';
import { inTransaction } from '../../../kernel/route';
import { getPerson } from '../../identity/index';
import { worldOf } from '../../places/index';
import { joinTicket, planTicket, type TicketPlan } from '../../tickets/index';
import { doBooking } from '../booking-deeds';
import { doClaim } from '../claim-deeds';
import { type Drawn, draw, type Easel } from '../drawn';
import { type LoadedTurn, loadTurn, type Talk } from '../load-turn';
import { oneAtATime } from '../one-at-a-time';
import { presentConversation, presentMessage } from '../present';
import { shownTickets, ticketDraft, ticketPage } from '../tickets-shown';
import { doTopic } from '../topic-deeds';
import { lead } from '../turn-of';
import { messagesOf, moved } from '../turn-rows';
import { writeTurn } from '../write-turn';

type Sent = Parsed<'chat.send'>;
type Turned = Output<'chat.send'>;
const attempts = 5;

/**
 * One turn of the talk: read everything in one statement, think, write everything in one statement. Sent again with the same key, the first reply
 * comes again; when somebody else wrote in between, the turn is thought again. Throws not_found for photos or talks of others.
 */
export const sendMessage = (ctx: Ctx, sent: Sent): Promise<Turned> =>
  oneAtATime(ctx.actor.id, async () => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const turned = await turn(ctx, sent);
      if (turned) return turned;
    }
    throw new AppError('conversation_busy');
  });

async function turn(ctx: Ctx, sent: Sent): Promise<Turned | undefined> {
  const loaded = await loadTurn(ctx, sent.attachmentIds ?? []);
  if (loaded.earlier) return replayed<Turned>(loaded.earlier, bodyHash('chat.send', sent));
  const talk = loaded.talk ?? newTalk(ctx.now);
  if (sent.conversationId && sent.conversationId !== loaded.talk?.id) throw new AppError('not_found');
  if (!owns(loaded.photos, sent.attachmentIds ?? [])) throw new AppError('not_found');
  if (sent.action === 'report.join' && !isId(sent.payload?.ticketId)) throw new AppError('not_found');
  const led = await lead(ctx, await worldOf(ctx.db), sent, talk, loaded);
  const finish = (within: Ctx) => write(within, sent, talk, loaded, led);
  // Joining, booking, raising a topic and applying for points are commands of their own: they and the turn stand or fall together.
  return led.effects.some(({ kind }) => ['join', 'booking', 'topic', 'claim'].includes(kind))
    ? together(ctx, finish)
    : finish(ctx);
}

async function together(ctx: Ctx, finish: (ctx: Ctx) => Promise<Turned | undefined>): Promise<Turned | undefined> {
  const lost = new AppError('conversation_busy');
  try {
    return await inTransaction(ctx.db as Prismas, async (db) => {
      const turned = await finish({ ...ctx, db, emit: emitter(db, { ...ctx, actorId: ctx.actor.id }) });
      if (!turned) throw lost;
      return turned;
    });
  } catch (error) {
    if (error === lost) return undefined;
    throw error;
  }
}

async function write(
  ctx: Ctx,
  sent: Sent,
  talk: Talk,
  loaded: LoadedTurn,
  wanted: Outcome,
): Promise<Turned | undefined> {
  const booking = await doBooking(ctx, wanted);
  const topic = await doTopic(ctx, booking.led);
  const { led, drawn: filed } = await doClaim(ctx, topic.led);
  const plan = await planned(ctx, led.effects, talk.id);
  const easel: Easel = { ctx, world: await worldOf(ctx.db), conversationId: talk.id, photos: loaded.photos, plan };
  const drawn = [...(await joined(easel, led.effects)), ...booking.drawn, ...topic.drawn, ...filed];
  for (const reply of led.replies) drawn.push(await draw(easel, reply));

  const messages = messagesOf(ctx, sent, talk, drawn);
  const { next, events } = await moved(ctx, talk, led, plan);
  const after = { ...next, seq: talk.seq + messages.length };
  const agentName = after.mode === 'HUMAN' && after.agentId ? (await getPerson(ctx, after.agentId)).name : null;
  const photos = new Map(loaded.photos.map((photo) => [photo.id, photo]));
  const response: Turned = {
    conversation: presentConversation(after, agentName),
    messages: messages.map((message) => presentMessage(ctx, message, photos)),
  };
  const before = loaded.talk?.version;
  const isWritten = await writeTurn(ctx, { talk: after, before, messages, events, plan, body: sent, response });
  return isWritten ? response : undefined;
}

const newTalk = (now: Date): Talk => ({
  id: uuid(),
  state: freshState,
  version: 0,
  seq: 0,
  mode: 'BOT',
  queueCode: null,
  agentId: null,
  queuedAt: null,
  returnAt: null,
  lastAt: now,
});

const owns = (photos: readonly Attachment[], ids: readonly string[]) => {
  const own = new Set(photos.map(({ id }) => id));
  return ids.every((id) => own.has(id));
};

const isId = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

async function planned(ctx: Ctx, effects: readonly Effect[], talkId: string): Promise<TicketPlan | undefined> {
  const file = effects.find((effect) => effect.kind === 'file');
  return file ? planTicket(ctx, ticketDraft(ctx, file.draft, talkId)) : undefined;
}

async function joined({ ctx }: Easel, effects: readonly Effect[]): Promise<Drawn[]> {
  const join = effects.find((effect) => effect.kind === 'join');
  if (!join) return [];
  const text = await joinTicket(ctx, { id: join.ticketId }).then(
    () => '好的，帮您跟上这件事了，有进展会告诉您。',
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'ticket_already_joined')
        return '这件事您已经在跟着了，有进展会告诉您。';
      throw error;
    },
  );
  const [ticket] = await shownTickets(ctx, [join.ticketId]);
  return [
    {
      text,
      card: ticket ? { type: 'ticket', ticket: { ...ticket, thumbUrl: null }, options: [ticketPage(ticket.id)] } : null,
    },
  ];
}
