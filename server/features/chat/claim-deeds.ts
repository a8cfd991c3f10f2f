import { withClaim } from '#shared/domain/chat/apply-points';
import type { ClaimFound } from '#shared/domain/chat/claim-state';
import { rulesFor } from '#shared/domain/chat/claim-words';
import type { Outcome } from '#shared/domain/chat/reply';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { translateDatabaseError } from '../../kernel/db';
import { applyClaim, claimOptions } from '../claims/index';
import { claimConfirmCard } from './claim-cards';
import type { Drawn } from './drawn';

/** The rules of the resident's village that may fit what was done, with room left this year; or why there are none. */
export async function rulesThatFit(ctx: Ctx, text: string): Promise<ClaimFound> {
  try {
    const { items } = await claimOptions(ctx);
    const open = items.filter(({ room }) => room > 0);
    const { rules, isSure } = rulesFor(text, open);
    return { isSure, rules: rules.map(({ id, title, pointsText, evidence }) => ({ id, title, pointsText, evidence })) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'points_no_household') return { refusal: 'household' };
    if (error.code === 'points_rules_missing') return { refusal: 'rules' };
    throw error;
  }
}

/** Files what the talk agreed on. What is refused leaves nothing behind, is said, and keeps the talk. Needs a transaction. */
export async function doClaim(ctx: Ctx, led: Outcome): Promise<{ led: Outcome; drawn: readonly Drawn[] }> {
  const effect = led.effects.find((one) => one.kind === 'claim');
  if (!effect) return { led, drawn: [] };
  const { rule, text, happenedOn, photos } = effect.draft;
  await ctx.db.$executeRaw`SAVEPOINT claim`;
  try {
    const input = { ruleItemId: rule.id, text, happenedOn, photoIds: [...photos], nameShown: false };
    const id = await applyClaim(ctx, input);
    const url = `/packages/points/pages/claim/index?id=${id}`;
    return {
      led,
      drawn: [
        {
          text: `交上去了：${rule.title} ${rule.pointsText} 分。网格三个工作日内核对，再由评议小组评、公示七天，没有意见就记上。`,
          card: { type: 'choice', options: [{ label: '看走到哪了', action: 'page', payload: { url } }] },
        },
      ],
    };
  } catch (error) {
    const known = error instanceof AppError ? error : translateDatabaseError(error);
    if (!known || known.status >= 500) throw error;
    await ctx.db.$executeRaw`ROLLBACK TO SAVEPOINT claim`;
    const state = withClaim(led.state, { ...effect.talk, step: 'confirm' });
    return {
      led: { ...led, state, effects: [] },
      drawn: [{ text: `${known.message}。点哪行改哪行。`, card: claimConfirmCard(ctx, effect.draft) }],
    };
  }
}
