import type { BookingStep, CallReason } from '#prisma';
import { lawyer } from '#shared/domain/bookings/address';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { holdersOf, peopleOf } from '../identity/index';
import { notify } from '../notifications/index';
import { worldOf } from '../places/index';
import { askForCall } from './calls';
import { aboutText } from './present';
import { type Loaded, loadBooking } from './queries';
import { offeredSlot } from './waiting-reads';

type Side = 'resident' | 'advisor' | 'staff' | 'bureau' | 'supervision';

/** One message to some people about one booking. */
interface Telling {
  readonly to: readonly string[];
  readonly side: Side;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** Also outside the app. */
  readonly push?: boolean;
  /** Replaces the event in the dedupe key. */
  readonly once?: string;
}

/** What a side reads when a booking moves; a side that is not here is not told of it. */
const titles: Readonly<Record<string, Partial<Record<'resident' | 'advisor', string>>>> = {
  reschedule: { advisor: '有一个预约改了时间', resident: '预约改好了时间' },
  cancel: { advisor: '有一个预约取消了', resident: '预约取消了' },
  confirm: { resident: '法律顾问接受了预约' },
  propose: { resident: '法律顾问建议换个时间' },
  decline: { advisor: '居民还是想要原来的时间' },
  passOn: { advisor: '同事转来一个预约', resident: '换了一位律师接待您' },
  invite: { resident: '这次见面多一位一起参加' },
  record: { resident: '谈完了，请您评价三个问题' },
  noShow: { advisor: '记了一次未到', resident: '记了一次未到' },
  undoNoShow: { advisor: '未到已更正', resident: '未到已更正' },
  rate: { advisor: '居民评价了您的服务' },
  answerComplaint: { resident: '司法局答复了您反映的事' },
  expire: { advisor: '有一个预约没有答复，已失效', resident: '顾问没有答复，请另约时间' },
};

/** What was written with these is read in the desk only. */
const silent: readonly string[] = ['complain', 'answerComplaint'];

const pages: Readonly<Record<Side, (id: string) => string>> = {
  resident: (id) => `packages/booking/pages/detail/index?id=${id}`,
  advisor: (id) => `packages/booking/pages/detail/index?id=${id}`,
  staff: () => 'packages/staff/pages/calls/index',
  bureau: (id) => `packages/booking/pages/detail/index?id=${id}`,
  supervision: () => 'packages/staff/pages/supervision/index',
};

/** Notices for everything that happens to bookings and on the waiting list: the resident, the advisor, who sits in, who has to ring. */
export const bookingSubscribers: readonly Subscriber[] = [
  {
    name: 'bookings.notices',
    on: ['booking.opened', 'booking.moved', 'booking.reminded', 'call.finished'],
    run: async (ctx, event) => {
      const { bookingId, stepId } = event.payload as { bookingId: string; stepId?: string };
      const booking = await loadBooking(ctx, bookingId);
      const step = stepId
        ? await ctx.db.bookingStep.findFirst({ where: { districtId: ctx.districtId, id: stepId } })
        : null;
      const tellings = await tellingsOf(ctx, event, booking, step);
      await notify(
        ctx,
        tellings.flatMap((telling) => noticesOf(booking.id, event, telling)),
      );
    },
  },
  { name: 'bookings.offers', on: ['waiting.offered'], run: tellOffer },
  { name: 'bookings.followUps', on: ['followUp.due'], run: tellFollowUp },
];

/** Whoever did it is not told of it. */
function noticesOf(bookingId: string, event: StoredEvent, { to, side, kind, title, body, push, once }: Telling) {
  return [...new Set(to)]
    .filter((personId) => personId !== event.actorId)
    .map((personId) => ({
      ...{ personId, kind, title, body, page: pages[side](bookingId) },
      dedupeKey: `${once ?? event.id}:${side}:${personId}`,
      ...(push && { template: side === 'resident' ? ('progress' as const) : ('due' as const) }),
    }));
}

async function tellingsOf(ctx: Ctx, event: StoredEvent, booking: Loaded, step: BookingStep | null): Promise<Telling[]> {
  const world = await worldOf(ctx.db);
  const about = aboutText(ctx, world, booking);
  const advisor = [booking.advisor.personId];
  switch (event.name) {
    case 'booking.opened':
      return [
        { to: advisor, side: 'advisor', kind: 'booking.opened', title: '有一个新的预约', body: about, push: true },
        ...(booking.callFirst ? await callTelling(ctx, booking, 'FIRST', about) : []),
      ];
    case 'booking.reminded':
      return remindedTellings(ctx, event.payload as Events['booking.reminded'], booking, about);
    case 'call.finished':
      return unreachedTellings(event.payload as Events['call.finished'], booking, about);
    case 'booking.moved':
      return movedTellings(ctx, (event.payload as Events['booking.moved']).action, booking, step, about);
    default:
      return [];
  }
}

