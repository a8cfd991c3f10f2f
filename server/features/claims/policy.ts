import type { PointsClaim, Prisma } from '#prisma';
import {
  type ClaimAction,
  type ClaimRole,
  claimActions,
  claimMay,
  claimStateAfter,
} from '#shared/domain/claims/lifecycle';
import { type Actor, type Ctx, holds, system } from '../../kernel/context';

/** Who is asking, with the household he or she belongs to and those he or she is related to. */
export interface Standing {
  readonly actor: Actor;
  readonly householdId: string | null;
  readonly kinOf: ReadonlySet<string>;
}

/** What a right depends on. */
export type Subject = Pick<PointsClaim, 'householdId' | 'villageCode' | 'state' | 'points'>;

export async function standingOf({ db, districtId, actor }: Ctx): Promise<Standing> {
  const person = await db.person.findUnique({
    where: { districtId_id: { districtId, id: actor.id } },
    select: { householdId: true },
  });
  const kin = await db.pointsKin.findMany({ where: { districtId, personId: actor.id }, select: { householdId: true } });
  return {
    actor,
    householdId: person?.householdId ?? null,
    kinOf: new Set(kin.map(({ householdId }) => householdId)),
  };
}

export const townOf = (villageCode: string): string => `${villageCode.slice(0, 9)}000`;

const placesOf = (actor: Actor, kind: Actor['posts'][number]['kind']): string[] =>
  actor.posts.filter((post) => post.kind === kind).map(({ placeCode }) => placeCode);
const inVillage = (actor: Actor, kind: Actor['posts'][number]['kind'], villageCode: string): boolean =>
  placesOf(actor, kind).some((code) => code.startsWith(villageCode));

/** How somebody stands to a claim. Whoever belongs to the household is family and nothing else. */
export function rolesIn({ actor, householdId, kinOf }: Standing, claim: Subject): ClaimRole[] {
  if (actor.id === system.id) return ['DESK'];
  if (householdId === claim.householdId) return ['FAMILY'];
  const roles: ClaimRole[] = [];
  const leads = inVillage(actor, 'GRID_LEAD', claim.villageCode);
  if (leads || inVillage(actor, 'GRID_STAFF', claim.villageCode)) roles.push('GRID');
  if (leads || placesOf(actor, 'TOWN_CLERK').includes(townOf(claim.villageCode))) roles.push('LEAD');
  const judges = placesOf(actor, 'REVIEWER').some((code) => townOf(code) === townOf(claim.villageCode));
  if (judges && !kinOf.has(claim.householdId)) roles.push('REVIEWER');
  if (actor.homeVillageCode === claim.villageCode) roles.push('VILLAGER');
  return roles;
}

/** Whether this actor may ever do this to this claim; whether it is possible now is the lifecycle's question. */
export const may = (standing: Standing, action: ClaimAction, claim: Subject): boolean =>
  rolesIn(standing, claim).some((role) => claimMay(role, action, claim.points));

/** What this actor can do to a claim right now. */
export const abilitiesOf = (standing: Standing, claim: Subject): ClaimAction[] =>
  claimActions.filter((action) => may(standing, action, claim) && claimStateAfter(claim.state, action));

const townsPrefix = (code: string): string => code.slice(0, 9);

/** The claims this actor may see in full: of the own household, and of the places he or she works or judges for. */
export function visibleTo({ actor, householdId }: Standing): Prisma.PointsClaimWhereInput {
  if (holds(actor, 'JUSTICE_BUREAU') || holds(actor, 'ADMIN')) return {};
  return { OR: [...(householdId ? [{ householdId }] : []), ...workOf(actor), ...judgedBy(actor)] };
}

/** The claims of the places somebody works for. */
export const workOf = (actor: Actor): Prisma.PointsClaimWhereInput[] => [
  {
    villageCode: {
      in: [...placesOf(actor, 'GRID_STAFF').map((code) => code.slice(0, 12)), ...placesOf(actor, 'GRID_LEAD')],
    },
  },
  ...placesOf(actor, 'TOWN_CLERK').map((code) => ({ villageCode: { startsWith: townsPrefix(code) } })),
];

/** The claims somebody judges: of the own village, and those of the town that are short of reviewers. */
export const judgedBy = (actor: Actor): Prisma.PointsClaimWhereInput[] =>
  placesOf(actor, 'REVIEWER').flatMap((code) => [
    { villageCode: code },
    { villageCode: { startsWith: townsPrefix(code) }, isBorrowing: true },
  ]);

/** The households somebody may enter points for: of the own grid, village or town. */
export const householdsOf = (actor: Actor): Prisma.HouseholdWhereInput => ({
  closedAt: null,
  ...placesInCare(actor),
});

/** The grids, villages and towns somebody works for, as a condition on rows with a village and a grid. */
export const placesInCare = (actor: Actor) => ({
  OR: [
    { gridCode: { in: placesOf(actor, 'GRID_STAFF') } },
    { gridCode: null, villageCode: { in: placesOf(actor, 'GRID_STAFF').map((code) => code.slice(0, 12)) } },
    { villageCode: { in: placesOf(actor, 'GRID_LEAD') } },
    ...placesOf(actor, 'TOWN_CLERK').map((code) => ({ villageCode: { startsWith: townsPrefix(code) } })),
  ],
});

/** Who may say who judges in a village: its 网格长 and the clerks of its town. Default, to be confirmed. */
export const mayAppoint = (actor: Actor, villageCode: string): boolean =>
  placesOf(actor, 'GRID_LEAD').includes(villageCode) || placesOf(actor, 'TOWN_CLERK').includes(townOf(villageCode));

export const isReviewer = (actor: Actor): boolean => holds(actor, 'REVIEWER');
/** Whether somebody works on claims by post. */
export const isWorker = (actor: Actor): boolean =>
  (['GRID_STAFF', 'GRID_LEAD', 'TOWN_CLERK'] as const).some((kind) => holds(actor, kind));
