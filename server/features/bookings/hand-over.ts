import type { Parsed } from '#shared/contract';
import { type Handover, handoverCategory, handoverLabel, handoverTitle } from '#shared/domain/bookings/handover';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { openTicket, planTicket } from '../tickets/index';
import type { Loaded } from './queries';

/**
 * Hands a matter on as a ticket of the resident's own: to the mediators and the desk of the village by its grid, to legal aid by the centre. Only
 * the words the resident has agreed to go along; nothing of the record does. Answers with the ticket's number.
 */
export async function handOver(
  ctx: Ctx,
  booking: Loaded,
  handover: Handover,
  { handoverText }: Pick<Parsed<'bookings.record'>, 'handoverText'>,
): Promise<string> {
  const world = await worldOf(ctx.db);
  const { villageCode, residentId, disputeType, matter, no } = booking;
  const plan = await planTicket(ctx, {
    categoryCode: handoverCategory(handover, disputeType),
    title: handoverTitle(handover, disputeType),
    description: `${handoverText ?? matter}（法律顾问接待后转来，预约 ${no}，居民同意转${handoverLabel(handover)}）`,
    address: world.placeLabel(villageCode),
    villageCode,
    reporterId: residentId,
    anonymous: false,
    source: 'staff',
    attachmentIds: [],
    understanding: null,
  });
  const { no: ticketNo } = await openTicket(ctx, plan);
  return ticketNo;
}
