import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { missingFields } from '#shared/domain/bookings/service-record';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { begin, move } from '../move';
import { placeText } from '../present';

/** 一次一记: writes the record and ends the talk. Nothing of the record enters the time line or a notice. */
export async function recordTalk(ctx: Ctx, input: Parsed<'bookings.record'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const booking = await begin(ctx, input, 'record');
  const world = await worldOf(db);
  const { who, facts, lawCited, advice, nextStep, handover } = input;
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
    note: handover ? handoverTexts[handover] : null,
  });
  await db.serviceRecord.create({
    data: {
      ...{ districtId, id: uuid(), bookingId: booking.id, advisorId: booking.advisorId, who, facts, lawCited, advice },
      ...{ nextStep, handover: handover ?? null, complete: missing.length === 0, createdAt: now },
    },
    select: { id: true },
  });
  return id;
}

const handoverTexts = { mediation: '转人民调解', legalAid: '转法律援助', desk: '转服务台' } as const;
