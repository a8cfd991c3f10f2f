import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { peopleOf } from '../../identity/index';
import { givenCall } from '../calls';

/** Shows name and number to somebody who was asked to ring, while the call waits; who looked is kept. Throws not_found, call_done. */
export async function showCall(ctx: Ctx, { id }: Parsed<'calls.show'>): Promise<Output<'calls.show'>> {
  const { booking, doneAt } = await givenCall(ctx, id);
  if (doneAt) throw new AppError('call_done');
  const person = (await peopleOf(ctx, [booking.residentId])).get(booking.residentId);
  await ctx.emit('privacy.phoneShown', { personId: booking.residentId, why: `call:${id}` });
  return { name: person?.name ?? '居民', phone: booking.phone ?? person?.phone ?? null };
}
