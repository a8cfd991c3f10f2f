import { v7 as uuid } from 'uuid';
import type { PointsClaim, Prisma } from '#prisma';
import { claimAlarm, claimDueAt } from '#shared/domain/claims/deadlines';
import { type ClaimAction, type ClaimState, claimStateAfter, isClaimRunning } from '#shared/domain/claims/lifecycle';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { may, standingOf } from './policy';
import { findClaim } from './queries';

/**
 * The start of every action of a person: the claim is seen (else not_found), the actor has the right (else points_own_claim for the family, forbidden),
 * looks at the newest version (else stale_version), and the life of the claim allows it (else points_claim_not_allowed).
 */
export async function begin(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  action: ClaimAction,
): Promise<PointsClaim> {
  const standing = await standingOf(ctx);
  const claim = await findClaim(ctx, standing, id);
  if (!may(standing, action, claim))
    throw new AppError(standing.householdId === claim.householdId ? 'points_own_claim' : 'forbidden');
  if (claim.version !== version) throw new AppError('stale_version');
  if (!claimStateAfter(claim.state, action)) throw new AppError('points_claim_not_allowed');
  return claim;
}

/** What an action writes: other columns, and the line people read. `body` is in whose name. */
export interface Move {
  readonly action: ClaimAction;
  readonly body: string;
  readonly text: string;
  readonly note?: string | null | undefined;
  readonly data?: Prisma.PointsClaimUncheckedUpdateManyInput;
}

/** The clock of a stage that begins now. */
export async function clockOf({ db, now }: Ctx, state: ClaimState) {
  const stageDueAt = claimDueAt(state, now, (await worldOf(db)).calendar);
  return { stageSince: now, stageDueAt, ...claimAlarm(state, now, stageDueAt) };
}

/**
 * The end of every action: a guarded write (stale_version if somebody was faster) with the state the action leads to and its clock, the line, and the
 * fact `claim.moved`. Pictures of a claim that has come to nothing may be used again.
 */
export async function move(ctx: Ctx, claim: PointsClaim, change: Move): Promise<void> {
  const { db, districtId, now } = ctx;
  const state = claimStateAfter(claim.state, change.action);
  if (!state) throw new AppError('points_claim_not_allowed');
  const { count } = await db.pointsClaim.updateMany({
    where: { districtId, id: claim.id, version: claim.version },
    data: {
      ...{ state, version: { increment: 1 } },
      ...(state !== claim.state && (await clockOf(ctx, state))),
      ...(!isClaimRunning(state) && { endedAt: now }),
      ...change.data,
    },
  });
  if (count === 0) throw new AppError('stale_version');
  if (state === 'REJECTED' || state === 'WITHDRAWN')
    await db.pointsClaimPhoto.updateMany({ where: { districtId, claimId: claim.id }, data: { isReleased: true } });
  await tell(ctx, claim.id, state, change);
}

/** Writes the line of an action and says that it happened. */
export async function tell(
  { db, districtId, actor, now, emit }: Ctx,
  claimId: string,
  state: ClaimState,
  { action, body, text, note }: Omit<Move, 'action' | 'data'> & { action: string },
): Promise<void> {
  const id = uuid();
  await db.pointsClaimStep.create({
    data: { districtId, id, claimId, action, state, actorId: actor.id, body, text, note: note ?? null, at: now },
    select: { id: true },
  });
  await emit('claim.moved', { claimId, action, stepId: id });
}
