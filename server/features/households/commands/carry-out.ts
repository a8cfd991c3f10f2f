import { v7 as uuid } from 'uuid';
import { canSplit, pointsGoing } from '#shared/domain/households/split';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { hasOpenClaims } from '../../claims/index';
import { worldOf } from '../../places/index';
import { bookInForce, closeAccount, lockBalance, rehomePoints, transferPoints } from '../../points/index';
import { hasReserved } from '../../shop/index';
import { admit, familyOf, lockHouseholds } from '../family';
import type { Move } from '../moves';
import { nextCode } from '../numbers';

/** What a change that was carried out leaves on its row. */
interface Outcome {
  readonly otherId?: string;
  readonly moved?: number;
}

/** Does what was asked for, as things stand now. Call with the change locked. */
export function carryOut(ctx: Ctx, move: Move): Promise<Outcome> {
  switch (move.kind) {
    case 'REGISTER':
      return register(ctx, move);
    case 'JOIN':
      return join(ctx, move);
    case 'SPLIT':
      return split(ctx, move, must(move.householdId));
    case 'MERGE':
      return merge(ctx, move, must(move.householdId), must(move.otherId));
    case 'RELOCATE':
      return relocate(ctx, move, must(move.householdId));
  }
}

function must(id: string | null): string {
  if (!id) throw new AppError('not_found');
  return id;
}

async function register(ctx: Ctx, move: Move): Promise<Outcome> {
  const otherId = await found(ctx, move, move.byId);
  await admit(ctx, { personId: move.byId, householdId: otherId, adultOn: null }, move.id);
  return { otherId };
}

/** A new household with a number of its village. */
async function found(
  ctx: Ctx,
  { villageCode, gridCode, name }: Pick<Move, 'villageCode' | 'gridCode' | 'name'>,
  headId: string,
): Promise<string> {
  const { db, districtId, now } = ctx;
  const id = uuid();
  const code = await nextCode(ctx, villageCode);
  await db.household.create({
    data: { districtId, id, code, name: name ?? '新户', villageCode, gridCode, headId, createdAt: now },
    select: { id: true },
  });
  return id;
}

async function join(ctx: Ctx, move: Move): Promise<Outcome> {
  const householdId = must(move.householdId);
  await lockHouseholds(ctx, [householdId]);
  await admit(ctx, { personId: move.byId, householdId, adultOn: move.adultOn }, move.id);
  return {};
}

/** 分户. Throws household_split_people (people have come or gone since), household_head_stays, points_not_enough. */
async function split(ctx: Ctx, move: Move, householdId: string): Promise<Outcome> {
  const { db, districtId } = ctx;
  await lockHouseholds(ctx, [householdId]);
  const family = await familyOf(ctx, householdId);
  const going = family.people.filter(({ id }) => move.personIds.includes(id));
  const adults = family.adults.filter((id) => move.personIds.includes(id));
  const [first] = adults.includes(move.byId) ? [move.byId] : adults;
  if (!first || going.length < move.personIds.length || !canSplit(family.adults, move.personIds))
    throw new AppError('household_split_people');
  if (family.headId && move.personIds.includes(family.headId)) throw new AppError('household_head_stays');

  const otherId = await found(ctx, { ...family, name: move.name }, first);
  await db.person.updateMany({
    where: { districtId, householdId, id: { in: move.personIds } },
    data: { householdId: otherId },
  });
  const { balance } = await lockBalance(ctx, householdId);
  const { splitRule } = await bookInForce(ctx, family.villageCode);
  const moved = move.agreed ?? pointsGoing(splitRule, balance, family.adults.length, adults.length);
  await transferPoints(ctx, {
    ...{ from: householdId, to: otherId, points: moved, ...signedBy(ctx, move) },
    texts: [`分户，分给${move.name ?? '新户'}`, `分户，从${family.name}分来`],
  });
  return { otherId, moved };
}

/** 并户: everybody and all points go over; what is left is closed. Throws household_busy. */
async function merge(ctx: Ctx, move: Move, householdId: string, otherId: string): Promise<Outcome> {
  const { db, districtId, now } = ctx;
  await lockHouseholds(ctx, [householdId, otherId]);
  const [own, other] = [await familyOf(ctx, householdId), await familyOf(ctx, otherId)];
  if (own.villageCode !== other.villageCode) throw new AppError('household_other_village');
  const { accountId, balance: moved } = await lockBalance(ctx, householdId);
  await mustBeIdle(ctx, householdId);
  await transferPoints(ctx, {
    ...{ from: householdId, to: otherId, points: moved, ...signedBy(ctx, move) },
    texts: [`并户，并到${other.name}`, `并户，${own.name}并来`],
  });
  await closeAccount(ctx, accountId);
  await db.person.updateMany({ where: { districtId, householdId }, data: { householdId: otherId } });
  await db.household.updateMany({ where: { districtId, id: householdId }, data: { closedAt: now, headId: null } });
  await db.householdInvite.deleteMany({ where: { districtId, householdId, usedAt: null } });
  return { moved };
}

/** 迁户: the household with its people and points belongs to another village and gets a number there. Throws household_busy. */
async function relocate(ctx: Ctx, move: Move, householdId: string): Promise<Outcome> {
  const { db, districtId } = ctx;
  await lockHouseholds(ctx, [householdId]);
  const family = await familyOf(ctx, householdId);
  const { villageCode, gridCode } = move;
  if (family.villageCode === villageCode) throw new AppError('household_same');
  const world = await worldOf(db);
  await lockBalance(ctx, householdId);
  await mustBeIdle(ctx, householdId);
  const moved = await rehomePoints(ctx, {
    ...{ householdId, villageCode, ...signedBy(ctx, move) },
    texts: [`迁户，迁到${world.placeLabel(villageCode)}`, `迁户，从${world.placeLabel(family.villageCode)}迁来`],
  });
  const code = await nextCode(ctx, villageCode);
  await db.household.updateMany({
    where: { districtId, id: householdId },
    data: { villageCode, gridCode, code, group: null },
  });
  await db.person.updateMany({
    where: { districtId, householdId, homeVillageCode: family.villageCode },
    data: { homeVillageCode: villageCode, homeGridCode: gridCode },
  });
  return { moved };
}

/** Whoever has asked is the maker of the entries, whoever decides their checker. */
const signedBy = ({ actor }: Ctx, { id, byId }: Move) => ({
  ...{ actorId: byId, reviewerId: actor.id, source: `household:${id}` },
});

/** What runs in the old place ends there. Call with the household and its account locked: nothing new begins meanwhile. */
async function mustBeIdle(ctx: Ctx, householdId: string): Promise<void> {
  if ((await hasReserved(ctx, householdId)) || (await hasOpenClaims(ctx, householdId)))
    throw new AppError('household_busy');
}
