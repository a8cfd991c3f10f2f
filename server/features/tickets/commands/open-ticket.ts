import { Prisma } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import type { TicketPlan } from '../plan-ticket';
import { ticketInsert } from '../sql';

/** Files a plan: ticket, first step, fact and photos in one statement. Throws not_found when a photo is not the caller's own or already used. */
export async function openTicket({ db }: Ctx, plan: TicketPlan): Promise<{ id: string; no: string }> {
  const [filed] = await db.$queryRaw<{ id: string; no: string; photos: number }[]>(
    Prisma.sql`WITH ${ticketInsert(plan)} SELECT "id", "no", (SELECT count(*)::int FROM ticket_photos) AS photos FROM ticket_row`,
  );
  if (!filed || filed.photos !== new Set(plan.attachmentIds).size) throw new AppError('not_found');
  return { id: filed.id, no: filed.no };
}
