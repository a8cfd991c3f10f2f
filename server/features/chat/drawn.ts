import type { Attachment } from '#prisma';
import type { Draft, PlainCard, Reply } from '#shared/domain/chat/reply';
import type { Ctx } from '../../kernel/context';
import { holdersOf, onDuty } from '../identity/index';
import type { World } from '../places/index';
import { filedSummary, planTicket, type TicketPlan } from '../tickets/index';
import { bookingCard, slotsCard } from './booking-cards';
import { claimConfirmCard } from './claim-cards';
import { confirmCard, filedText } from './confirm-card';
import { lawAnswer } from './law-answers';
import { pointsAnswer } from './points-answers';
import type { StoredCard } from './stored-card';
import { ownOpen, type Summary, shownTickets, ticketDraft, ticketPage } from './tickets-shown';
import { topicConfirmCard, topicsCard } from './topic-cards';

/** One message of the desk, ready to be written. */
export interface Drawn {
  readonly text: string;
  readonly card: StoredCard | null;
}

/** What drawing stands on. `plan` is the ticket that this turn files. */
export interface Easel {
  readonly ctx: Ctx;
  readonly world: World;
  readonly conversationId: string;
  readonly photos: readonly Attachment[];
  readonly plan: TicketPlan | undefined;
}

/** Turns a reply of the flow into words and a card; reads what the flow could not know. */
export async function draw(easel: Easel, reply: Reply): Promise<Drawn> {
  const { ctx, world } = easel;
  switch (reply.kind) {
    case 'say':
      return { text: reply.text, card: reply.card ? plainCard(reply.card) : null };
    case 'confirm': {
      const plan = await planTicket(ctx, ticketDraft(ctx, reply.draft, easel.conversationId));
      return {
        text: reply.text,
        card: { ...confirmCard(world, reply.draft, plan), photoIds: reply.draft.details.photos },
      };
    }
    case 'filed':
      return easel.plan ? filed(easel, reply.draft, easel.plan) : { text: '', card: null };
    case 'ticket': {
      const [ticket] = await shownTickets(ctx, [reply.ticketId]);
      return { text: reply.text, card: ticket ? ticketCard(ticket) : null };
    }
    case 'similar': {
      const items = await shownTickets(ctx, reply.ticketIds);
      return items.every(({ mine }) => mine === 'reporter')
        ? ownSimilar(items)
        : { text: reply.text, card: similarCard(items) };
    }
    case 'slots':
      return { text: reply.text, card: slotsCard(reply.times, reply.options) };
    case 'bookingConfirm':
      return { text: reply.text, card: bookingCard(reply.talk) };
    case 'points':
      return pointsAnswer(ctx, reply.ask);
    case 'law':
      return lawAnswer(ctx, reply);
    case 'claimConfirm':
      return { text: reply.text, card: claimConfirmCard(ctx, reply.draft) };
    case 'topicConfirm':
      return { text: reply.text, card: await topicConfirmCard(ctx, reply.draft) };
    case 'topics':
      return { text: reply.text, card: await topicsCard(ctx, reply) };
    case 'progress':
      return progress(easel, reply.ticketNo);
    case 'contact':
      return contact(ctx, world, reply.villageCode, reply.gridCode);
  }
}

function plainCard(card: PlainCard): StoredCard {
  if (card.type !== 'photo') return mutable(card);
  const { skip, max, photoIds } = card;
  return { type: 'photo', skip: { label: skip.label, action: skip.action }, max, photos: [], photoIds };
}

/** The domain's read-only card as the contract's; the shapes are the same. */
const mutable = (card: PlainCard): StoredCard => structuredClone(card) as StoredCard;

const ticketCard = (ticket: Summary): StoredCard => ({
  type: 'ticket',
  ticket: { ...ticket, thumbUrl: null },
  options: [ticketPage(ticket.id)],
});

const filed = async ({ ctx }: Easel, draft: Draft, plan: TicketPlan): Promise<Drawn> => ({
  text: filedText(draft, plan),
  card: ticketCard(await filedSummary(ctx, plan)),
});

const similarCard = (items: readonly Summary[]): StoredCard => ({
  type: 'tickets',
  items: items.map((item) => ({ ...item, thumbUrl: null })),
  options: [
    ...items.map(({ id, title }) => {
      const label = items.length === 1 ? '我也遇到' : `我也遇到：${title}`;
      return { label, action: 'report.join', payload: { ticketId: id, label } };
    }),
    { label: '不是这件，接着报', action: 'report.separate' },
  ],
});

/** What is alike was reported by the same person: nothing to follow, only to look at. */
const ownSimilar = (items: readonly Summary[]): Drawn => ({
  text: '您报过差不多的事，还在办。是同一件就不用再报，不是就接着报。',
  card: {
    type: 'tickets',
    items: items.map((item) => ({ ...item, thumbUrl: null })),
    options: [
      ...items.slice(0, 1).map(({ id }) => ticketPage(id)),
      { label: '不是这件，接着报', action: 'report.separate' },
    ],
  },
});

async function progress({ ctx }: Easel, ticketNo: string | undefined): Promise<Drawn> {
  const items = await ownOpen(ctx, 5);
  const asked = ticketNo ? items.filter(({ no }) => no === ticketNo.toUpperCase()) : items;
  const [first] = asked;
  if (!first) {
    return {
      text: ticketNo
        ? `没有找到您报的 ${ticketNo}，可能已经办结，在“我的事”里看得到。`
        : '您现在没有正在办的事。办结的在“我的事”里。',
      card: { type: 'choice', options: [{ label: '看我的事', action: 'page', payload: { url: '/pages/mine/index' } }] },
    };
  }
  if (asked.length === 1) return { text: `${first.headline}，${first.clock.text}。`, card: ticketCard(first) };
  return {
    text: `您有 ${asked.length} 件正在办。`,
    card: { type: 'tickets', items: asked.map((item) => ({ ...item, thumbUrl: null })), options: [] },
  };
}

async function contact(ctx: Ctx, world: World, villageCode: string, gridCode: string | undefined): Promise<Drawn> {
  const [own, lead] = await Promise.all([
    gridCode ? holdersOf(ctx, 'GRID_STAFF', gridCode) : Promise.resolve([]),
    holdersOf(ctx, 'GRID_LEAD', villageCode),
  ]);
  const staff = own.length > 0 ? own : (await onDuty(ctx, villageCode)).filter(({ kind }) => kind === 'GRID_STAFF');
  const people = [...staff.slice(0, 3), ...lead.slice(0, 1)].map(({ name, phone, kind, placeCode }) => ({
    name,
    phone,
    role: kind === 'GRID_LEAD' ? '网格长' : '网格员',
    place: world.placeName(placeCode),
  }));
  if (people.length === 0)
    return {
      text: `${world.placeLabel(villageCode)}的网格员现在空缺，可以打 12345，也可以转人工。`,
      card: {
        type: 'choice',
        options: [
          { label: '打 12345', action: 'call', payload: { number: '12345' } },
          { label: '转人工', action: 'human' },
        ],
      },
    };
  return { text: `${world.placeLabel(villageCode)}找这几位就行。`, card: { type: 'contact', people, options: [] } };
}
