import type { SlotView } from '#shared/contract/bookings';
import { disputeTypes } from '#shared/contract/bookings';
import { withBooking } from '#shared/domain/chat/book-advisor';
import type { BookingDeed, BookingTalk, OfferedTime } from '#shared/domain/chat/booking-state';
import type { Choice, Effect, Outcome } from '#shared/domain/chat/reply';
import { dayMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { Refusal } from '../../kernel/refusal';
import { bookSlot, cancelBooking, detailOf, holdSlot, joinWaiting, rescheduleBooking } from '../bookings/index';
import { worldOf } from '../places/index';
import type { Drawn } from './drawn';

/** A wish without an end reaches so many days. Default, to be confirmed. */
const wishDays = 14;

/** What a turn leads to once its booking was written, or refused: a refusal keeps the talk and offers other times. */
export interface Booked {
  readonly led: Outcome;
  readonly drawn: readonly Drawn[];
}

/** Whether a turn writes something about bookings. It does so in one transaction with the turn itself. */
export const deedOf = (effects: readonly Effect[]) => effects.find((effect) => effect.kind === 'booking');

/** Does what the talk agreed on. Whatever is refused leaves nothing behind and is said with the nearest other times. Needs a transaction. */
export async function doBooking(ctx: Ctx, led: Outcome): Promise<Booked> {
  const effect = deedOf(led.effects);
  if (!effect) return { led, drawn: [] };
  await ctx.db.$executeRaw`SAVEPOINT booking`;
  try {
    return { led, drawn: await done(ctx, effect.deed) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await ctx.db.$executeRaw`ROLLBACK TO SAVEPOINT booking`;
    // Back at the savepoint nothing of the refused deed is left, its locks neither.
    return refused(led, effect.talk, error instanceof Refusal ? await error.complete(ctx) : error);
  }
}

async function done(ctx: Ctx, deed: BookingDeed): Promise<Drawn[]> {
  switch (deed.kind) {
    case 'hold':
      await holdSlot(ctx, deed);
      return [];
    case 'book': {
      const { slotId, matter, villageCode } = deed;
      const disputeType = disputeTypes.find((one) => one === deed.disputeType) ?? '其他';
      const wanted = { slotId, matter, disputeType, ...(villageCode && { villageCode }) };
      const { booking } = await bookSlot(ctx, await worldOf(ctx.db), wanted);
      return [await shown(ctx, booking.id, '约上了，等律师答复，答复了马上告诉您。')];
    }
    case 'move': {
      const { bookingId: id, version, slotId } = deed;
      return [await shown(ctx, await rescheduleBooking(ctx, { id, version, slotId }), '改好了，等律师答复。')];
    }
    case 'cancel': {
      const { bookingId: id, version, reason } = deed;
      await cancelBooking(ctx, { id, version, reason });
      return [{ text: '取消了，那个时间让给别人。要再约，说一声就行。', card: null }];
    }
    case 'wait': {
      const { matter, villageCode, wish } = deed;
      const from = wish && new Date(wish.from) > ctx.now ? new Date(wish.from) : ctx.now;
      const to = wish?.to && new Date(wish.to) > from ? new Date(wish.to) : later(from, wishDays * dayMs);
      const { text } = await joinWaiting(ctx, {
        ...{ matter, disputeType: disputeTypes.find((one) => one === deed.disputeType) ?? '其他' },
        ...{ wishFrom: from.toISOString(), wishTo: to.toISOString(), ...(villageCode && { villageCode }) },
      });
      return [{ text: `${text}。`, card: null }];
    }
  }
}

async function shown(ctx: Ctx, id: string, said: string): Promise<Drawn> {
  const {
    steps: _steps,
    proposed: _proposed,
    record: _record,
    phone: _phone,
    rating: _rating,
    ...booking
  } = await detailOf(ctx, id);
  const { callFirst: _call, jointName: _joint, ...item } = booking;
  return {
    text: `${said}编号 ${item.no}，${item.whenText}，${item.advisorName}，${item.place}。`,
    card: {
      type: 'booking',
      booking: item,
      options: [{ label: '看预约', action: 'page', payload: { url: `/packages/booking/pages/detail/index?id=${id}` } }],
    },
  };
}

function refused(led: Outcome, talk: BookingTalk, error: AppError): Booked {
  const times = (error.next ?? []).map(timeOf);
  if (times.length === 0)
    return { led: { ...led, replies: [], effects: [] }, drawn: [{ text: `${error.message}。`, card: null }] };
  const { chosen: _chosen, ...rest } = talk;
  const state = withBooking(led.state, { ...rest, step: 'slot', offered: times });
  const options: Choice[] = [{ label: '不约了', action: 'booking.stop' }];
  return {
    led: { state, effects: [], replies: [{ kind: 'slots', text: `${error.message}：`, times, options }] },
    drawn: [],
  };
}

const timeOf = ({ id: slotId, text, advisorName, place, startsAt }: SlotView): OfferedTime => ({
  ...{ slotId, text, advisorName, place, startsAt },
});
