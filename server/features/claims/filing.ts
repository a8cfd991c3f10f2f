import { v7 as uuid } from 'uuid';
import type { Household, RuleItem } from '#prisma';
import { claimedPoints } from '#shared/domain/claims/amount';
import { isDayInTime } from '#shared/domain/claims/deadlines';
import { addDays, dayMs, endOfDay } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { findOwnPhotos } from '../photos/index';
import { ruleInForce, usedThisYear } from '../points/index';
import { clockOf } from './move';

/** A deed as somebody enters it. `isRecorded`: by staff, who stand for it, so that it goes to the reviewers at once. */
export interface Deed {
  readonly household: Household;
  readonly ruleItemId: string;
  readonly text: string;
  /** Shanghai day. */
  readonly happenedOn: string;
  readonly photoIds: readonly string[];
  readonly isRecorded: boolean;
  readonly nameShown: boolean;
  readonly points?: number | undefined;
  readonly origin?: string | undefined;
}

/** A warning holds for a year. Default, to be confirmed. */
const warningDays = 365;

/**
 * Writes a claim with its evidence. Throws points_deed_too_old, points_rule_unknown (a rule that is not in force here today), points_rule_charter,
 * points_amount_invalid, points_year_cap, points_warning_missing, points_evidence_used, points_claim_known, not_found (a photo of somebody else).
 */
export async function fileClaim(ctx: Ctx, deed: Deed): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { household, happenedOn, isRecorded, nameShown, text, origin } = deed;
  if (!isDayInTime(happenedOn, now)) throw new AppError('points_deed_too_old', { happenedOn: '最近 60 天里的哪一天' });
  await holdHousehold(ctx, household);
  const rule = await ruleInForce(ctx, household.villageCode, deed.ruleItemId);
  if (rule.points < 0 && (!rule.isCharter || !isRecorded)) throw new AppError('points_rule_charter');
  const claimed = claimedPoints(rule, await takenOf(ctx, household.id, rule), deed.points);
  if ('refusal' in claimed) throw new AppError(claimed.refusal);
  const warningId = rule.points < 0 ? await warningOf(ctx, household.id, rule.code, happenedOn) : null;
  const photos = await findOwnPhotos(ctx, [...new Set(deed.photoIds)]);

  const id = uuid();
  const state = isRecorded ? 'REVIEW' : 'PROPOSED';
  await db.pointsClaim.create({
    data: {
      ...{ districtId, id, state, villageCode: household.villageCode, householdId: household.id },
      ...{ ruleItemId: rule.id, ruleCode: rule.code, points: claimed.points, happenedOn: new Date(happenedOn), text },
      ...{ nameShown, byId: actor.id, isRecorded, acceptedById: isRecorded ? actor.id : null, warningId },
      ...{ origin: origin ?? null, filedAt: now, ...(await clockOf(ctx, state)) },
      photos: { create: photos.map(({ id: attachmentId, sha256 }) => ({ attachmentId, sha256 })) },
      steps: {
        create: {
          ...{ id: uuid(), action: 'file', state, actorId: actor.id, at: now },
          ...{ body: isRecorded ? '网格' : '本户', text: isRecorded ? '记下了这件事' : '申请加分' },
        },
      },
    },
    select: { id: true },
  });
  await ctx.emit('claim.filed', { claimId: id });
  return id;
}

/** The household stays where and what it is until the claim is written. Throws household_closed, stale_version (it has moved meanwhile). */
async function holdHousehold({ db, districtId }: Ctx, { id, villageCode }: Household): Promise<void> {
  const [row] = await db.$queryRaw<Pick<Household, 'villageCode' | 'closedAt'>[]>`
    SELECT "villageCode", "closedAt" FROM "Household" WHERE "districtId" = ${districtId} AND "id" = ${id}::uuid FOR SHARE`;
  if (row?.closedAt) throw new AppError('household_closed');
  if (row?.villageCode !== villageCode) throw new AppError('stale_version');
}

/** What a household has used of a rule this year, with what is on its way; whole points without sign. */
export async function takenOf(ctx: Ctx, householdId: string, rule: Pick<RuleItem, 'code'>): Promise<number> {
  const booked = Math.abs(await usedThisYear(ctx, householdId, rule.code));
  const { _sum } = await ctx.db.pointsClaim.aggregate({
    where: {
      ...{ districtId: ctx.districtId, householdId, ruleCode: rule.code },
      state: { in: ['PROPOSED', 'REVIEW', 'NOTICE'] },
    },
    _sum: { points: true },
  });
  return booked + Math.abs(_sum.points ?? 0);
}

/** The latest warning of this household about this rule that was given before the deed, at most a year ago. */
async function warningOf({ db, districtId }: Ctx, householdId: string, ruleCode: string, day: string): Promise<string> {
  const until = endOfDay(day);
  const warning = await db.pointsWarning.findFirst({
    where: {
      ...{ districtId, householdId, ruleCode },
      at: { lte: until, gte: new Date(endOfDay(addDays(day, -warningDays)).getTime() - dayMs) },
    },
    orderBy: { at: 'desc' },
    select: { id: true },
  });
  if (!warning) throw new AppError('points_warning_missing');
  return warning.id;
}
