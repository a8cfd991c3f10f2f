import { type PostKind, Prisma } from '#prisma';
import type { Ctx } from '#server/kernel/context';
import { opened } from '#server/kernel/sealing/fields';
import { dayOf } from '#shared/domain/time/clock';

type Asking = Pick<Ctx, 'db' | 'districtId' | 'now'>;

/** Somebody on a post today. `phone` is for staff and for the resident whose grid it is; mask it elsewhere. */
export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly kind: PostKind;
  readonly placeCode: string;
  readonly departmentCode: string | null;
}

/** Who answers for a report on its way up; absent where the post is vacant. */
export interface Ladder {
  readonly grid?: Holder;
  readonly village?: Holder;
  readonly town?: Holder;
}

/**
 * Holders of posts in force today (Shanghai), the one who came last first. People who are disabled do not count: their post is vacant. A post that
 * was handed over has ended the day before its successor's begins, so dates alone decide.
 */
async function holdersWhere({ db, districtId, now }: Asking, where: Prisma.Sql): Promise<Holder[]> {
  const today = dayOf(now);
  const holders = await db.$queryRaw<Holder[]>`
    SELECT p."id", p."name", p."phone", o."kind"::text AS "kind", o."placeCode", o."departmentCode"
    FROM "Post" o JOIN "Person" p ON p."districtId" = o."districtId" AND p."id" = o."personId"
    WHERE o."districtId" = ${districtId} AND (${where}) AND p."disabledAt" IS NULL
      AND o."startsOn" <= ${today}::date AND (o."endsOn" IS NULL OR o."endsOn" >= ${today}::date)
    ORDER BY o."startsOn" DESC, o."id"`;
  return holders.map(({ phone, ...holder }) => ({
    ...holder,
    phone: phone && opened('Person', 'phone', holder.id, phone),
  }));
}

const ofKind = (kind: PostKind) => Prisma.sql`o."kind" = ${kind}::"PostKind"`;
const inPlace = (kind: PostKind, placeCode: string) => Prisma.sql`(${ofKind(kind)} AND o."placeCode" = ${placeCode})`;

/** Everybody who holds this post in this place today; empty while it is vacant. */
export const holdersOf = (ctx: Asking, kind: PostKind, placeCode: string): Promise<Holder[]> =>
  holdersWhere(ctx, inPlace(kind, placeCode));

/** Grid staff, grid lead and town clerk of a place in one query. */
export async function ladderOf(
  ctx: Asking,
  place: { gridCode?: string | null; villageCode?: string | null; townCode?: string | null },
): Promise<Ladder> {
  const rungs: readonly (readonly [PostKind, string | null | undefined])[] = [
    ['GRID_STAFF', place.gridCode],
    ['GRID_LEAD', place.villageCode],
    ['TOWN_CLERK', place.townCode],
  ];
  const asked = rungs.flatMap(([kind, placeCode]) => (placeCode ? [inPlace(kind, placeCode)] : []));
  if (asked.length === 0) return {};
  const holders = await holdersWhere(ctx, Prisma.join(asked, ' OR '));
  const first = (kind: PostKind) => holders.find((holder) => holder.kind === kind);
  return { grid: first('GRID_STAFF'), village: first('GRID_LEAD'), town: first('TOWN_CLERK') };
}

/** Who can sit in when somebody of a village is advised: its mediators, then its 网格长 and grid staff. */
export async function companionsOf(ctx: Asking, villageCode: string): Promise<Holder[]> {
  const near = await holdersWhere(
    ctx,
    Prisma.sql`${inPlace('MEDIATOR', villageCode)} OR ${inPlace('GRID_LEAD', villageCode)}
      OR (${ofKind('GRID_STAFF')} AND o."placeCode" LIKE ${`${villageCode}%`})`,
  );
  const order: readonly PostKind[] = ['MEDIATOR', 'GRID_LEAD', 'GRID_STAFF'];
  return near.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Everybody who holds this post in a village of a town today. */
export const holdersAround = (ctx: Asking, kind: PostKind, townCode: string): Promise<Holder[]> =>
  holdersWhere(ctx, Prisma.sql`${ofKind(kind)} AND o."placeCode" LIKE ${`${townCode.slice(0, 9)}%`}`);

/** The clerks of a department today; of the centre (`zhongxin`) its seats. */
export const clerksOf = (ctx: Asking, departmentCode: string): Promise<Holder[]> =>
  departmentCode === 'zhongxin'
    ? holdersWhere(ctx, ofKind('CENTRE_SEAT'))
    : holdersWhere(ctx, Prisma.sql`${ofKind('DEPARTMENT_CLERK')} AND o."departmentCode" = ${departmentCode}`);

/** Who works in the name of a unit today: the clerks of a department, the staff of a grid, the lead and staff of a village, the clerks of a town. */
export function membersOf(ctx: Asking, unitCode: string): Promise<Holder[]> {
  if (!/^\d+$/.test(unitCode)) return clerksOf(ctx, unitCode);
  if (unitCode.length === 15) return holdersOf(ctx, 'GRID_STAFF', unitCode);
  if (unitCode.endsWith('000000')) return holdersWhere(ctx, ofKind('CENTRE_SEAT'));
  if (unitCode.endsWith('000')) return holdersOf(ctx, 'TOWN_CLERK', unitCode);
  return holdersWhere(
    ctx,
    Prisma.sql`${inPlace('GRID_LEAD', unitCode)} OR (${ofKind('GRID_STAFF')} AND o."placeCode" LIKE ${`${unitCode}%`})`,
  );
}

/**
 * Who is on duty for a village, town or the centre (district code or `zhongxin`) now: the duty roster, and where it is empty everybody who works
 * in the name of that place.
 */
export async function onDuty(ctx: Asking, placeCode: string): Promise<Holder[]> {
  const { db, districtId, now } = ctx;
  const rosterCode = placeCode.endsWith('000000') ? 'zhongxin' : placeCode;
  const shifts = await db.dutyShift.findMany({
    where: { districtId, placeCode: rosterCode, startsAt: { lte: now }, endsAt: { gt: now } },
    select: { personId: true },
  });
  const members = await membersOf(ctx, placeCode);
  if (shifts.length === 0) return members;
  const rostered = new Set(shifts.map(({ personId }) => personId));
  const present = members.filter(({ id }) => rostered.has(id));
  return present.length > 0 ? present : members;
}

/** All posts a person holds today. */
export const postsOf = (ctx: Asking, personId: string): Promise<Holder[]> =>
  holdersWhere(ctx, Prisma.sql`o."personId" = ${personId}::uuid`);
