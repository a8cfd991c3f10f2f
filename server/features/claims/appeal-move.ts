import type { PointsAppeal, PointsClaim, Prisma } from '#prisma';
import { type AppealAction, type AppealState, appealDueAt, appealStateAfter } from '#shared/domain/claims/appeals';
import { claimAlarm } from '#shared/domain/claims/deadlines';
import { AppError } from '#shared/errors';
import { type Ctx, system } from '../../kernel/context';
import { worldOf } from '../places/index';
import { reverseEntry } from '../points/index';
import { move, tell } from './move';
import { checkerOf, type Judged, type Panel, panelOf, verdictOf } from './panel';

/** An appeal with the claim it is about. */
export type Appeal = PointsAppeal & { claim: PointsClaim };

type Asking = Pick<Ctx, 'db' | 'districtId'>;

/** An appeal by id whoever asks, with its claim and this transaction alone at it, or not_found. */
export async function lockAppeal({ db, districtId }: Asking, id: string): Promise<Appeal> {
  await db.$queryRaw`SELECT 1 FROM "PointsAppeal" WHERE "districtId" = ${districtId} AND "id" = ${id}::uuid FOR UPDATE`;
  const appeal = await db.pointsAppeal.findUnique({
    where: { districtId_id: { districtId, id } },
    include: { claim: true },
  });
  if (!appeal) throw new AppError('not_found');
  return appeal;
}

/** The reviewers who have had nothing to do with the claim so far; where too few are left, those of the town's other villages. */
export async function appealPanel(ctx: Ctx, { id, claim }: Appeal): Promise<Panel> {
  const { db, districtId } = ctx;
  const voted = await db.pointsVote.findMany({
    where: { districtId, subjectId: claim.id },
    select: { personId: true },
    distinct: ['personId'],
  });
  const judged: Judged = {
    ...{ id, round: 1, villageCode: claim.villageCode, householdId: claim.householdId, points: 1 },
    partial: [claim.byId, claim.acceptedById, claim.reviewerId, ...voted.map(({ personId }) => personId)],
  };
  return panelOf(ctx, judged);
}

/** The clock of a state that begins now. */
export async function appealClock({ db, now }: Pick<Ctx, 'db' | 'now'>, state: AppealState) {
  const stageDueAt = appealDueAt(state, now, (await worldOf(db)).calendar);
  return { stageSince: now, stageDueAt, ...claimAlarm('REVIEW', now, stageDueAt) };
}

/** The end of every action on an appeal: a guarded write, and the line on the claim. Throws points_claim_not_allowed, stale_version. */
export async function moveAppeal(
  ctx: Ctx,
  appeal: Appeal,
  change: {
    readonly action: AppealAction;
    readonly body: string;
    readonly text: string;
    readonly note?: string | null;
    readonly data?: Prisma.PointsAppealUncheckedUpdateManyInput;
  },
): Promise<void> {
  const state = appealStateAfter(appeal.state, change.action);
  if (!state) throw new AppError('points_claim_not_allowed');
  const { count } = await ctx.db.pointsAppeal.updateMany({
    where: { districtId: ctx.districtId, id: appeal.id, version: appeal.version },
    data: { state, version: { increment: 1 }, ...(await appealClock(ctx, state)), ...change.data },
  });
  if (count === 0) throw new AppError('stale_version');
  await tell(ctx, appeal.claimId, appeal.claim.state, { ...change, action: `appeal.${change.action}` });
}

/** Counts the votes on an appeal and does what they say. Returns whether it is decided. Call with the appeal locked. */
export async function settleAppeal(ctx: Ctx, appeal: Appeal, isOver: boolean): Promise<boolean> {
  const panel = await appealPanel(ctx, appeal);
  const verdict = verdictOf(panel, 1, isOver);
  const figures = `支持申诉 ${panel.agree} 票，维持 ${panel.refuse} 票`;
  if (verdict === 'passed') {
    const decider = checkerOf(panel) ?? ctx.actor.id;
    await grantAppeal(ctx, appeal, { body: '评议小组（换人）', answer: figures, deciderId: decider });
    return true;
  }
  if (verdict === 'refused') {
    const against = panel.votes.flatMap(({ choice, note }) => (choice === 'REFUSE' && note ? [note] : []));
    const answer = [figures, ...against].join('。');
    await moveAppeal(ctx, appeal, {
      ...{ action: 'dismiss', body: '评议小组（换人）', text: '复评维持原来的结果', note: answer },
      data: { answer },
    });
    return true;
  }
  if (panel.isBorrowing && !appeal.claim.isBorrowing)
    await ctx.db.pointsClaim.updateMany({
      where: { districtId: ctx.districtId, id: appeal.claimId },
      data: { isBorrowing: true },
    });
  return false;
}

/**
 * An appeal is right: what was taken comes back by the opposite entry, carried out by the desk and checked by whoever has decided; what was refused is
 * shown to the village and then booked.
 */
export async function grantAppeal(
  ctx: Ctx,
  appeal: Appeal,
  { body, answer, deciderId }: { body: string; answer: string; deciderId: string },
): Promise<void> {
  const { claim } = appeal;
  await moveAppeal(ctx, appeal, {
    ...{ action: 'grant', body, text: '申诉成立', note: answer },
    data: { answer, answeredById: deciderId },
  });
  if (claim.entryId) {
    const text = `申诉成立，退回 ${Math.abs(claim.booked ?? 0)} 分`;
    await reverseEntry({ ...ctx, actor: system }, { entryId: claim.entryId, text, reviewerId: deciderId });
    return move(ctx, claim, { action: 'reverse', body: '服务台', text });
  }
  await holdEvidence(ctx, claim.id);
  return move(ctx, claim, {
    ...{ action: 'reinstate', body: '服务台', text: '重新公示', note: answer },
    data: { reviewerId: deciderId, reason: null, endedAt: null },
  });
}

/** Pictures of a claim that lives again stand for it again, but for those another claim has used meanwhile. */
const holdEvidence = ({ db, districtId }: Asking, claimId: string) => db.$executeRaw`
  UPDATE "PointsClaimPhoto" p SET "isReleased" = false WHERE p."districtId" = ${districtId} AND p."claimId" = ${claimId}::uuid
    AND NOT EXISTS (SELECT 1 FROM "PointsClaimPhoto" o WHERE o."districtId" = p."districtId" AND o."sha256" = p."sha256" AND NOT o."isReleased")`;
