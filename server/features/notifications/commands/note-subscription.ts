import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { isTemplateKey } from '../templates';

/** One person's wallet of a template never says more than this, whatever the phone claims. */
const mostRemaining = 50;

/**
 * Notes what the resident tapped in WeChat: one accept is one message of that template. Results are keyed by template id, as WeChat gives them;
 * templates that the desk does not use are ignored.
 */
export async function noteSubscription(
  { db, districtId, actor, now }: Ctx,
  { results }: Parsed<'notifications.subscribed'>,
  templates: ReadonlyMap<string, string>,
): Promise<{ ok: true }> {
  for (const [key, templateId] of templates) {
    if (!isTemplateKey(key) || (results[templateId] ?? results[key]) !== 'accept') continue;
    await db.$executeRaw`
      INSERT INTO "SubscribeQuota" ("districtId", "personId", "template", "remaining", "updatedAt")
      VALUES (${districtId}, ${actor.id}::uuid, ${key}, 1, ${now})
      ON CONFLICT ("districtId", "personId", "template")
      DO UPDATE SET "remaining" = LEAST("SubscribeQuota"."remaining" + 1, ${mostRemaining}), "updatedAt" = EXCLUDED."updatedAt"`;
  }
  return { ok: true };
}
