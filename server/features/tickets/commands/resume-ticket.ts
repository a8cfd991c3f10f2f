import type { Parsed } from '#shared/contract';
import { deadlineAfterPause } from '#shared/domain/tickets/sla';
import type { Ctx } from '../../../kernel/context';
import { counted } from '../clock';
import { begin, move } from '../move';

/** Goes on after a pause: every limit, those of open assist tasks too, is later by the working (P0 and P1: natural) time of the pause. */
export async function resumeTicket(ctx: Ctx, input: Parsed<'tickets.resume'>): Promise<string> {
  const begun = await begin(ctx, input, 'resume');
  const { ticket, world } = begun;
  const { db, districtId, now } = ctx;
  const shifted = (dueAt: Date) =>
    counted(world.calendar, (years) => deadlineAfterPause(ticket.level, dueAt, ticket.pausedAt ?? now, now, years));
  for (const assist of ticket.assists.filter(({ state }) => state === 'OPEN')) {
    await db.ticketAssist.updateMany({
      where: { districtId, id: assist.id },
      data: { dueAt: shifted(assist.dueAt).value },
    });
  }
  const handleBy = shifted(ticket.handleBy);
  return move(ctx, begun, {
    action: 'resume',
    data: {
      status: 'PROCESSING',
      handleBy: handleBy.value,
      contactBy: ticket.contactedAt ? ticket.contactBy : shifted(ticket.contactBy).value,
      clockProvisional: ticket.clockProvisional || handleBy.provisional,
      pausedAt: null,
      pauseReason: null,
    },
    text: '恢复办理',
    note: input.note,
  });
}
