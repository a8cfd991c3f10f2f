import type { ContentCheck, Prisma } from '#prisma';
import { Prisma as Sql } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import type { Standing } from '#shared/domain/moderation/guards';
import { type ModerationRule, moderationRuleCodes, moderationRules } from '#shared/domain/moderation/rules';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { hasAbility } from '../identity/index';
import { visibleTo } from './policy';
import { presentCheck, presentOwn } from './present';

/** What the rules look at. */
export const standingOf = ({ stage, appeal, decidedAt }: ContentCheck): Standing => ({
  ...{ stage, decidedAt, appealOpen: appeal === 'OPEN', appealed: appeal !== null },
});

/** A check this actor moderates; anything else does not exist for them. */
export async function findCheck({ db, districtId, actor }: Ctx, id: string): Promise<ContentCheck> {
  const check = await db.contentCheck.findFirst({ where: { AND: [{ districtId, id }, visibleTo(actor)] } });
  if (!check) throw new AppError('not_found');
  return check;
}

type View = Parsed<'moderation.queue'>['view'];

/** What stands in a view, and by which time it is ordered. */
const views: Readonly<
  Record<View, { where: Prisma.ContentCheckWhereInput; by: 'dueAt' | 'createdAt' | 'decidedAt'; way: 'asc' | 'desc' }>
> = {
  held: { where: { stage: 'HELD', dueAt: { not: null } }, by: 'dueAt', way: 'asc' },
  appeals: { where: { appeal: 'OPEN', dueAt: { not: null } }, by: 'dueAt', way: 'asc' },
  flagged: { where: { stage: 'PASSED' }, by: 'createdAt', way: 'desc' },
  decided: { where: { deciderId: { not: null }, decidedAt: { not: null } }, by: 'decidedAt', way: 'desc' },
};

