import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { dayOf } from '#shared/domain/time/clock';
import { addWorkdays } from '#shared/domain/time/workdays';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { counted } from '../../tickets/index';
import { begin, move } from '../move';

/** The bureau answers within so many working days. Default, to be confirmed. */
const answerWorkdays = 15;

/** 向司法局反映: read and answered by the justice bureau, not seen by the advisor. */
export async function complainOf(ctx: Ctx, input: Parsed<'bookings.complain'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const booking = await begin(ctx, input, 'complain');
  const { calendar } = await worldOf(db);
  const { value: dueOn } = counted(calendar, (years) => addWorkdays(dayOf(now), answerWorkdays, years));
  await db.bookingComplaint.create({
    data: {
      ...{ districtId, id: uuid(), bookingId: booking.id, advisorId: booking.advisorId, personId: actor.id },
      ...{ text: input.text, createdAt: now, dueOn: new Date(dueOn) },
    },
    select: { id: true },
  });
  return move(ctx, booking, {
    ...{ action: 'complain', data: { complainedAt: now }, forBureau: true },
    text: '向司法局反映了这次服务',
    note: input.text,
  });
}
