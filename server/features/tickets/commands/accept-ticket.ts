import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';

/** Staff take responsibility for a submitted ticket (受理). From then on the accepting department leads (首接负责 ends). */
export async function acceptTicket(ctx: Ctx, input: Parsed<'tickets.accept'>): Promise<string> {
  const begun = await begin(ctx, input, 'accept');
  const { handlingLevel, unitCode, leadUnit } = begun.ticket;
  return move(ctx, begun, {
    action: 'accept',
    data: {
      status: 'ACCEPTED',
      acceptedAt: ctx.now,
      assigneeId: ctx.actor.id,
      leadUnit: handlingLevel === 'DEPARTMENT' ? unitCode : leadUnit,
    },
    text: '已受理',
    note: input.note,
  });
}
