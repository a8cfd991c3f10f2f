import type { Household, Person, Prisma } from '#prisma';
import { isMinorOn } from '#shared/domain/households/minors';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';

type Asking = Pick<Ctx, 'db' | 'districtId' | 'now'>;

/** A household with the people who belong to it, the earliest first. */
export interface Family extends Household {
  readonly people: readonly Pick<Person, 'id' | 'name' | 'adultOn'>[];
  /** The ids of its grown-ups. */
  readonly adults: readonly string[];
}

const dayIn = (adultOn: Date | null) => adultOn?.toISOString().slice(0, 10) ?? null;

export const isMinor = ({ adultOn }: Pick<Person, 'adultOn'>, now: Date): boolean =>
  isMinorOn(dayIn(adultOn), dayOf(now));

/** A household with its people, or not_found. */
export async function familyOf({ db, districtId, now }: Asking, householdId: string): Promise<Family> {
  const household = await db.household.findUnique({ where: { districtId_id: { districtId, id: householdId } } });
  if (!household) throw new AppError('not_found');
  const people = await db.person.findMany({
    where: { districtId, householdId, disabledAt: null },
    select: { id: true, name: true, adultOn: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return { ...household, people, adults: people.filter((person) => !isMinor(person, now)).map(({ id }) => id) };
}

/** The caller's household, or points_no_household; household_closed for one that is no more. */
export async function ownFamily(ctx: Ctx): Promise<Family> {
  const { householdId } = await personOf(ctx);
  if (!householdId) throw new AppError('points_no_household');
  return familyOf(ctx, householdId);
}

/** The caller. */
export const personOf = ({ db, districtId, actor }: Ctx): Promise<Person> =>
  db.person.findUniqueOrThrow({ where: { districtId_id: { districtId, id: actor.id } } });

/** A household that stands, by its number (户号). Throws household_unknown. */
export async function householdOfCode({ db, districtId }: Asking, code: string): Promise<Household> {
  const household = await db.household.findUnique({
    where: { districtId_code: { districtId, code: code.replace(/\s/g, '') } },
  });
  if (!household || household.closedAt) throw new AppError('household_unknown');
  return household;
}

/** Nobody else changes these households until this transaction is over. Throws household_closed when one is no more. */
export async function lockHouseholds({ db, districtId }: Asking, ids: readonly string[]): Promise<void> {
  const rows = await db.$queryRaw<{ closedAt: Date | null }[]>`
    SELECT "closedAt" FROM "Household" WHERE "districtId" = ${districtId} AND "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`;
  if (rows.length < new Set(ids).size) throw new AppError('not_found');
  if (rows.some(({ closedAt }) => closedAt)) throw new AppError('household_closed');
}

/**
 * Makes somebody who belongs nowhere a member. Whoever is a minor says when he or she comes of age. What he or she has asked elsewhere is withdrawn. Throws
 * household_member_elsewhere.
 */
export async function admit(
  ctx: Ctx,
  { personId, householdId, adultOn }: { personId: string; householdId: string; adultOn: Date | null },
  but?: string,
): Promise<void> {
  const { db, districtId, now } = ctx;
  const data: Prisma.PersonUncheckedUpdateManyInput = { householdId, ...(adultOn && { adultOn }) };
  const { count } = await db.person.updateMany({
    where: { districtId, id: personId, householdId: null, disabledAt: null },
    data,
  });
  if (count === 0) throw new AppError('household_member_elsewhere');
  await db.householdMove.updateMany({
    where: {
      ...{ districtId, byId: personId, state: 'OPEN', kind: { in: ['REGISTER', 'JOIN'] } },
      ...(but && { id: { not: but } }),
    },
    data: { state: 'WITHDRAWN', decidedAt: now },
  });
  await ctx.emit('household.changed', { householdId, personId, what: 'joined' });
}
