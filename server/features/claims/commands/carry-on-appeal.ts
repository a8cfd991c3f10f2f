import type { Parsed } from '#shared/contract';
import { whyNotRaise } from '#shared/domain/claims/appeals';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { type Appeal, lockAppeal, moveAppeal } from '../appeal-move';
import { standingOf } from '../policy';

/** The family asks the town, after the village's answer or when it has missed its time. Throws not_found, stale_version, points_claim_not_allowed, points_appeal_late. */
export async function raiseAppeal(ctx: Ctx, input: Parsed<'claims.raiseAppeal'>): Promise<string> {
  const appeal = await ownAppeal(ctx, input);
  const refusal = whyNotRaise(appeal, ctx.now, (await worldOf(ctx.db)).calendar);
  if (refusal) throw new AppError(refusal);
  await moveAppeal(ctx, appeal, { action: 'raise', body: '本户', text: '请镇街复核' });
  return appeal.claimId;
}

/** The family takes its appeal back. Throws not_found, stale_version, points_claim_not_allowed. */
export async function withdrawAppeal(ctx: Ctx, input: Parsed<'claims.withdrawAppeal'>): Promise<string> {
  const appeal = await ownAppeal(ctx, input);
  await moveAppeal(ctx, appeal, { action: 'withdraw', body: '本户', text: '撤回了申诉' });
  return appeal.claimId;
}

async function ownAppeal(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<Appeal> {
  const appeal = await lockAppeal(ctx, id);
  if ((await standingOf(ctx)).householdId !== appeal.claim.householdId) throw new AppError('not_found');
  if (appeal.version !== version) throw new AppError('stale_version');
  return appeal;
}
