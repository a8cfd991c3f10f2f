import type { PointsClaim } from '#prisma';
import type { Output } from '#shared/contract';
import { whyNotAppeal } from '#shared/domain/claims/appeals';
import { claimStateAfter, claimStateLabel } from '#shared/domain/claims/lifecycle';
import { dayText, limitText, momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { presentPhoto } from '../photos/index';
import { signed } from '../points/index';
import type { Around } from './around';
import { judged, panelOf } from './panel';
import { abilitiesOf, rolesIn } from './policy';
import { presentAppeal } from './present-appeal';

type View = Output<'claims.mine'>['items'][number];
type Detail = Output<'claims.get'>;

/** A claim as one line of a list. */
export function presentClaim({ now }: Pick<Ctx, 'now'>, around: Around, claim: PointsClaim): View {
  const { id, state, version, points, text, isRecorded, stageDueAt } = claim;
  const household = around.households.get(claim.householdId);
  return {
    ...{ id, state, version, points, text, isRecorded },
    stateText: claimStateLabel(state),
    ruleTitle: around.rules.get(claim.ruleItemId)?.title ?? '',
    headline: headlineOf(claim, now),
    happenedText: dayText(claim.happenedOn.toISOString().slice(0, 10), now),
    filedText: momentText(claim.filedAt, now),
    dueText: stageDueAt && limitText(stageDueAt, now),
    isLate: stageDueAt !== null && stageDueAt < now,
    householdCode: household?.code ?? '',
    householdName: household?.name ?? '',
    placeLabel: around.world.placeLabel(claim.villageCode),
    abilities: abilitiesNow(around, claim, now),
  };
}

/** What this actor can do now; whoever has voted or has entered the claim judges it no more. */
function abilitiesNow({ standing, voted, world, appealed }: Around, claim: PointsClaim, now: Date): View['abilities'] {
  const { id: actorId } = standing.actor;
  const isPartial = claim.byId === actorId || claim.acceptedById === actorId;
  const abilities = abilitiesOf(standing, claim).filter(
    (action) =>
      action !== 'object' &&
      (action !== 'appeal' || (!appealed.has(claim.id) && !whyNotAppeal(claim, now, world.calendar))) &&
      (action !== 'vote' || !(voted.has(claim.id) || isPartial)) &&
      (!['dismiss', 'reopen'].includes(action) || claim.acceptedById !== actorId),
  );
  return abilities.includes('vote') ? [...abilities, 'recuse'] : abilities;
}

function headlineOf(claim: PointsClaim, now: Date): string {
  const until = claim.stageDueAt ? limitText(claim.stageDueAt, now) : '';
  const isLate = claim.stageDueAt !== null && claim.stageDueAt < now;
  switch (claim.state) {
    case 'PROPOSED':
      return isLate ? '网格还没有核对，已经催办' : `网格在核对，${until}交评议`;
    case 'REVIEW':
      return isLate ? '评议小组还没有评完，已经催办' : `评议小组在评，${until}有结果`;
    case 'NOTICE':
      return isLate ? '公示期满，正在核实意见' : `公示到${until.replace(/内$/, '')}，没有意见就记上`;
    case 'BOOKED':
      return claim.booked ? `${momentText(claim.endedAt ?? now, now)}记上 ${signed(claim.booked)} 分` : '没有可扣的分';
    case 'REJECTED':
      return claim.reason ?? '没有通过';
    case 'WITHDRAWN':
      return '本户撤回了';
    case 'REVERSED':
      return '申诉成立，已经冲正';
  }
}

/** A claim with its rule, its evidence and all that happened. Bodies are named, people are not. */
export async function presentDetail(ctx: Ctx, around: Around, claim: PointsClaim): Promise<Detail> {
  const { db, districtId, now } = ctx;
  const where = { districtId, claimId: claim.id };
  const rule = around.rules.get(claim.ruleItemId);
  const book = rule && (await db.ruleBook.findUnique({ where: { districtId_id: { districtId, id: rule.bookId } } }));
  const photos = await db.pointsClaimPhoto.findMany({ where, include: { attachment: true } });
  const steps = await db.pointsClaimStep.findMany({ where, orderBy: { at: 'asc' } });
  const warning = claim.warningId
    ? await db.pointsWarning.findUnique({ where: { districtId_id: { districtId, id: claim.warningId } } })
    : null;
  const { eligible, agree, refuse, quorum } = await panelOf(ctx, judged(claim));
  return {
    ...presentClaim(ctx, around, claim),
    ruleEvidence: rule?.evidence ?? '',
    ruleBasis: book?.adoptedBy
      ? `${book.adoptedOn?.toISOString().slice(0, 10) ?? ''} ${book.adoptedBy}通过的规则第 ${book.version} 版`
      : '',
    photos: photos.map(({ attachment }) => presentPhoto(ctx, attachment)),
    warning: warning && { text: warning.text, atText: momentText(warning.at, now) },
    reason: claim.reason,
    votes: claimStateAfter(claim.state, 'vote') ? { agree, refuse, quorum, eligible: eligible.length } : null,
    steps: steps.map(({ id, text, note, body, at }) => ({
      ...{ id, text, note, body, at: at.toISOString(), atText: momentText(at, now) },
    })),
    objections: await objectionsFor(ctx, around, claim),
    ...(await presentAppeal(ctx, around, claim)),
  };
}

/** Objections with their answers, for those who answer and those who judge; the family reads them once they are answered. */
async function objectionsFor({ db, districtId, now }: Ctx, { standing }: Around, claim: PointsClaim) {
  const roles = rolesIn(standing, claim);
  const isFamily = roles.includes('FAMILY');
  const rows = await db.pointsObjection.findMany({
    where: { districtId, claimId: claim.id, ...(isFamily && { answeredAt: { not: null } }) },
    orderBy: { at: 'asc' },
  });
  return rows.map(({ id, text, at, isUpheld, answer }) => ({
    ...{ id, text, isUpheld, answer, atText: momentText(at, now) },
  }));
}
