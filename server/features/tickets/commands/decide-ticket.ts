import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { centreUnit } from '../scope';
import { handOver } from '../units';

/** 裁决: the centre names the unit that handles it; after that nobody can return it. The centre may name itself. */
export async function decideTicket(ctx: Ctx, input: Parsed<'tickets.decide'>): Promise<string> {
  const begun = await begin(ctx, input, 'decide');
  const { ticket, world } = begun;
  const isItself = input.unitCode === centreUnit && ticket.unitCode === centreUnit;
  const handed = isItself ? {} : await handOver(ctx, world, ticket, input.unitCode, `区中心裁决：${input.reason}`);
  return move(ctx, begun, {
    action: 'decide',
    data: { ...handed, status: 'SUBMITTED', arbitrated: true },
    text: `区中心裁决由${world.unitName(input.unitCode)}办理：${input.reason}`,
    payload: { to: input.unitCode },
  });
}
