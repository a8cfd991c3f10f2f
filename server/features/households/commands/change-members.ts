import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { householdsOf } from '../../claims/index';
import { type Family, familyOf, lockHouseholds, ownFamily } from '../family';

/** Somebody leaves the own household; the points stay. Throws points_no_household, household_head_stays, household_last_member. */
export async function leaveHousehold(ctx: Ctx): Promise<void> {
  const { db, districtId, actor } = ctx;
  const { id: householdId } = await ownFamily(ctx);
  await lockHouseholds(ctx, [householdId]);
  const { headId, adults } = await familyOf(ctx, householdId);
  if (adults.length === 1 && adults.includes(actor.id)) throw new AppError('household_last_member');
  if (headId === actor.id) throw new AppError('household_head_stays');
  await db.person.updateMany({ where: { districtId, id: actor.id, householdId }, data: { householdId: null } });
  await ctx.emit('household.changed', { householdId, personId: actor.id, what: 'left' });
}

/** The head gives the headship to another grown-up of the household. Throws household_head_only, not_found (of another household, a minor). */
export async function handOverHead(ctx: Ctx, { personId }: Parsed<'households.handOver'>): Promise<void> {
  const { id } = await ownFamily(ctx);
  await lockHouseholds(ctx, [id]);
  const family = await familyOf(ctx, id);
  if (family.headId !== ctx.actor.id) throw new AppError('household_head_only');
  await setHead(ctx, family, personId);
}

/** Staff of the place say who the head is. Throws not_found, points_foreign_household, points_own_claim. */
export async function nameHead(ctx: Ctx, { householdId, personId }: Parsed<'households.nameHead'>): Promise<void> {
  const { db, districtId, actor } = ctx;
  await lockHouseholds(ctx, [householdId]);
  const family = await familyOf(ctx, householdId);
  const inCare = { AND: [{ districtId, id: householdId }, householdsOf(actor)] };
  if ((await db.household.count({ where: inCare })) === 0) throw new AppError('points_foreign_household');
  if (family.people.some(({ id }) => id === actor.id)) throw new AppError('points_own_claim');
  await setHead(ctx, family, personId);
}

async function setHead(ctx: Ctx, family: Family, personId: string): Promise<void> {
  if (!family.adults.includes(personId)) throw new AppError('not_found');
  await ctx.db.household.updateMany({
    where: { districtId: ctx.districtId, id: family.id },
    data: { headId: personId },
  });
  await ctx.emit('household.changed', { householdId: family.id, personId, what: 'head' });
}
