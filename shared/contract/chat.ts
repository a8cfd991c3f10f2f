import { z } from 'zod';
import { BookingItem } from './bookings';
import { empty, endpoint, id, position, printable, text } from './endpoint';
import { TopicSummary } from './forum';
import { LawAnswer } from './laws';
import { MapShape, Photo, TicketSummary } from './tickets';

const scalar = z.union([z.string().max(2000).regex(printable), z.number(), z.boolean(), z.null()]);
const payload = z.record(z.string().max(40), scalar);

/** Something that can be tapped. Sending `action` + `payload` and typing `label` mean the same. */
export const Option = z
  .object({
    label: z.string(),
    hint: z.string().optional(),
    action: z.string(),
    payload: payload.optional(),
    style: z.enum(['primary', 'plain', 'danger']).optional(),
    icon: z.string().optional(),
  })
  .meta({ id: 'ChatOption', description: '可点的选项' });

const card = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/** What a bot turn may show under its text. The phone draws it; the server decides it. */
export const Card = z
  .discriminatedUnion('type', [
    card('menu', { options: z.array(Option) }),
    card('choice', { options: z.array(Option) }),
    card('place', { options: z.array(Option), canPin: z.boolean() }),
    card('photo', { skip: Option, max: z.int(), photos: z.array(Photo) }),
    card('confirm', {
      title: z.string(),
      lines: z.array(
        z.object({
          field: z.string(),
          label: z.string(),
          value: z.string(),
          note: z.string().optional(),
          edit: Option.optional(),
        }),
      ),
      map: z.object({ shape: MapShape.nullable(), position: position.nullable() }).nullable(),
      photos: z.array(Photo),
      options: z.array(Option),
    }),
    card('ticket', { ticket: TicketSummary, options: z.array(Option) }),
    card('tickets', { items: z.array(TicketSummary), options: z.array(Option) }),
    card('contact', {
      people: z.array(
        z.object({ name: z.string(), role: z.string(), place: z.string(), phone: z.string().nullable() }),
      ),
      options: z.array(Option),
    }),
    card('emergency', {
      kind: z.string(),
      numbers: z.array(z.object({ number: z.string(), label: z.string() })),
      advice: z.array(z.string()),
      options: z.array(Option),
    }),
    card('handoff', { state: z.enum(['queued', 'human', 'returned', 'offHours']), options: z.array(Option) }),
    card('slots', {
      /** The nearest free times, the best first; `option` books that one. */
      times: z.array(
        z.object({
          slotId: id,
          text: z.string(),
          advisorName: z.string(),
          place: z.string(),
          startsAt: z.iso.datetime(),
          option: Option,
        }),
      ),
      options: z.array(Option),
    }),
    card('booking', { booking: BookingItem, options: z.array(Option) }),
    card('law', { answer: LawAnswer, options: z.array(Option) }),
    card('topic', { topic: TopicSummary, options: z.array(Option) }),
    card('topics', { items: z.array(TopicSummary), options: z.array(Option) }),
    card('points', {
      points: z.object({
        name: z.string(),
        placeLabel: z.string(),
        balance: z.int(),
        stars: z.int(),
        lines: z.array(z.object({ text: z.string(), value: z.string(), note: z.string() })),
      }),
      options: z.array(Option),
    }),
    card('later', { feature: z.string(), title: z.string(), text: z.string(), options: z.array(Option) }),
  ])
  .meta({ id: 'Card', description: '卡片' });

export const ChatMessage = z
  .object({
    id,
    seq: z.int(),
    speaker: z.enum(['RESIDENT', 'BOT', 'AGENT']),
    agentName: z.string().nullable(),
    text: z.string(),
    card: Card.nullable(),
    photos: z.array(Photo),
    at: z.iso.datetime(),
    atText: z.string(),
  })
  .meta({ id: 'ChatMessage', description: '消息' });

export const Conversation = z
  .object({
    id,
    mode: z.enum(['BOT', 'QUEUED', 'HUMAN']),
    agentName: z.string().nullable(),
    lastSeq: z.int(),
    placeholder: z.string(),
  })
  .meta({ id: 'Conversation', description: '会话' });

const turn = z.object({ conversation: Conversation, messages: z.array(ChatMessage) });

export const chat = {
  'chat.open': endpoint({
    kind: 'command',
    access: 'member',
    summary: '打开服务台：问候、没办完的事、最近的消息',
    input: z.strictObject({ limit: z.int().min(1).max(50).default(20) }),
    output: turn.extend({
      hasEarlier: z.boolean(),
      greeting: z.object({ title: z.string(), subtitle: z.string() }),
      cards: z.array(Card),
    }),
  }),
  'chat.send': endpoint({
    kind: 'command',
    access: 'member',
    summary: '说一句或点一下',
    input: z
      .strictObject({
        conversationId: id.optional(),
        text: text(2000).optional(),
        action: z
          .string()
          .regex(/^[a-z][A-Za-z.]{0,39}$/, '操作不对')
          .optional(),
        payload: payload.optional(),
        attachmentIds: z.array(id).max(9, '最多 9 张照片').optional(),
        location: position.optional(),
        voice: z.boolean().optional(),
      })
      .refine((sent) => sent.text || sent.action || sent.attachmentIds?.length || sent.location, {
        message: '说一句话，或者点一个选项',
      }),
    output: turn,
  }),
  'chat.history': endpoint({
    kind: 'query',
    access: 'member',
    summary: '更早的消息',
    input: z.strictObject({ conversationId: id, beforeSeq: z.int().min(1), limit: z.int().min(1).max(50).default(20) }),
    output: z.object({ messages: z.array(ChatMessage), hasEarlier: z.boolean() }),
  }),
  'chat.updates': endpoint({
    kind: 'query',
    access: 'member',
    summary: '有没有新消息（轮询）',
    input: z.strictObject({ conversationId: id, afterSeq: z.int().min(0) }),
    output: turn,
  }),
  'chat.understand': endpoint({
    kind: 'query',
    access: 'public',
    summary: '这句话听成了什么，为什么',
    input: z.strictObject({ text: text(10_000) }),
    output: z.object({
      intent: z.string(),
      confidence: z.number(),
      candidates: z.array(z.object({ intent: z.string(), confidence: z.number() })),
      category: z
        .object({ code: z.string(), name: z.string(), confidence: z.number(), because: z.array(z.string()) })
        .nullable(),
      department: z.object({ code: z.string(), name: z.string() }).nullable(),
      danger: z.object({ kind: z.string(), words: z.array(z.string()), numbers: z.array(z.string()) }).nullable(),
      details: z.record(z.string(), z.unknown()),
      because: z.array(z.string()),
    }),
  }),
  'chat.menu': endpoint({
    kind: 'query',
    access: 'public',
    summary: '首屏：四张卡片与紧急电话（不用登录）',
    input: empty,
    output: z.object({ greeting: z.object({ title: z.string(), subtitle: z.string() }), cards: z.array(Card) }),
  }),
};
