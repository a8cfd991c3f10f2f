import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { peopleOf } from '../../identity/index';
import { worldOf } from '../../places/index';
import { claim } from '../claim';
import { begin, move, speakerOf } from '../move';
import type { Loaded } from '../queries';
import { freeSlot, releaseProposal } from '../waiting';

/** Moves a talk to another slot under the same root. The old slot is given back and offered to those who wait. */
export async function rescheduleBooking(ctx: Ctx, input: Parsed<'bookings.reschedule'>): Promise<string> {
  const booking = await begin(ctx, input, 'reschedule');
  return moveTo(ctx, booking, input.slotId, { reason: input.reason, isAgreed: false });
}

/** Lets a booking make way and claims another slot for the same person and matter. `isAgreed` when the advisor has proposed it. */
export async function moveTo(
  ctx: Ctx,
  booking: Loaded,
  slotId: string,
  { reason, isAgreed }: { reason: string | undefined; isAgreed: boolean },
): Promise<string> {
  await move(ctx, booking, {
    action: 'moved',
    data: { status: 'RESCHEDULED', proposedSlotId: null, alarmAt: null, alarmKind: null },
    text: '改到了另一个时间',
    note: reason,
  });
  const person = (await peopleOf(ctx, [booking.residentId])).get(booking.residentId);
  const { name: actorName, role: actorRole } = speakerOf(ctx.actor, booking);
  const { booking: next } = await claim(ctx, await worldOf(ctx.db), {
    ...{ slotId, residentId: booking.residentId, residentName: person?.name ?? '', villageCode: booking.villageCode },
    ...{ matter: booking.matter, disputeType: booking.disputeType, phone: booking.phone },
    other: { hash: booking.otherPartyHash, isVillage: booking.againstVillage },
    ...{ enteredById: booking.enteredById, moving: booking, isAgreed, actorName, actorRole },
    text: reason ? `改期：${reason}` : '改到了这个时间',
  });
  if (booking.slotId !== slotId) await freeSlot(ctx, booking.slotId);
  if (booking.proposedSlotId !== slotId) await releaseProposal(ctx, booking);
  return next.id;
}
