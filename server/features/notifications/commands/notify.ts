import { v7 as uuid } from 'uuid';
import type { Ctx } from '../../../kernel/context';
import type { TemplateKey } from '../templates';

/** One notice for one person. The same `dedupeKey` is told once, however often it is asked for. `template` also sends it to WeChat. */
export interface Notice {
  personId: string;
  kind: string;
  title: string;
  body: string;
  /** Page of the mini-program with its query that a tap opens. */
  page: string;
  ticketId?: string;
  dedupeKey: string;
  template?: TemplateKey;
}

/** Tells people in the app at once and lets a delivery carry it outside. Returns how many were told for the first time. */
export async function notify({ db, districtId, now }: Ctx, notices: readonly Notice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const rows = notices.map(({ template, ...notice }) => ({
    template,
    row: { ...notice, districtId, id: uuid(), ticketId: notice.ticketId ?? null, createdAt: now },
  }));
  await db.notification.createMany({ data: rows.map(({ row }) => row), skipDuplicates: true });
  const written = await db.notification.findMany({
    where: { districtId, id: { in: rows.map(({ row }) => row.id) } },
    select: { id: true },
  });
  const fresh = new Set(written.map(({ id }) => id));
  await db.delivery.createMany({
    data: rows.flatMap(({ template, row }) =>
      template && fresh.has(row.id)
        ? [{ districtId, id: uuid(), notificationId: row.id, template, updatedAt: now }]
        : [],
    ),
    skipDuplicates: true,
  });
  return fresh.size;
}
