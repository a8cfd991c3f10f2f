import { mostRemaining, type WalletMove } from '#shared/domain/notices/wallet';
import type { Ctx } from '../../../kernel/context';
import type { TemplateKey } from '../templates';

/** Adds to or empties what a person allows of a template, in one statement. Follows `walletAfter`. */
export async function moveWallet(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  personId: string,
  template: TemplateKey,
  move: WalletMove,
): Promise<void> {
  const step = move === 'more' ? 1 : move === 'less' ? -1 : -mostRemaining;
  await db.$executeRaw`
    INSERT INTO "SubscribeQuota" AS q ("districtId", "personId", "template", "remaining", "updatedAt")
    VALUES (${districtId}, ${personId}::uuid, ${template}, ${Math.max(0, step)}, ${now})
    ON CONFLICT ("districtId", "personId", "template") DO UPDATE
    SET "remaining" = LEAST(GREATEST(q."remaining" + ${step}::int, 0), ${mostRemaining}), "updatedAt" = EXCLUDED."updatedAt"`;
}
