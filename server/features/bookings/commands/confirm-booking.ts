import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { alarmOf } from '../alarms';
import { begin, move } from '../move';
import { releaseProposal } from '../waiting';

/** The advisor accepts a request; a time proposed instead is given back. */
export async function confirmBooking(ctx: Ctx, input: Parsed<'bookings.confirm'>): Promise<string> {
  const booking = await begin(ctx, input, 'confirm');
  const id = await move(ctx, booking, {
    action: 'confirm',
    data: {
      ...{ status: 'CONFIRMED', confirmedAt: ctx.now, proposedSlotId: null },
      ...alarmOf({ ...booking, status: 'CONFIRMED' }, ctx.now),
    },
    text: '顾问已接受，到时见',
    note: input.note,
  });
  await releaseProposal(ctx, booking);
  return id;
}
