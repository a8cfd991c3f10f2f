import type { Parsed } from '#shared/contract';
import type { BookingParty } from '#shared/domain/bookings/lifecycle';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { partyOf } from '../policy';
import type { Loaded } from '../queries';
import { freeSlot, releaseProposal } from '../waiting';

/** Cancels with a reason; who did it is kept, both sides are told, and the slot is offered to those who wait. */
export async function cancelBooking(ctx: Ctx, input: Parsed<'bookings.cancel'>): Promise<string> {
  const booking = await begin(ctx, input, 'cancel', input.reason);
  return callOff(ctx, booking, partyOf(ctx.actor, booking), input.reason);
}

/** Ends a booking that has not begun. An advisor who cancels has no time then, so the slot is closed instead of offered. */
export async function callOff(ctx: Ctx, booking: Loaded, by: BookingParty, reason: string): Promise<string> {
  const { db, districtId } = ctx;
  const id = await move(ctx, booking, {
    action: 'cancel',
    data: {
      ...{ status: 'CANCELLED', cancelledBy: by, cancelReason: reason },
      ...{ proposedSlotId: null, alarmAt: null, alarmKind: null },
    },
    text: by === 'ADVISOR' ? '顾问取消了这次预约' : '取消了这次预约',
    note: reason,
  });
  if (by === 'ADVISOR')
    await db.slot.updateMany({ where: { districtId, id: booking.slotId }, data: { state: 'BLOCKED' } });
  else await freeSlot(ctx, booking.slotId);
  await releaseProposal(ctx, booking);
  return id;
}
