import type { PointsClaim, PointsVote } from '#prisma';
import { leastVotes, quorumOf, type Verdict, verdictOn } from '#shared/domain/claims/review';
import type { Ctx } from '../../kernel/context';
import { holdersAround, holdersOf } from '../identity/index';
import { townOf } from './policy';
import { membersOfHousehold } from './queries';

/** Who judges a claim now, and how it stands. */
export interface Panel {
  readonly eligible: readonly string[];
  readonly votes: readonly PointsVote[];
  readonly agree: number;
  readonly refuse: number;
  readonly quorum: number;
  /** Whether reviewers of other villages of the town help. */
  readonly isBorrowing: boolean;
}

/** What is judged, and who has had a hand in it. */
export type Judged = Pick<PointsClaim, 'id' | 'round' | 'villageCode' | 'householdId' | 'points'> & {
  /** Who has entered it, and whoever else has had a hand in it. */
  readonly partial: readonly (string | null)[];
};

/** A claim as its reviewers judge it. */
export const judged = (claim: PointsClaim): Judged => ({ ...claim, partial: [claim.byId, claim.acceptedById] });

/**
 * The reviewers of the village, without the household, its kin, those who have entered the claim or stepped back; where fewer than three are left, those
 * of the town's other villages help.
 */
export async function panelOf(
  ctx: Ctx,
  { id, round, villageCode, householdId, points, partial }: Judged,
): Promise<Panel> {
  const { db, districtId } = ctx;
  const kin = await db.pointsKin.findMany({ where: { districtId, householdId }, select: { personId: true } });
  const votes = await db.pointsVote.findMany({ where: { districtId, subjectId: id, round, struckAt: null } });
  const out = new Set([
    ...partial,
    ...(await membersOfHousehold(ctx, householdId)),
    ...kin.map(({ personId }) => personId),
    ...votes.filter(({ choice }) => choice === 'RECUSE').map(({ personId }) => personId),
  ]);
  const left = (holders: readonly { id: string }[]) => [
    ...new Set(holders.map((holder) => holder.id).filter((one) => !out.has(one))),
  ];
  const own = left(await holdersOf(ctx, 'REVIEWER', villageCode));
  const isBorrowing = own.length < leastVotes;
  const eligible = isBorrowing ? left(await holdersAround(ctx, 'REVIEWER', townOf(villageCode))) : own;
  const counted = votes.filter(({ personId }) => eligible.includes(personId));
  const of = (choice: PointsVote['choice']) => counted.filter((vote) => vote.choice === choice).length;
  return {
    ...{ eligible, votes: counted, isBorrowing, agree: of('AGREE'), refuse: of('REFUSE') },
    quorum: quorumOf(eligible.length, points < 0),
  };
}

/** What the votes of a panel say. */
export const verdictOf = (panel: Panel, points: number, isOver: boolean): Verdict =>
  verdictOn({ ...panel, eligible: panel.eligible.length, isDeduction: points < 0, isOver });

/** The reviewer whose agreement stands under what is booked: the last who agreed. */
export const checkerOf = ({ votes }: Pick<Panel, 'votes'>): string | null =>
  [...votes].filter(({ choice }) => choice === 'AGREE').sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.personId ??
  null;
