import type { PointsClaim, Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { limitText } from '#shared/domain/text/dates';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { nobody } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { holdersOf } from '../identity/index';
import { worldOf } from '../places/index';
import { bookInForce, householdOf, presentRule } from '../points/index';
import type { Around } from './around';
import { takenOf } from './filing';
import { householdsOf, isReviewer, isWorker, judgedBy, mayAppoint, standingOf, workOf } from './policy';
import { presentClaim, presentDetail } from './present';
import { aboutClaims, findClaim, grownUp } from './queries';

/** What claims are shown with, for this actor. */
async function around(ctx: Ctx, claims: readonly PointsClaim[]): Promise<Around> {
  const { db, districtId, actor } = ctx;
  const votes = await db.pointsVote.findMany({
    where: { districtId, personId: actor.id, subjectId: { in: claims.map(({ id }) => id) } },
    select: { subjectId: true, round: true },
  });
  const appeals = await db.pointsAppeal.findMany({
    where: { districtId, claimId: { in: claims.map(({ id }) => id) } },
    select: { claimId: true },
  });
  const rounds = new Map(claims.map(({ id, round }) => [id, round]));
  return {
    ...{ world: await worldOf(db), standing: await standingOf(ctx), ...(await aboutClaims(ctx, claims)) },
    appealed: new Set(appeals.map(({ claimId }) => claimId)),
    voted: new Set(votes.flatMap(({ subjectId, round }) => (rounds.get(subjectId) === round ? [subjectId] : []))),
  };
}

/** One claim in full, or not_found. */
export async function oneClaim(ctx: Ctx, { id }: { id: string }): Promise<Output<'claims.get'>> {
  const claim = await findClaim(ctx, await standingOf(ctx), id);
  return presentDetail(ctx, await around(ctx, [claim]), claim);
}

/** Claims by id in the order given, as this actor sees them. */
export async function someClaims(ctx: Ctx, ids: readonly string[]): Promise<Output<'claims.vote'>> {
  const claims = await ctx.db.pointsClaim.findMany({ where: { districtId: ctx.districtId, id: { in: [...ids] } } });
  const shown = await around(ctx, claims);
  return { items: claims.map((claim) => presentClaim(ctx, shown, claim)) };
}

/** A page of claims, the latest filed first. */
async function claimPage(
  ctx: Ctx,
  where: Prisma.PointsClaimWhereInput,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await ctx.db.pointsClaim.findMany({
    where: {
      AND: [
        { districtId: ctx.districtId },
        where,
        after ? { OR: [{ filedAt: { lt: after.at } }, { filedAt: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ filedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    page,
    nextCursor: last && rows.length > limit ? encodeCursor(last.filedAt.toISOString(), last.id) : null,
  };
}

/** The claims about the caller's household. Throws points_no_household. */
export async function myClaims(ctx: Ctx, input: Parsed<'claims.mine'>): Promise<Output<'claims.mine'>> {
  const { id: householdId } = await householdOf(ctx, ctx.actor.id);
  const { page, nextCursor } = await claimPage(ctx, { householdId }, input);
  const shown = await around(ctx, page);
  return { items: page.map((claim) => presentClaim(ctx, shown, claim)), nextCursor };
}

/** What the caller's household may apply for now, and how much of each is left this year. Throws points_no_household, points_rules_missing. */
export async function claimOptions(ctx: Ctx): Promise<Output<'claims.options'>> {
  const household = await householdOf(ctx, ctx.actor.id);
  const { items } = await bookInForce(ctx, household.villageCode);
  const given = items.filter(({ points }) => points > 0);
  const rooms = await Promise.all(
    given.map(async (rule) => Math.max(0, rule.yearCap - (await takenOf(ctx, household.id, rule)))),
  );
  return {
    ...{ householdName: household.name, householdCode: household.code },
    items: given.map((rule, at) => ({ ...presentRule(rule), room: rooms[at] ?? 0 })),
  };
}

const ofView = {
  proposed: { state: 'PROPOSED' },
  review: { state: 'REVIEW' },
  notice: { state: 'NOTICE' },
  appeals: { appeal: { state: { in: ['OPEN', 'TOWN'] } } },
  ended: { state: { in: ['BOOKED', 'REJECTED', 'WITHDRAWN', 'REVERSED'] } },
} as const satisfies Record<Parsed<'claims.desk'>['view'], Prisma.PointsClaimWhereInput>;

/** Where somebody who works or judges finds the claims of his or her places. Throws forbidden for everybody else. */
export async function claimDesk(ctx: Ctx, input: Parsed<'claims.desk'>): Promise<Output<'claims.desk'>> {
  const { db, districtId, actor } = ctx;
  if (!isWorker(actor) && !isReviewer(actor)) throw new AppError('forbidden');
  const places = { OR: [...workOf(actor), ...judgedBy(actor)] };
  const { page, nextCursor } = await claimPage(ctx, { AND: [places, ofView[input.view]] }, input);
  const shown = await around(ctx, page);
  const count = (view: 'proposed' | 'review' | 'notice' | 'appeals') =>
    db.pointsClaim.count({ where: { AND: [{ districtId }, places, ofView[view]] } });
  return {
    items: page.map((claim) => presentClaim(ctx, shown, claim)),
    nextCursor,
    counts: {
      ...{ proposed: await count('proposed'), review: await count('review') },
      ...{ notice: await count('notice'), appeals: await count('appeals') },
    },
    role: isWorker(actor) ? 'staff' : 'reviewer',
  };
}

/** What a village shows of its families' points before they count: code, deed, points; the name where the family agrees. Throws place_unknown. */
export async function villageNotices(ctx: Ctx, input: Parsed<'claims.notices'>): Promise<Output<'claims.notices'>> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const villageCode = input.villageCode ?? actor.homeVillageCode;
  if (!villageCode || world.divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  const { page, nextCursor } = await claimPage(ctx, { villageCode, state: 'NOTICE' }, input);
  const { rules, households } = await aboutClaims(ctx, page);
  const own = await db.pointsObjection.findMany({
    where: { districtId, personId: actor.id, claimId: { in: page.map(({ id }) => id) } },
    select: { claimId: true },
  });
  const said = new Set(own.map(({ claimId }) => claimId));
  const { householdId } = await standingOf(ctx);
  const isVillager = actor.id !== nobody && actor.homeVillageCode === villageCode;
  return {
    ...{ villageCode, placeLabel: world.placeLabel(villageCode), nextCursor },
    items: page.map((claim) => {
      const household = households.get(claim.householdId);
      return {
        ...{ id: claim.id, points: claim.points, householdCode: household?.code ?? '' },
        // What takes points never stands beside a name.
        householdName: claim.nameShown && claim.points > 0 ? (household?.name ?? null) : null,
        ruleTitle: rules.get(claim.ruleItemId)?.title ?? '',
        untilText: claim.stageDueAt ? limitText(claim.stageDueAt, now).replace(/内$/, '') : '',
        mayObject: isVillager && claim.householdId !== householdId && !said.has(claim.id),
      };
    }),
  };
}

/** Households of the caller's places by code, name or member; twenty at most. */
export async function householdsInCare(
  ctx: Ctx,
  { text }: Parsed<'claims.households'>,
): Promise<Output<'claims.households'>> {
  const { db, districtId, actor } = ctx;
  const world = await worldOf(db);
  const found = text
    ? {
        OR: [
          { code: { contains: text } },
          { name: { contains: text } },
          { members: { some: { name: { contains: text }, ...grownUp(ctx) } } },
        ],
      }
    : {};
  const households = await db.household.findMany({
    where: { AND: [{ districtId }, householdsOf(actor), found] },
    orderBy: { code: 'asc' },
    take: 20,
    include: { members: { where: { disabledAt: null, ...grownUp(ctx) }, select: { id: true, name: true } } },
  });
  return {
    items: households.map(({ id, code, name, villageCode, members }) => ({
      ...{ id, code, name, members, villageCode, placeLabel: world.placeLabel(villageCode) },
    })),
  };
}

/** The reviewers of a village with the relations they have declared; the caller's own village when none is named. Throws place_unknown, forbidden. */
export async function villageReviewers(
  ctx: Ctx,
  input: Parsed<'claims.reviewers'>,
): Promise<Output<'claims.reviewers'>> {
  const { db, districtId, actor } = ctx;
  if (!isWorker(actor)) throw new AppError('forbidden');
  const world = await worldOf(db);
  const own = actor.posts.find(({ kind }) => kind === 'GRID_LEAD' || kind === 'GRID_STAFF')?.placeCode.slice(0, 12);
  const villageCode = input.villageCode ?? own;
  if (!villageCode || world.divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  const holders = await holdersOf(ctx, 'REVIEWER', villageCode);
  const ids = holders.map(({ id }) => id);
  const people = await db.person.findMany({
    where: { districtId, id: { in: ids } },
    select: { id: true, name: true, household: { select: { name: true } } },
  });
  const kin = await db.pointsKin.findMany({ where: { districtId, personId: { in: ids } } });
  const households = await db.household.findMany({
    where: { districtId, id: { in: kin.map(({ householdId }) => householdId) } },
    select: { id: true, name: true, code: true },
  });
  const names = new Map(households.map(({ id, name, code }) => [id, `${name}（${code}）`]));
  return {
    ...{ villageCode, placeLabel: world.placeLabel(villageCode), mayChange: mayAppoint(actor, villageCode) },
    items: people.map(({ id, name, household }) => ({
      ...{ id, name, householdName: household?.name ?? null },
      kin: kin
        .filter(({ personId }) => personId === id)
        .map(({ householdId, relation }) => ({
          ...{ householdId, relation, householdName: names.get(householdId) ?? '' },
        })),
    })),
  };
}
