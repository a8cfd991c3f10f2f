import type { Parsed } from '#shared/contract';
import { appealStateAfter } from '#shared/domain/claims/appeals';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { appealPanel, grantAppeal, lockAppeal, moveAppeal, settleAppeal } from '../appeal-move';
import { rolesIn, standingOf, townOf } from '../policy';

/**
 * A reviewer who has had nothing to do with the claim supports the appeal (AGREE), keeps the outcome (REFUSE) or steps back. Throws not_found,
 * points_own_claim, points_reviewer_kin, points_same_person (has judged or entered the claim), forbidden, points_claim_not_allowed, points_voted.
 */
export async function judgeAppeal(ctx: Ctx, { id, choice, note }: Parsed<'claims.judgeAppeal'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const appeal = await lockAppeal(ctx, id);
  const standing = await standingOf(ctx);
  const roles = rolesIn(standing, appeal.claim);
  if (roles.includes('FAMILY')) throw new AppError('points_own_claim');
  if (standing.kinOf.has(appeal.claim.householdId)) throw new AppError('points_reviewer_kin');
  if (!roles.includes('REVIEWER')) throw new AppError('forbidden');
  if (!appealStateAfter(appeal.state, 'judge')) throw new AppError('points_claim_not_allowed');
  if (!(await appealPanel(ctx, appeal)).eligible.includes(actor.id)) throw new AppError('points_same_person');
  await db.pointsVote.create({
    data: { districtId, subjectId: id, round: 1, personId: actor.id, choice, note: note ?? null, at: now },
    select: { round: true },
  });
  if (choice === 'RECUSE')
    await db.pointsKin.createMany({
      data: [
        {
          ...{ districtId, personId: actor.id, householdId: appeal.claim.householdId, declaredById: actor.id, at: now },
          relation: note ?? '自己申报',
        },
      ],
      skipDuplicates: true,
    });
  await settleAppeal(ctx, appeal, false);
  return appeal.claimId;
}

/** The town has the last word on an appeal. Throws not_found, forbidden, points_own_claim, points_same_person (has entered the claim), stale_version, points_claim_not_allowed. */
export async function decideAppeal(ctx: Ctx, input: Parsed<'claims.decideAppeal'>): Promise<string> {
  const { db, actor } = ctx;
  const { id, version, isGranted, answer } = input;
  const appeal = await lockAppeal(ctx, id);
  const { claim } = appeal;
  if ((await standingOf(ctx)).householdId === claim.householdId) throw new AppError('points_own_claim');
  const town = townOf(claim.villageCode);
  if (!actor.posts.some(({ kind, placeCode }) => kind === 'TOWN_CLERK' && placeCode === town))
    throw new AppError('forbidden');
  if (claim.acceptedById === actor.id || claim.byId === actor.id) throw new AppError('points_same_person');
  if (appeal.version !== version) throw new AppError('stale_version');
  const body = (await worldOf(db)).placeLabel(town);
  if (appeal.state !== 'TOWN') throw new AppError('points_claim_not_allowed');
  if (isGranted) await grantAppeal(ctx, appeal, { body, answer, deciderId: actor.id });
  else
    await moveAppeal(ctx, appeal, {
      ...{ action: 'refuse', body, text: '复核后维持原来的结果', note: answer },
      data: { answer, answeredById: actor.id },
    });
  return appeal.claimId;
}