/** What this actor has to look at, with how much stands in each view. Throws forbidden without the post. */
export async function checkQueue(ctx: Ctx, input: Parsed<'moderation.queue'>): Promise<Output<'moderation.queue'>> {
  const { db, districtId, actor } = ctx;
  if (!hasAbility(actor.posts, 'moderate')) throw new AppError('forbidden');
  const { where, by, way } = views[input.view];
  const after = input.cursor ? decodeCursor(input.cursor) : undefined;
  const beyond = way === 'asc' ? 'gt' : 'lt';
  const rows = await db.contentCheck.findMany({
    where: {
      AND: [
        { districtId },
        where,
        visibleTo(actor),
        input.view === 'flagged' ? { id: { in: await flaggedIds(ctx, after, input.limit + 1) } } : {},
        after ? { OR: [{ [by]: { [beyond]: after.at } }, { [by]: after.at, id: { [beyond]: after.id } }] } : {},
      ],
    },
    orderBy: [{ [by]: way }, { id: way }],
    take: input.limit + 1,
    include: { reports: { orderBy: { at: 'desc' }, take: 10 } },
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const lastAt = last?.[by];
  return {
    items: await presentCheck(ctx, shown),
    nextCursor: last && lastAt && rows.length > input.limit ? encodeCursor(lastAt.toISOString(), last.id) : null,
    counts: await countsOf(ctx),
  };
}

/** The moderator's towns as a condition; the whole district where the post says so. */
function scopeOf({ actor }: Ctx): Sql.Sql {
  const { townCode } = visibleTo(actor);
  const towns = typeof townCode === 'object' && Array.isArray(townCode?.in) ? townCode.in : undefined;
  return towns ? Sql.sql`AND "townCode" = ANY(${towns})` : Sql.empty;
}

/** The few flagged pieces of a page, in the words of their partial index: Prisma's own would read every piece that has passed. */
async function flaggedIds(ctx: Ctx, after: { at: Date; id: string } | undefined, limit: number): Promise<string[]> {
  const beyond = after ? Sql.sql`AND ("createdAt", "id") < (${after.at}, ${after.id}::uuid)` : Sql.empty;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "ContentCheck" WHERE "districtId" = ${ctx.districtId} AND "stage" = 'PASSED' AND "flags" <> '{}' ${scopeOf(ctx)} ${beyond}
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** How much stands in each view, each counted by its partial index. */
async function countsOf(ctx: Ctx): Promise<Output<'moderation.queue'>['counts']> {
  const mine = Sql.sql`"districtId" = ${ctx.districtId} ${scopeOf(ctx)}`;
  const [counts] = await ctx.db.$queryRaw<Output<'moderation.queue'>['counts'][]>`
    SELECT (SELECT count(*)::int FROM "ContentCheck" WHERE ${mine} AND "dueAt" IS NOT NULL AND "stage" = 'HELD') AS "held",
      (SELECT count(*)::int FROM "ContentCheck" WHERE ${mine} AND "dueAt" IS NOT NULL AND "appeal" = 'OPEN') AS "appeals",
      (SELECT count(*)::int FROM "ContentCheck" WHERE ${mine} AND "stage" = 'PASSED' AND "flags" <> '{}') AS "flagged"`;
  return counts ?? { held: 0, appeals: 0, flagged: 0 };
}

/** Own pieces that are not seen by others, and own appeals, the newest first. */
export async function ownChecks(
  ctx: Ctx,
  { cursor, limit }: Parsed<'moderation.mine'>,
): Promise<Output<'moderation.mine'>> {
  const { db, districtId, actor } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.contentCheck.findMany({
    where: {
      AND: [
        { districtId, authorId: actor.id },
        { OR: [{ stage: 'HELD' }, { stage: 'REFUSED', rule: { not: null } }, { appeal: { not: null } }] },
        after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await presentOwn(ctx, shown),
    nextCursor: last && rows.length > limit ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
  };
}

/** So far back the public count goes, in days. Default, to be confirmed. */
const countedDays = 30;

/** The published rules, and what was hidden by them in the last 30 days: no names, no texts. */
export async function publishedRules({ db, districtId, now }: Ctx): Promise<Output<'moderation.rules'>> {
  const since = new Date(now.getTime() - countedDays * 86_400_000);
  const rows = await db.$queryRaw<{ rule: ModerationRule; number: number }[]>`
    SELECT "rule", count(*)::int AS "number" FROM "ContentCheck"
    WHERE "districtId" = ${districtId} AND "decidedAt" > ${since} AND "stage" = 'REFUSED' AND "rule" IS NOT NULL GROUP BY 1`;
  const [sums] = await db.$queryRaw<
    { checked: number; byPeople: number; appeals: number; granted: number; minutes: number | null }[]
  >`
    SELECT count(*)::int AS "checked", (count(*) FILTER (WHERE "deciderId" IS NOT NULL))::int AS "byPeople",
      (count(*) FILTER (WHERE "appeal" IS NOT NULL))::int AS "appeals", (count(*) FILTER (WHERE "appeal" = 'GRANTED'))::int AS "granted",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "decidedAt" - "heldAt") / 60)
        FILTER (WHERE "deciderId" IS NOT NULL AND "heldAt" IS NOT NULL AND "appeal" IS NULL) AS "minutes"
    FROM "ContentCheck" WHERE "districtId" = ${districtId} AND "decidedAt" > ${since} AND COALESCE("because", '') <> 'GONE'`;
  const hidden = new Map(rows.map(({ rule, number }) => [rule, number]));
  const { checked = 0, byPeople = 0, appeals = 0, granted = 0, minutes = null } = sums ?? {};
  return {
    days: countedDays,
    rules: moderationRuleCodes.map((code) => ({ code, ...moderationRules[code], hidden: hidden.get(code) ?? 0 })),
    figures: {
      ...{ checked, byPeople, appeals, granted, medianMinutes: minutes === null ? null : Math.round(minutes) },
      hidden: rows.reduce((sum, { number }) => sum + number, 0),
    },
  };
}
