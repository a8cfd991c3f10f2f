import type { PointsClaim } from '#prisma';
import type { Ctx } from '../../kernel/context';
import { move } from './move';
import { checkerOf, judged, panelOf, verdictOf } from './panel';

const reviewers = '评议小组';

/**
 * Counts the votes on a claim under review and does what they say: on to the notice, or refused with the figures and what was said against it.
 * `isOver`: the time to vote has run out. Returns whether it is decided. Call with the claim locked.
 */
export async function settleReview(ctx: Ctx, claim: PointsClaim, isOver: boolean): Promise<boolean> {
  const panel = await panelOf(ctx, judged(claim));
  const verdict = verdictOf(panel, claim.points, isOver);
  const figures = `同意 ${panel.agree} 票，不同意 ${panel.refuse} 票`;
  if (verdict === 'passed') {
    await move(ctx, claim, {
      ...{ action: 'pass', body: reviewers, text: '评议通过，开始公示', note: figures },
      data: { reviewerId: checkerOf(panel) },
    });
    return true;
  }
  if (verdict === 'refused') {
    const against = panel.votes.flatMap(({ choice, note }) => (choice === 'REFUSE' && note ? [note] : []));
    const reason = [`评议没有通过：${figures}`, ...against].join('。');
    await move(ctx, claim, {
      ...{ action: 'refuse', body: reviewers, text: '评议没有通过', note: reason },
      data: { reason },
    });
    return true;
  }
  if (panel.isBorrowing !== claim.isBorrowing)
    await ctx.db.pointsClaim.updateMany({
      where: { districtId: ctx.districtId, id: claim.id },
      data: { isBorrowing: panel.isBorrowing },
    });
  return false;
}
