import type { Output, Parsed } from '#shared/contract';
import { agoText } from '#shared/domain/text/dates';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { mayMendDeliveries } from './policy';
import { isTemplateKey, type Templates, templateNames } from './templates';

/** Own notices, the newest first. */
export async function listNotifications(
  { db, districtId, actor, now }: Ctx,
  { cursor, limit }: Parsed<'notifications.list'>,
): Promise<Output<'notifications.list'>> {
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.notification.findMany({
    where: {
      districtId,
      personId: actor.id,
      ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const unread = await db.notification.count({ where: { districtId, personId: actor.id, readAt: null } });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, kind, title, body, page, ticketId, createdAt, readAt }) => ({
      id,
      kind,
      title,
      body,
      page,
      ticketId,
      at: createdAt.toISOString(),
      atText: agoText(createdAt, now),
      read: readAt !== null,
    })),
    nextCursor: last && rows.length > limit ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
    unread,
  };
}

/** The templates a person can be asked to allow, with how many messages are still allowed. */
export async function listTemplates(
  { db, districtId, actor }: Ctx,
  templates: Templates,
): Promise<Output<'notifications.templates'>> {
  const quotas = await db.subscribeQuota.findMany({ where: { districtId, personId: actor.id } });
  const left = new Map(quotas.map(({ template, remaining }) => [template, remaining]));
  return {
    items: [...templates].flatMap(([key, templateId]) =>
      isTemplateKey(key) ? [{ key, templateId, name: templateNames[key], remaining: left.get(key) ?? 0 }] : [],
    ),
  };
}

/** What was given up, or sent without anybody knowing whether it arrived; the latest first. */
export async function listDeadLetters(
  { db, districtId, actor, now }: Ctx,
  { cursor, limit }: Parsed<'notifications.deadLetters'>,
): Promise<Output<'notifications.deadLetters'>> {
  if (!mayMendDeliveries(actor)) throw new AppError('forbidden');
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.delivery.findMany({
    where: {
      districtId,
      AND: [
        { OR: [{ state: 'DEAD' }, { state: 'UNKNOWN', leaseUntil: null }] },
        after ? { OR: [{ updatedAt: { lt: after.at } }, { updatedAt: after.at, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: { notification: { select: { title: true } } },
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, template, state, reason, tries, updatedAt, notification }) => ({
      id,
      title: notification.title,
      template: isTemplateKey(template) ? templateNames[template] : template,
      state,
      reason,
      tries,
      atText: agoText(updatedAt, now),
    })),
    nextCursor: last && rows.length > limit ? encodeCursor(last.updatedAt.toISOString(), last.id) : null,
  };
}
