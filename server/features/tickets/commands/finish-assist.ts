import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { claimPhotos } from '../../photos/index';
import { begin, move } from '../move';
import { unitsOf } from '../scope';

/** The assisting unit says what it did. Throws not_found for a task of another ticket, forbidden for another unit's task. */
export async function finishAssist(ctx: Ctx, input: Parsed<'tickets.finishAssist'>): Promise<string> {
  const begun = await begin(ctx, input, 'finishAssist');
  const { ticket, world } = begun;
  const assist = ticket.assists.find(({ id }) => id === input.assistId);
  if (!assist) throw new AppError('not_found');
  if (!unitsOf(ctx.actor).includes(assist.unitCode)) throw new AppError('forbidden');
  const { count } = await ctx.db.ticketAssist.updateMany({
    where: { districtId: ctx.districtId, id: assist.id, state: 'OPEN' },
    data: { state: 'DONE', result: input.result, finishedById: ctx.actor.id, finishedAt: ctx.now },
  });
  if (count === 0) throw new AppError('ticket_action_not_allowed');
  await claimPhotos(ctx, ticket.id, input.attachmentIds, 'OTHER');
  return move(ctx, begun, {
    action: 'finishAssist',
    text: `${world.unitName(assist.unitCode)}完成协办：${input.result}`,
    payload: { assistId: assist.id },
  });
}
