import type { Notification } from '#prisma';
import { type FieldKind, fieldKinds, fitField } from '#shared/domain/notices/fields';
import { statusLabel, type TicketStatus } from '#shared/domain/tickets/lifecycle';
import { dayOf, timeOfDay } from '#shared/domain/time/clock';

/** Subscribe-message templates by the key the desk knows them by: 进展 for residents, 时限 for staff. */
const templateKeys = ['progress', 'due'] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** Template key → WeChat template id, from the configuration. */
export type Templates = ReadonlyMap<string, string>;

/** What a template is called where people choose. */
export const templateNames: Readonly<Record<TemplateKey, string>> = {
  progress: '办理进展提醒',
  due: '待办时限提醒',
};

export const isTemplateKey = (key: string): key is TemplateKey => templateKeys.some((known) => known === key);

/** What a message is filled from. */
export interface Content {
  notification: Pick<Notification, 'title' | 'body' | 'createdAt'>;
  ticket: { no: string; title: string; status: TicketStatus; handleBy: Date } | null;
}

/** Fields by their WeChat key; the order and kinds are those the templates are applied for with. Default, to be confirmed. */
const fieldsOf: Readonly<Record<TemplateKey, (content: Content) => Record<string, string>>> = {
  progress: ({ notification, ticket }) => ({
    character_string1: ticket?.no ?? 'CP',
    thing2: ticket?.title ?? notification.title,
    phrase3: ticket ? statusLabel(ticket.status) : '有进展',
    time4: timeOf(notification.createdAt),
    thing5: notification.body,
  }),
  due: ({ notification, ticket }) => ({
    character_string1: ticket?.no ?? 'CP',
    thing2: ticket?.title ?? notification.title,
    time3: timeOf(ticket?.handleBy ?? notification.createdAt),
    thing4: notification.body,
  }),
};

/** The data of a message within WeChat's limits, or the key of the field that cannot be made to fit. */
export function messageOf(
  key: TemplateKey,
  content: Content,
): { ok: true; data: Record<string, string> } | { ok: false; field: string } {
  const data: Record<string, string> = {};
  for (const [field, raw] of Object.entries(fieldsOf[key](content))) {
    const kind = kindOf(field);
    const fitted = kind && fitField(kind, raw);
    if (!fitted?.ok) return { ok: false, field };
    data[field] = fitted.value;
  }
  return { ok: true, data };
}

const kindOf = (field: string): FieldKind | undefined => fieldKinds.find((kind) => kind === field.replace(/\d+$/, ''));

/** 2026年11月23日 15:20, Asia/Shanghai. */
function timeOf(instant: Date): string {
  const [year, month, day] = dayOf(instant).split('-').map(Number);
  const minutes = Math.floor(timeOfDay(instant) / 60_000);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${year}年${month}月${day}日 ${clock}`;
}
