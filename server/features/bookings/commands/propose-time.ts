import type { Parsed } from '#shared/contract';
import { momentText } from '#shared/domain/text/dates';
import { dayMs, hourMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { findSlot, suits } from '../slots';
import { releaseProposal } from '../waiting';

/** A proposed time is kept for the resident so long, but not later than an hour before it begins. Default, to be confirmed. */
const keptMs = dayMs;

/** The advisor proposes another of his or her slots; it is kept for the resident, the first time stays until there is an answer. */
export async function proposeTime(ctx: Ctx, input: Parsed<'bookings.propose'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const booking = await begin(ctx, input, 'propose', input.reason);
  const slot = await findSlot(ctx, input.slotId);
  if (slot.advisorId !== booking.advisorId) throw new AppError('not_found');
  if (!suits(slot, booking.villageCode)) throw new AppError('booking_other_village');
  const last = later(slot.startsAt, -hourMs);
  if (last <= now) throw new AppError('booking_notice_too_short');
  const until = new Date(Math.min(last.getTime(), now.getTime() + keptMs));
  const count = await db.$executeRaw`
    UPDATE "Slot" SET "state" = 'HELD', "holderId" = ${booking.residentId}::uuid, "heldUntil" = ${until}, "offerAt" = ${until}
    WHERE "districtId" = ${districtId} AND "id" = ${slot.id}::uuid
      AND ("state" = 'OPEN' OR ("state" = 'HELD' AND ("heldUntil" <= ${now} OR "holderId" = ${booking.residentId}::uuid)))`;
  if (count === 0) throw new AppError('slot_taken');
  if (booking.proposedSlotId !== slot.id) await releaseProposal(ctx, booking);
  return move(ctx, booking, {
    action: 'propose',
    data: { proposedSlotId: slot.id },
    text: `顾问建议改到${momentText(slot.startsAt, now)}`,
    note: input.reason,
  });
}
