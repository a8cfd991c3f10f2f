import type { PointsClaim } from '#prisma';
import type { Output } from '#shared/contract';
import {
  appealStateAfter,
  appealStateLabel,
  appealUntil,
  whyNotAppeal,
  whyNotRaise,
} from '#shared/domain/claims/appeals';
import { limitText, momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { type Appeal, appealPanel } from './appeal-move';
import type { Around } from './around';
import type { Panel } from './panel';
import { rolesIn, townOf } from './policy';

type View = Pick<Output<'claims.get'>, 'appeal' | 'appealUntilText'>;

/** What a family has against the outcome of a claim, where that stands, and until when it may be said. */
export async function presentAppeal(ctx: Ctx, around: Around, claim: PointsClaim): Promise<View> {
  const { db, districtId, now } = ctx;
  const { calendar } = around.world;
  const found = await db.pointsAppeal.findUnique({ where: { districtId_claimId: { districtId, claimId: claim.id } } });
  if (!found) {
    const isOpen = claim.endedAt && !whyNotAppeal(claim, now, calendar);
    const until = isOpen && claim.endedAt ? limitText(appealUntil(claim.endedAt, calendar), now) : null;
    return { appeal: null, appealUntilText: until };
  }
  const appeal = { ...found, claim };
  const panel = await appealPanel(ctx, appeal);
  const { agree, refuse, quorum, eligible } = panel;
  const { id, version, state, text, answer, filedAt } = appeal;
  return {
    appealUntilText: null,
    appeal: {
      ...{ id, version, state, text, answer, stateText: appealStateLabel(state), filedText: momentText(filedAt, now) },
      headline: headlineOf(appeal, now),
      votes: state === 'OPEN' ? { agree, refuse, quorum, eligible: eligible.length } : null,
      abilities: abilitiesOf(ctx, around, appeal, panel),
    },
  };
}

function headlineOf({ state, stageDueAt }: Appeal, now: Date): string {
  const until = stageDueAt ? limitText(stageDueAt, now) : '';
  const isLate = stageDueAt !== null && stageDueAt < now;
  if (state === 'OPEN') return isLate ? '到时限还没有答复，可以请镇街复核' : `没有经手过的评议员在复评，${until}答复`;
  if (state === 'TOWN') return isLate ? '镇街还没有答复，已经催办' : `镇街在复核，${until}答复`;
  if (state === 'DISMISSED') return '不同意的话，15 天内可以请镇街复核';
  return state === 'GRANTED' ? '按申诉的结果改过来了' : '';
}

function abilitiesOf(
  { actor, now }: Ctx,
  { standing, world }: Around,
  appeal: Appeal,
  { eligible, votes }: Panel,
): NonNullable<View['appeal']>['abilities'] {
  const { claim, state } = appeal;
  if (rolesIn(standing, claim).includes('FAMILY'))
    return [
      ...(whyNotRaise(appeal, now, world.calendar) ? [] : (['raise'] as const)),
      ...(appealStateAfter(state, 'withdraw') ? (['withdraw'] as const) : []),
    ];
  const mayJudge =
    state === 'OPEN' && eligible.includes(actor.id) && votes.every(({ personId }) => personId !== actor.id);
  const isTown = actor.posts.some(
    ({ kind, placeCode }) => kind === 'TOWN_CLERK' && placeCode === townOf(claim.villageCode),
  );
  const isPartial = [claim.byId, claim.acceptedById].includes(actor.id);
  return [
    ...(mayJudge ? (['judge'] as const) : []),
    ...(state === 'TOWN' && isTown && !isPartial ? (['decide'] as const) : []),
  ];
}
