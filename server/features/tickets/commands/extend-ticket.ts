import type { Parsed } from '#shared/contract';
import { limitText } from '#shared/domain/text/dates';
import { deadlineAfterExtension } from '#shared/domain/tickets/sla';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { counted } from '../clock';
import { begin, move } from '../move';

/** The one extension of the handling limit, as long as the level grants it. */
export async function extendTicket(ctx: Ctx, input: Parsed<'tickets.extend'>): Promise<string> {
  const begun = await begin(ctx, input, 'extend');
  const { ticket, world } = begun;
  if (!deadlineAfterExtension(ticket.level, ticket.handleBy, world.calendar)) throw new AppError('ticket_extend_limit');
  const { value: handleBy, provisional } = counted(
    world.calendar,
    (years) =>
      deadlineAfterExtension(ticket.level, ticket.handleBy, years) ?? {
        covered: true,
        value: ticket.handleBy,
        provisional: false,
      },
  );
  return move(ctx, begun, {
    action: 'extend',
    data: {
      handleBy,
      extendCount: ticket.extendCount + 1,
      clockProvisional: ticket.clockProvisional || provisional,
    },
    text: `延期到${limitText(handleBy, ctx.now)}：${input.reason}`,
  });
}
