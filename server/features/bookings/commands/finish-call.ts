import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { givenCall, presentCalls } from '../calls';

/** The call was made, by one of those it was given to; the advisor hears when nobody was reached. Throws not_found, call_done. */
export async function finishCall(ctx: Ctx, { id, outcome }: Parsed<'calls.finish'>): Promise<Output<'calls.finish'>> {
  const { db, districtId, actor, now } = ctx;
  const call = await givenCall(ctx, id);
  const done = { doneAt: now, doneById: actor.id, outcome };
  const { count } = await db.callTask.updateMany({ where: { districtId, id, doneAt: null }, data: done });
  if (count === 0) throw new AppError('call_done');
  await ctx.emit('call.finished', { callId: id, bookingId: call.bookingId, outcome });
  const [item] = await presentCalls(ctx, [{ ...call, ...done }]);
  if (!item) throw new RangeError('a call that cannot be shown');
  return item;
}
