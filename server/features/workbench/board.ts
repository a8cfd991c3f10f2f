import { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { smallestShownCount } from '#shared/domain/tickets/rating';
import { addDays, daysBetween } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { countTalks } from '../chat/index';
import { hasAbility } from '../identity/index';
import { ringsOf, type World, worldOf } from '../places/index';
import { scopeOf } from '../tickets/index';
import { boardSql, figureSql, isOpenSql, isOverdueSql, type Range, withinSql } from './conditions';

type Board = Output<'workbench.board'>;
type Rate = Board['rates']['contact'];

const longestRange = 366;
const shownCategories = 20;

/** The centre's board over what the actor may see. Throws forbidden without the ability, place_unknown for a town that does not exist. */
export async function board(ctx: Ctx, input: Parsed<'workbench.board'>): Promise<Board> {
  if (!hasAbility(ctx.actor.posts, 'board')) throw new AppError('forbidden');
  const days = daysBetween(input.from, input.to);
  if (days < 0 || days > longestRange) throw new AppError('invalid_input', { to: '请选一年以内的日期' });
  const world = await worldOf(ctx.db);
  if (input.townCode && world.divisions.get(input.townCode)?.kind !== 'TOWN') throw new AppError('place_unknown');
  const place = input.townCode ?? ownPlace(ctx, world);
  const rows = boardSql(ctx.districtId, ctx.actor, input.townCode);
  const [figures, trend, categories, units, heat] = await Promise.all([
    figuresOf(ctx, rows, input),
    trendOf(ctx, rows, input),
    categoriesOf(ctx, world, rows, input),
    unitsOf(ctx, world, rows, input),
    heatOf(ctx, world, rows, input, place),
  ]);
  return { label: world.placeLabel(place), ...figures, trend, categories, units, heat };
}

/** The place whose board this is: the town or village of the post, else the district. */
function ownPlace({ actor, districtId }: Ctx, world: World): string {
  const { everything, townCodes, villageCodes } = scopeOf(actor);
  const own = everything === 'none' ? (townCodes[0] ?? villageCodes[0]) : undefined;
  return own ?? [...world.divisions.values()].find(({ kind }) => kind === 'DISTRICT')?.code ?? districtId;
}

async function figuresOf(ctx: Ctx, rows: Prisma.Sql, range: Range): Promise<Pick<Board, 'counts' | 'rates'>> {
  const { db, now } = ctx;
  const count = (name: string, condition: Prisma.Sql) =>
    Prisma.sql`count(*) FILTER (WHERE ${condition})::int AS ${Prisma.raw(`"${name}"`)}`;
  const rated = figureSql('rated', range, now);
  const closed = figureSql('closed', range, now);
  const [row = {}] = await db.$queryRaw<Record<string, number>[]>`SELECT ${Prisma.join([
    ...(['opened', 'open', 'closed', 'overdue', 'dueSoon', 'rated'] as const).map((figure) =>
      count(figure, figureSql(figure, range, now)),
    ),
    count('contacted', Prisma.sql`${rated} AND t."ratedContacted"`),
    count('solved', Prisma.sql`${rated} AND t."ratedSolved"`),
    count('satisfied', Prisma.sql`${rated} AND t."ratedSatisfied"`),
    count('onTime', Prisma.sql`${closed} AND ${wasOnTime}`),
  ])} FROM "Ticket" t WHERE ${rows}`;
  const at = (name: string) => row[name] ?? 0;
  return {
    counts: {
      opened: at('opened'),
      open: at('open'),
      closed: at('closed'),
      overdue: at('overdue'),
      dueSoon: at('dueSoon'),
      conversations: await countTalks(ctx),
    },
    rates: {
      contact: rate(at('contacted'), at('rated')),
      solve: rate(at('solved'), at('rated')),
      satisfaction: rate(at('satisfied'), at('rated')),
      onTime: rate(at('onTime'), at('closed')),
    },
  };
}

const wasOnTime = Prisma.sql`COALESCE(t."handledAt", t."resolvedAt", t."closedAt") <= t."handleBy"`;

/** A share of at least five, else nothing: nobody shall be guessed from it. */
const rate = (yes: number, of: number): Rate =>
  of < smallestShownCount ? { value: null, of: 0, suppressed: true } : { value: yes / of, of, suppressed: false };

async function trendOf({ db }: Ctx, rows: Prisma.Sql, range: Parsed<'workbench.board'>): Promise<Board['trend']> {
  const daily = (column: 'receivedAt' | 'closedAt') => db.$queryRaw<{ day: string; count: number }[]>`
    SELECT to_char(${Prisma.raw(`t."${column}"`)} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, count(*)::int AS count
    FROM "Ticket" t WHERE ${rows} AND ${withinSql(column, range)} GROUP BY 1`;
  const [opened, closed] = await Promise.all([daily('receivedAt'), daily('closedAt')]);
  const on = (list: { day: string; count: number }[]) => new Map(list.map(({ day, count }) => [day, count]));
  const [openedOn, closedOn] = [on(opened), on(closed)];
  return Array.from({ length: daysBetween(range.from, range.to) + 1 }, (_, index) => {
    const date = addDays(range.from, index);
    return { date, opened: openedOn.get(date) ?? 0, closed: closedOn.get(date) ?? 0 };
  });
}

async function categoriesOf({ db }: Ctx, world: World, rows: Prisma.Sql, range: Range): Promise<Board['categories']> {
  const found = await db.$queryRaw<{ code: string; count: number }[]>`
    SELECT t."categoryCode" AS code, count(*)::int AS count FROM "Ticket" t WHERE ${rows} AND ${withinSql('receivedAt', range)}
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${shownCategories}`;
  return found.map(({ code, count }) => ({ code, name: world.categories.get(code)?.name ?? code, count }));
}

/** By 牵头单位, as the drill-down filters. */
async function unitsOf({ db, now }: Ctx, world: World, rows: Prisma.Sql, range: Range): Promise<Board['units']> {
  const closed = figureSql('closed', range, now);
  const found = await db.$queryRaw<{ code: string; open: number; overdue: number; closed: number; onTime: number }[]>`
    SELECT t."leadUnit" AS code, count(*) FILTER (WHERE ${isOpenSql})::int AS open,
      count(*) FILTER (WHERE ${isOverdueSql(now)})::int AS overdue, count(*) FILTER (WHERE ${closed})::int AS closed,
      count(*) FILTER (WHERE ${closed} AND ${wasOnTime})::int AS "onTime"
    FROM "Ticket" t WHERE ${rows} GROUP BY 1 ORDER BY overdue DESC, open DESC, 1`;
  return found
    .filter(({ open, closed: ended }) => open + ended > 0)
    .map((unit) => ({
      code: unit.code,
      name: world.unitName(unit.code),
      open: unit.open,
      overdue: unit.overdue,
      closed: unit.closed,
      onTime: rate(unit.onTime, unit.closed).value,
    }));
}

/** How many came from where: the grids of a town or village, the villages of the district. */
async function heatOf(
  { db }: Ctx,
  world: World,
  rows: Prisma.Sql,
  range: Range,
  place: string,
): Promise<Board['heat']> {
  const isDistrict = world.divisions.get(place)?.kind === 'DISTRICT';
  const column = Prisma.raw(isDistrict ? 't."villageCode"' : 't."gridCode"');
  const found = await db.$queryRaw<{ code: string | null; count: number }[]>`
    SELECT ${column} AS code, count(*)::int AS count FROM "Ticket" t WHERE ${rows} AND ${withinSql('receivedAt', range)} GROUP BY 1`;
  const counts = new Map(found.map(({ code, count }) => [code, count]));
  const areas = isDistrict
    ? [...world.divisions.values()].filter(({ kind, inScope }) => kind === 'VILLAGE' && inScope)
    : world.gridsOf(place);
  return areas.flatMap(({ code, name, outline, synthetic }) =>
    outline ? [{ code, name, label: name, synthetic, rings: ringsOf(outline), count: counts.get(code) ?? 0 }] : [],
  );
}
