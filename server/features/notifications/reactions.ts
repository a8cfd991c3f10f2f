import type { Ticket, TicketStep } from '#prisma';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { storyOf } from '../tickets/index';
import { checkers, holdersNow, raisedTo, unitMembers } from './audience';
import { type Notice, notify } from './commands/notify';
import { takeWalletNews } from './commands/take-wallet-news';
import type { Templates } from './templates';
import { isNewsKind } from './wallet-news';

/** One message to several people; `once` replaces the event in the dedupe key. */
interface Telling {
  to: readonly string[];
  kind: string;
  title: string;
  body: string;
  side: 'resident' | 'staff';
  template?: Notice['template'];
  once?: string;
}

interface Story {
  ticket: Ticket;
  followerIds: string[];
  step: TicketStep | null;
}

/** What residents read of their matter when it moves; an action that is not here is not told to them. */
const residentTitles: Readonly<Record<string, string>> = {
  accept: '已受理',
  reject: '不予受理',
  transfer: '换了承办单位',
  return: '正在重新安排',
  decide: '由区中心定了承办单位',
  extend: '延期了',
  pause: '暂时挂起',
  resume: '恢复办理',
  handle: '已处理，等待核查',
  passCheck: '已办好',
  failCheck: '还要再处理',
  close: '已办结',
  merge: '并入了另一件',
};

/** What staff read when a ticket comes to them or changes under their hands. */
const staffTitles: Readonly<Record<string, string>> = {
  assign: '有一件事分派给您',
  transfer: '有一件事改派过来',
  return: '有一件事退回过来',
  decide: '区中心裁决由您这边办理',
  requestAssist: '请您这边协办',
  finishAssist: '协办完成了',
  handle: '有一件事等您核查',
  failCheck: '核查没有通过，请再处理',
  reopen: '居民要求重办',
  urge: '居民在催',
  supplement: '居民补充了情况',
  confirm: '居民已确认',
  withdraw: '居民撤回了一件事',
  revisit: '请回访居民',
};

/** Notices for everything that happens to tickets: reporter, followers, whoever has it now. And what WeChat says of the wallets. */
export const notificationSubscribersOf = (templates: Templates): readonly Subscriber[] => [
  {
    name: 'notifications.tickets',
    on: ['ticket.opened', 'ticket.moved', 'ticket.warned', 'ticket.escalated', 'ticket.joined'],
    run: async (ctx, event) => {
      const payload = event.payload as { ticketId: string; stepId?: string };
      const story = await storyOf(ctx, payload.ticketId, payload.stepId);
      const tellings = await tellingsOf(ctx, event, story);
      await notify(
        ctx,
        tellings.flatMap((telling) => noticesOf(story.ticket, event, telling)),
      );
    },
  },
  {
    name: 'notifications.wallets',
    on: ['wechat.pushed'],
    run: async (ctx, event) => {
      const { messageId, kind } = event.payload as Events['wechat.pushed'];
      if (isNewsKind(kind)) await takeWalletNews(ctx, messageId, templates);
    },
  },
];

async function tellingsOf(ctx: Ctx, event: StoredEvent, story: Story): Promise<Telling[]> {
  const { ticket } = story;
  const named = `「${ticket.title}」`;
  const staff = (to: readonly string[], title: string, body: string, more: Partial<Telling> = {}): Telling => ({
    ...{ to, kind: event.name, title, body, side: 'staff' as const },
    ...more,
  });
  switch (event.name) {
    case 'ticket.opened':
      return [staff(await holdersNow(ctx, ticket), '有一件新的事', `${named}${ticket.address}`, { template: 'due' })];
    case 'ticket.joined':
      return [
        staff(await holdersNow(ctx, ticket), '又有居民遇到同一件事', `${named}已有 ${ticket.followerCount} 人跟进`),
      ];
    case 'ticket.warned':
      return [
        staff(await holdersNow(ctx, ticket), '时限快到了', `${named}已用去八成时间，请抓紧办理`, { template: 'due' }),
      ];
    case 'ticket.escalated': {
      const { level } = event.payload as Events['ticket.escalated'];
      const title = '有一件事超过时限';
      return [
        staff(await raisedTo(ctx, ticket, level), title, `${named}超过时限，请督促办理`, { template: 'due' }),
        staff(await holdersNow(ctx, ticket), title, `${named}超过时限，已上报`),
      ];
    }
    case 'ticket.moved':
      return movedTellings(ctx, event, story);
    default:
      return [];
  }
}

async function movedTellings(ctx: Ctx, event: StoredEvent, story: Story): Promise<Telling[]> {
  const { action } = event.payload as Events['ticket.moved'];
  const { ticket, step, followerIds } = story;
  const body = `「${ticket.title}」${step?.text ?? ''}`;
  const tellings: Telling[] = [];
  const title = residentTitles[action];
  if (title) {
    const told = { kind: `ticket.${action}`, body, side: 'resident', template: 'progress' } as const;
    if (ticket.reporterId) tellings.push({ ...told, to: [ticket.reporterId], title: `您报的事${title}` });
    tellings.push({ ...told, to: followerIds, title: `您关心的事${title}` });
  }
  if (action === 'revisit' && ticket.reporterId) {
    const ask = `「${ticket.title}」已办好，请您看看并确认`;
    tellings.push({
      ...{ to: [ticket.reporterId], kind: 'ticket.revisit', title: '请您确认一下', body: ask },
      ...{ side: 'resident' as const, template: 'progress' as const },
    });
  }
  if (action === 'confirm' && followerIds.length > 0)
    tellings.push({
      ...{ to: followerIds, kind: 'ticket.confirm', title: '您关心的事已办结', body: `「${ticket.title}」已办结` },
      side: 'resident',
    });
  const staffTitle = staffTitles[action];
  if (staffTitle)
    tellings.push({
      ...{ to: await staffFor(ctx, action, story), kind: `ticket.${action}`, title: staffTitle, body, side: 'staff' },
      ...(action === 'urge' && { once: `urge:${ticket.id}:${dayOf(event.at)}` }),
    });
  return tellings;
}

function staffFor(ctx: Ctx, action: string, { ticket, step }: Story): Promise<string[]> {
  const { unitCode } = (step?.payload ?? {}) as { unitCode?: string };
  if (action === 'requestAssist' && unitCode) return unitMembers(ctx, unitCode);
  if (action === 'handle') return checkers(ctx, ticket);
  return holdersNow(ctx, ticket);
}

/** Whoever did it is not told of it. */
function noticesOf(ticket: Ticket, event: StoredEvent, telling: Telling): Notice[] {
  const { to, kind, title, body, side, template, once } = telling;
  const page =
    side === 'staff'
      ? `packages/staff/pages/case/index?id=${ticket.id}`
      : `packages/ticket/pages/detail/index?id=${ticket.id}`;
  return [...new Set(to)]
    .filter((personId) => personId !== event.actorId)
    .map((personId) => ({
      ...{ personId, kind, title, body, page, ticketId: ticket.id },
      dedupeKey: `${once ?? event.id}:${side}:${personId}`,
      ...(template && { template }),
    }));
}
