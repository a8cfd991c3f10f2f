import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { findSlot } from '../slots';
import { freeSlot } from '../waiting';
import { moveTo } from './reschedule-booking';

/** The resident takes the proposed time (it stands at once) or keeps the first one. Throws booking_proposal_missing when it is no longer kept. */
export async function answerProposal(ctx: Ctx, input: Parsed<'bookings.answer'>): Promise<string> {
  const booking = await begin(ctx, input, 'answer');
  const slotId = booking.proposedSlotId ?? '';
  const slot = await findSlot(ctx, slotId);
  const isKept =
    slot.state === 'HELD' &&
    slot.holderId === booking.residentId &&
    slot.heldUntil !== null &&
    slot.heldUntil > ctx.now;
  if (!input.accept) {
    if (isKept) await freeSlot(ctx, slotId);
    return move(ctx, booking, {
      ...{ action: 'decline', data: { proposedSlotId: null } },
      text: '居民还是想要原来的时间',
    });
  }
  if (!isKept) throw new AppError('booking_proposal_missing');
  return moveTo(ctx, booking, slotId, { reason: '按顾问提出的时间', isAgreed: true });
}
