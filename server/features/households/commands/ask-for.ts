import type { Parsed } from '#shared/contract';
import { adultOnOf, isMinorOn } from '#shared/domain/households/minors';
import { canSplit } from '#shared/domain/households/split';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { balanceOf } from '../../points/index';
import { type Family, householdOfCode, isMinor, ownFamily, personOf } from '../family';
import { ask } from '../moves';

/** The first day of age of somebody who says that he or she is a minor; null for a grown-up. */
export function adultDay(now: Date, bornOn: string | undefined): Date | null {
  const adultOn = bornOn ? adultOnOf(bornOn) : null;
  return adultOn && isMinorOn(adultOn, dayOf(now)) ? new Date(adultOn) : null;
}

/** Somebody asks to belong to a household; its head or grid staff confirm. Throws household_unknown, household_member_elsewhere, household_asked. */
export async function joinHousehold(ctx: Ctx, input: Parsed<'households.join'>): Promise<void> {
  const { householdId } = await personOf(ctx);
  if (householdId) throw new AppError('household_member_elsewhere');
  const { id, villageCode, gridCode } = await householdOfCode(ctx, input.householdCode);
  await ask(ctx, {
    ...{ kind: 'JOIN', householdId: id, villageCode, gridCode, note: input.note ?? null },
    adultOn: adultDay(ctx.now, input.bornOn),
  });
}

/** Somebody without a household asks to have one registered. Throws household_member_elsewhere, points_minor, place_unknown (no home), household_asked. */
export async function registerHousehold(ctx: Ctx, { name, note }: Parsed<'households.register'>): Promise<void> {
  const me = await personOf(ctx);
  if (me.householdId) throw new AppError('household_member_elsewhere');
  if (isMinor(me, ctx.now)) throw new AppError('points_minor');
  const world = await worldOf(ctx.db);
  const villageCode = me.homeVillageCode;
  if (!villageCode || world.divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  const gridCode = me.homeGridCode?.startsWith(villageCode) ? me.homeGridCode : null;
  await ask(ctx, { kind: 'REGISTER', villageCode, gridCode, name, note: note ?? null });
}

/** The caller's household, when he or she may speak for it. Throws points_no_household, points_minor, household_head_missing, household_head_only. */
async function speaking(ctx: Ctx, asHead: boolean): Promise<Family> {
  const family = await ownFamily(ctx);
  if (!family.adults.includes(ctx.actor.id)) throw new AppError('points_minor');
  if (!family.headId) throw new AppError('household_head_missing');
  if (asHead && family.headId !== ctx.actor.id) throw new AppError('household_head_only');
  return family;
}

/**
 * A grown-up asks that some of the household become one of their own. Throws household_split_people, household_head_stays, household_split_points,
 * not_found (somebody of another household), household_change_open and what `speaking` throws.
 */
export async function splitHousehold(ctx: Ctx, input: Parsed<'households.split'>): Promise<void> {
  const family = await speaking(ctx, false);
  const personIds = [...new Set(input.personIds)];
  if (personIds.some((one) => !family.people.some(({ id }) => id === one))) throw new AppError('not_found');
  if (!canSplit(family.adults, personIds)) throw new AppError('household_split_people');
  if (family.headId && personIds.includes(family.headId)) throw new AppError('household_head_stays');
  if (input.points !== undefined && input.points > (await balanceOf(ctx, family.id)))
    throw new AppError('household_split_points');
  await ask(ctx, {
    ...{ kind: 'SPLIT', householdId: family.id, villageCode: family.villageCode, gridCode: family.gridCode },
    ...{ name: input.name, personIds, agreed: input.points ?? null, note: input.note ?? null },
  });
}

/** A head asks that the whole household go into another one of the village. Throws household_same, household_other_village, household_change_open. */
export async function mergeHousehold(ctx: Ctx, input: Parsed<'households.merge'>): Promise<void> {
  const family = await speaking(ctx, true);
  const other = await householdOfCode(ctx, input.householdCode);
  if (other.id === family.id) throw new AppError('household_same');
  if (other.villageCode !== family.villageCode) throw new AppError('household_other_village');
  await ask(ctx, {
    ...{ kind: 'MERGE', householdId: family.id, otherId: other.id, note: input.note ?? null },
    ...{ villageCode: other.villageCode, gridCode: other.gridCode },
  });
}

/** A head asks that the household move to another village, whose staff take it in. Throws place_unknown, household_same, household_change_open. */
export async function relocateHousehold(ctx: Ctx, { villageCode, note }: Parsed<'households.relocate'>): Promise<void> {
  const family = await speaking(ctx, true);
  const village = (await worldOf(ctx.db)).divisions.get(villageCode);
  if (village?.kind !== 'VILLAGE' || !village.inScope) throw new AppError('place_unknown');
  if (villageCode === family.villageCode) throw new AppError('household_same');
  await ask(ctx, { kind: 'RELOCATE', householdId: family.id, villageCode, note: note ?? null });
}
