import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { partyOf } from '../policy';

/** Notes that one side did not come: each side says it of the other. It counts for the advisor's assessment and never keeps a resident from help. */
export async function noteAbsence(ctx: Ctx, input: Parsed<'bookings.noShow'>): Promise<string> {
  const booking = await begin(ctx, input, 'noShow');
  const isByAdvisor = partyOf(ctx.actor, booking) === 'ADVISOR';
  if (isByAdvisor !== (input.who === 'RESIDENT')) throw new AppError('forbidden');
  return move(ctx, booking, {
    action: 'noShow',
    data: {
      status: input.who === 'RESIDENT' ? 'NO_SHOW_RESIDENT' : 'NO_SHOW_ADVISOR',
      ...{ proposedSlotId: null, alarmAt: null, alarmKind: null },
    },
    text: input.who === 'RESIDENT' ? '居民没有来' : '顾问没有来',
    note: input.note,
  });
}
