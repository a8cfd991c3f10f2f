import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { followUpAlarm, mayBeDue, mostFollowUps } from '#shared/domain/bookings/follow-ups';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** Notes what is still to be done after a talk. The time line says that there is something, not what. */
export async function addFollowUp(ctx: Ctx, input: Parsed<'bookings.followUp'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const booking = await begin(ctx, input, 'followUp');
  const { text, dueOn } = input;
  if (!mayBeDue(dueOn, dayOf(now))) throw new AppError('follow_up_day_invalid');
  const id = await move(ctx, booking, { action: 'followUp', text: '顾问记下了一件后续要办的事' });
  // Counted after the guarded write, so that two at once cannot both be the tenth.
  if ((await db.followUp.count({ where: { districtId, bookingId: id } })) >= mostFollowUps)
    throw new AppError('follow_up_limit');
  await db.followUp.create({
    data: {
      ...{ districtId, id: uuid(), bookingId: id, advisorId: booking.advisorId, text, createdAt: now },
      ...{ dueOn: new Date(dueOn), alarmAt: followUpAlarm(dueOn, now) },
    },
    select: { id: true },
  });
  return id;
}
