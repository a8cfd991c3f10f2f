import type { Parsed } from '#shared/contract';
import { statusAfterReturn } from '#shared/domain/tickets/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { centreUnit } from '../scope';
import { handOver, levelOf } from '../units';

/** 退回 with a reason and a suggested unit: the first goes to that unit, the second to the centre, which then decides. */
export async function returnTicket(ctx: Ctx, input: Parsed<'tickets.return'>): Promise<string> {
  const begun = await begin(ctx, input, 'return');
  const { ticket, world } = begun;
  const status = statusAfterReturn(ticket.returnCount, ticket.arbitrated);
  if (!status) throw new AppError('ticket_return_limit');
  levelOf(world, input.suggestedUnitCode);
  const suggested = world.unitName(input.suggestedUnitCode);
  const because = `退回：${input.reason}，建议由${suggested}办理`;
  const isSecond = status === 'ARBITRATION';
  const target = isSecond ? centreUnit : input.suggestedUnitCode;
  const handed =
    target === ticket.unitCode && isSecond ? { assigneeId: null } : await handOver(ctx, world, ticket, target, because);
  return move(ctx, begun, {
    action: 'return',
    data: { ...handed, status, returnCount: ticket.returnCount + 1 },
    text: isSecond ? `${because}。第二次退回，由区中心裁决` : because,
    payload: { from: ticket.unitCode, suggested: input.suggestedUnitCode },
  });
}
