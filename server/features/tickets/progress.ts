import type { Ticket } from '#prisma';
import type { Ctx } from '../../kernel/context';
import { visibleTo } from './policy';

/** How a piece of work stands, as everybody may know it: no names, no words of residents. */
export interface Progress {
  readonly status: Ticket['status'];
  readonly handleBy: Date;
  /** The last open line of its story and when it was written. */
  readonly last: { text: string; at: Date } | null;
  readonly photos: readonly { url: string; thumbUrl: string; role: 'BEFORE' | 'AFTER' | 'OTHER' }[];
  /** Whether the caller may open the ticket itself. */
  readonly visible: boolean;
}

/** Progress by ticket, for those who only need to know how work goes. Unknown ids are absent. */
export async function progressOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Progress>> {
  if (ids.length === 0) return new Map();
  const { db, districtId, actor, link } = ctx;
  const rows = await db.ticket.findMany({
    where: { districtId, id: { in: [...ids] } },
    include: {
      steps: { where: { internal: false }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
      attachments: { where: { role: { in: ['BEFORE', 'AFTER'] } }, orderBy: { createdAt: 'asc' }, take: 9 },
    },
  });
  const seen = await db.ticket.findMany({
    where: { AND: [{ districtId, id: { in: [...ids] } }, visibleTo(actor)] },
    select: { id: true },
  });
  const visible = new Set(seen.map(({ id }) => id));
  return new Map(
    rows.map(({ id, status, handleBy, steps, attachments }) => [
      id,
      {
        ...{ status, handleBy, visible: visible.has(id) },
        last: steps[0] ? { text: steps[0].text, at: steps[0].at } : null,
        photos: attachments.map(({ key, thumbKey, role }) => ({ url: link(key), thumbUrl: link(thumbKey), role })),
      },
    ]),
  );
}
