import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { alarmOf } from '../alarms';
import { begin, move } from '../move';
import { partyOf } from '../policy';

/** Takes an absence back; only the side that noted it can. */
export async function correctAbsence(ctx: Ctx, input: Parsed<'bookings.undoNoShow'>): Promise<string> {
  const booking = await begin(ctx, input, 'undoNoShow');
  const isByAdvisor = partyOf(ctx.actor, booking) === 'ADVISOR';
  if (isByAdvisor !== (booking.status === 'NO_SHOW_RESIDENT')) throw new AppError('forbidden');
  return move(ctx, booking, {
    action: 'undoNoShow',
    data: { status: 'CONFIRMED', ...alarmOf({ ...booking, status: 'CONFIRMED' }, ctx.now, 'HOURS_CALL') },
    text: '更正：来过了',
    note: input.note,
  });
}
