import type { Parsed } from '#shared/contract';
import { lawyer } from '#shared/domain/bookings/address';
import { slotId } from '#shared/domain/bookings/slots';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { advisorsOf } from '../advisors';
import { alarmOf } from '../alarms';
import { freeAt, mayTakeOver } from '../colleagues';
import { bondsOf, conflictFor } from '../interests';
import { lockTime } from '../locks';
import { begin, move } from '../move';
import { storedSlots } from '../slots';
import { releaseProposal } from '../waiting';

/**
 * The advisor hands a talk to a colleague of the team, with the reason kept. The colleague must have that time free and no conflict of
 * interest, and accepts anew. The time of the one who hands over is closed.
 */
export async function passOn(ctx: Ctx, input: Parsed<'bookings.passOn'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const booking = await begin(ctx, input, 'passOn', input.reason);
  const advisors = await advisorsOf(ctx, booking.villageCode);
  const own = advisors.find(({ advisorId }) => advisorId === booking.advisorId);
  const colleague = advisors.find(({ advisorId }) => advisorId === input.advisorId);
  if (!colleague || !mayTakeOver(colleague, own, booking)) throw new AppError('advisor_unknown');
  const other = { hash: booking.otherPartyHash, isVillage: booking.againstVillage };
  const [bound] = await bondsOf(ctx, [colleague], booking.residentId, other);
  if (bound && conflictFor(bound, booking.villageCode, other)) throw new AppError('booking_conflict');

  await lockTime(ctx, colleague.advisorId);
  const world = await worldOf(db);
  if (!(await freeAt(ctx, world, [colleague.advisorId], booking)).has(colleague.advisorId))
    throw new AppError('advisor_not_free');
  const { startsAt: from, endsAt: to, manner, villageCode } = booking;
  const slot = {
    id: slotId(colleague.advisorId, from),
    advisorId: colleague.advisorId,
    from,
    to,
    manner,
    ...(manner === 'ONSITE' && { villageCode }),
  };
  const row = (await storedSlots(ctx, [slot])).get(slot.id);
  const taken = await db.slot.updateMany({
    where: { districtId, id: row?.id ?? '', OR: [{ state: 'OPEN' }, { state: 'HELD', heldUntil: { lte: now } }] },
    data: { state: 'TAKEN', holderId: null, heldUntil: null, offerAt: null, endsAt: to, manner },
  });
  if (!row || taken.count === 0) throw new AppError('advisor_not_free');
  await db.slot.updateMany({ where: { districtId, id: booking.slotId }, data: { state: 'BLOCKED' } });
  await releaseProposal(ctx, booking);
  return move(ctx, booking, {
    action: 'passOn',
    data: {
      ...{ advisorId: colleague.advisorId, slotId: row.id, status: 'REQUESTED', proposedSlotId: null },
      ...{ because: `由团队里的${lawyer(colleague.name)}接待您`, confirmedAt: null },
      ...alarmOf({ ...booking, status: 'REQUESTED' }, now),
    },
    text: `转给团队里的${lawyer(colleague.name)}`,
    note: input.reason,
  });
}
