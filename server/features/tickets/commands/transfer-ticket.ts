import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { handOver } from '../units';

/** 改派: hands the ticket to another unit, where it waits to be accepted. The reason becomes a hop that everybody can read. */
export async function transferTicket(ctx: Ctx, input: Parsed<'tickets.transfer'>): Promise<string> {
  const begun = await begin(ctx, input, 'transfer');
  const { ticket, world } = begun;
  const handed = await handOver(ctx, world, ticket, input.unitCode, `改派：${input.reason}`);
  return move(ctx, begun, {
    action: 'transfer',
    data: { ...handed, status: 'SUBMITTED' },
    text: `改派给${world.unitName(input.unitCode)}：${input.reason}`,
    payload: { from: ticket.unitCode, to: input.unitCode },
  });
}