async function movedTellings(
  ctx: Ctx,
  action: string,
  booking: Loaded,
  step: BookingStep | null,
  about: string,
): Promise<Telling[]> {
  const kind = `booking.${action}`;
  const body = [about, silent.includes(action) ? null : step?.note].filter((part) => part).join('：');
  const { resident, advisor } = titles[action] ?? {};
  const tellings: Telling[] = [];
  if (resident) tellings.push({ to: residents(booking), side: 'resident', kind, title: resident, body, push: true });
  if (advisor) tellings.push({ to: [booking.advisor.personId], side: 'advisor', kind, title: advisor, body });
  if (action === 'moved') tellings.push(...(await leftTellings(ctx, booking, about)));
  if (action === 'complain') {
    const bureau = await holdersOf(ctx, 'JUSTICE_BUREAU', `${ctx.districtId}000000`);
    const title = '有居民反映法律顾问的服务';
    tellings.push({ to: bureau.map(({ id }) => id), side: 'bureau', kind, title, body: about });
  }
  if (action === 'noShow' && booking.status === 'NO_SHOW_ADVISOR') {
    const bureau = await holdersOf(ctx, 'JUSTICE_BUREAU', `${ctx.districtId}000000`);
    const title = '有法律顾问失约';
    tellings.push({ to: bureau.map(({ id }) => id), side: 'supervision', kind, title, body: about });
  }
  const joint = booking.jointPersonId;
  if (joint && ['invite', 'cancel', 'reschedule', 'confirm'].includes(action)) {
    const title = action === 'invite' ? '请您一起参加一次接待' : '您参加的一次接待有变化';
    tellings.push({ to: [joint], side: 'advisor', kind, title, body });
  }
  return tellings;
}

/** A talk that moved to somebody else is gone from the first advisor's day. */
async function leftTellings({ db, districtId }: Ctx, booking: Loaded, about: string): Promise<Telling[]> {
  const next = await db.booking.findFirst({ where: { districtId, rootId: booking.rootId, previousId: booking.id } });
  if (!next || next.advisorId === booking.advisorId) return [];
  const title = '有一个预约改约了别的律师';
  return [{ to: [booking.advisor.personId], side: 'advisor', kind: 'booking.moved', title, body: about }];
}

/** The person, and whoever booked for him or her. */
const residents = ({ residentId, enteredById }: Loaded): string[] => [
  residentId,
  ...(enteredById ? [enteredById] : []),
];

async function remindedTellings(
  ctx: Ctx,
  { kind }: Events['booking.reminded'],
  booking: Loaded,
  about: string,
): Promise<Telling[]> {
  const reminder = { side: 'resident', kind: 'booking.reminder', title: '预约提醒', body: about, push: true } as const;
  const once = `${kind.replace('_CALL', '')}:${booking.id}`;
  switch (kind) {
    case 'DAY':
    case 'HOURS':
      return [{ ...reminder, to: residents(booking), once }];
    case 'DAY_CALL':
    case 'HOURS_CALL':
      return (await hasArrived(ctx, `${once}:resident:${booking.residentId}`))
        ? []
        : callTelling(ctx, booking, kind === 'DAY_CALL' ? 'DAY' : 'HOURS', about);
    default: {
      const title = '请补写服务记录';
      return [{ to: [booking.advisor.personId], side: 'advisor', kind: 'booking.record', title, body: about }];
    }
  }
}

/** Whether a reminder was carried outside or read in the app. */
async function hasArrived({ db, districtId }: Ctx, dedupeKey: string): Promise<boolean> {
  const notice = await db.notification.findFirst({
    where: { districtId, dedupeKey },
    select: { readAt: true, deliveries: { where: { state: 'SENT' }, select: { id: true } } },
  });
  return Boolean(notice?.readAt) || (notice?.deliveries.length ?? 0) > 0;
}

/** 电话通知 to those whom the call was given to. */
async function callTelling(ctx: Ctx, booking: Loaded, reason: CallReason, about: string): Promise<Telling[]> {
  const to = await askForCall(ctx, booking, reason);
  const person = (await peopleOf(ctx, [booking.residentId])).get(booking.residentId);
  const body = `请给${person?.name ?? '居民'}打个电话，提醒：${about}`;
  return [{ to, side: 'staff', kind: 'booking.call', title: '请打个电话', body, once: `call:${reason}:${booking.id}` }];
}

/** The advisor may come in vain. */
function unreachedTellings({ outcome }: Events['call.finished'], booking: Loaded, about: string): Telling[] {
  if (outcome !== 'UNREACHED') return [];
  const title = '没有联系上约您的居民，可能不来';
  return [{ to: [booking.advisor.personId], side: 'advisor', kind: 'booking.unreached', title, body: about }];
}

async function tellOffer(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { entryId, slotId } = event.payload as Events['waiting.offered'];
  const { db, districtId } = ctx;
  const entry = await db.waitingEntry.findFirst({ where: { districtId, id: entryId } });
  if (entry?.state !== 'OFFERED' || entry.slotId !== slotId) return;
  const slot = await offeredSlot(ctx, slotId);
  await notify(ctx, [
    {
      ...{ personId: entry.personId, kind: 'waiting.offered', title: '有空位了，给您留 30 分钟' },
      ...{ body: `${slot.text} · ${lawyer(slot.advisorName)}`, page: 'packages/booking/pages/list/index' },
      ...{ dedupeKey: `${event.id}:${entry.personId}`, template: 'progress' },
    },
  ]);
}

/** What is due is read in the desk; the notice says for whom it is, not what it is about. */
async function tellFollowUp(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { db, districtId } = ctx;
  const { followUpId } = event.payload as Events['followUp.due'];
  const task = await db.followUp.findFirst({ where: { districtId, id: followUpId } });
  if (!task || task.doneAt) return;
  const { advisor, no } = await loadBooking(ctx, task.bookingId);
  await notify(ctx, [
    {
      ...{ personId: advisor.personId, kind: 'followUp.due', title: '有一件见面后的事到期了', body: `预约 ${no}` },
      ...{ page: pages.advisor(task.bookingId), dedupeKey: `${event.id}:${advisor.personId}`, template: 'due' },
    },
  ]);
}
