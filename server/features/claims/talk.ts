import type { Output } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { householdOf } from '../points/index';
import { oneClaim, someClaims } from './reads';

/** Why points were taken from the caller's family the last time: by which rule, on what evidence, through which bodies, and how to appeal. */
export async function whyTaken(ctx: Ctx): Promise<{ text: string; claimId: string } | undefined> {
  const { id: householdId } = await householdOf(ctx, ctx.actor.id);
  const last = await ctx.db.pointsClaim.findFirst({
    where: { districtId: ctx.districtId, householdId, state: 'BOOKED', booked: { lt: 0 } },
    orderBy: { endedAt: 'desc' },
    select: { id: true },
  });
  if (!last) return undefined;
  const claim = await oneClaim(ctx, last);
  return { claimId: last.id, text: [factsOf(claim), appealOf(claim)].join('') };
}

/** What is not decided yet for the caller's family, in a sentence, and whether points may be taken by it; undefined when nothing is under way. */
export async function whatWaits(ctx: Ctx): Promise<{ text: string; claimId: string; isTaking: boolean } | undefined> {
  const { id: householdId } = await householdOf(ctx, ctx.actor.id);
  const running = await ctx.db.pointsClaim.findMany({
    where: { districtId: ctx.districtId, householdId, state: { in: ['PROPOSED', 'REVIEW', 'NOTICE'] } },
    select: { id: true },
  });
  const { items } = await someClaims(
    ctx,
    running.map(({ id }) => id),
  );
  const [first] = items.toSorted((a, b) => a.points - b.points);
  if (!first) return undefined;
  const { id, ruleTitle, points, headline } = first;
  const more = items.length > 1 ? `，一共 ${items.length} 件` : '';
  const change = points < 0 ? `要扣 ${-points} 分` : `加 ${points} 分`;
  return {
    ...{ claimId: id, isTaking: points < 0 },
    text: `还没有定的：「${ruleTitle}」${change}（${headline}）${more}。定下来以前不算。`,
  };
}

function factsOf({ ruleTitle, points, happenedText, ruleBasis, warning, photos }: Output<'claims.get'>): string {
  const grounds = [
    ruleBasis && `依据是${ruleBasis}`,
    warning && `${warning.atText}先提醒过`,
    photos.length > 0 && `有 ${photos.length} 张照片作凭证`,
    '网格核对、评议小组评议、公示七天后记上',
  ];
  return `${happenedText}的事：「${ruleTitle}」，扣 ${-points} 分。${grounds.filter(Boolean).join('；')}。`;
}

function appealOf({ appeal, appealUntilText }: Output<'claims.get'>): string {
  if (appeal) return `您家申诉过：${appeal.stateText}。`;
  return appealUntilText
    ? `觉得不对，${appealUntilText}可以申诉，换没有经手过的人复评，五个工作日答复。`
    : '已经过了 15 天的申诉期。';
}
