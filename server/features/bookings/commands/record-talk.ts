import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { handoverLabel } from '#shared/domain/bookings/handover';
import { missingFields } from '#shared/domain/bookings/service-record';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { handOver } from '../hand-over';
import { begin, move } from '../move';
import { placeText } from '../present';

/**
 * 一次一记: writes the record and ends the talk. Nothing of the record enters the time line or a notice. With a hand-over, which needs the resident's
 * consent, the matter goes on as a ticket.
 */
export async function recordTalk(ctx: Ctx, input: Parsed<'bookings.record'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const booking = await begin(ctx, input, 'record');
  const world = await worldOf(db);
  const { who, facts, lawCited, advice, nextStep, handover } = input;
  if (handover && !input.handoverConsent) throw new AppError('booking_handover_consent');
  const missing = missingFields({
    ...{ heldAt: booking.startsAt, place: placeText(world, booking), persons: [who] },
    ...{ kind: `${booking.disputeType}·${mannerLabel(booking.manner)}`, content: facts },
    ...{ lawCited: lawCited.join('；'), advice, nextStep },
  });
  const id = await move(ctx, booking, {
    action: 'record',
    data: {
      status: 'DONE',
      arrivedAt: booking.arrivedAt ?? booking.startsAt,
      finishedAt: now,
      alarmAt: null,
      alarmKind: null,
    },
    text: '谈完了，顾问写好了服务记录',
    note: handover ? `转${handoverLabel(handover)}` : null,
  });
  const ticketNo = handover ? await handOver(ctx, booking, handover, input) : null;
  await db.serviceRecord.create({
    data: {
      ...{ districtId, id: uuid(), bookingId: booking.id, advisorId: booking.advisorId, who, facts, lawCited, advice },
      ...{ nextStep, handover: handover ?? null, ticketNo, complete: missing.length === 0, createdAt: now },
    },
    select: { id: true },
  });
  return id;
}
