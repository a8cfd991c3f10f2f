import { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { ringsOf, type World, worldOf } from '../places/index';
import { presentClock, scopeOf, visibleSql } from '../tickets/index';
import { isOpenSql, placeSql } from './conditions';

const mostPins = 500;
/** More grids than this are drawn as villages. */
const mostGrids = 120;

/** The actor's grids (or villages, where they are many) with how much is open in each, and the open tickets that have a pin. */
export async function map(ctx: Ctx, { placeCode }: Parsed<'workbench.map'>): Promise<Output<'workbench.map'>> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const own = ownPlaces(ctx, world);
  if (placeCode && !world.upwards(placeCode).some((code) => own.includes(code))) throw new AppError('not_found');
  const places = placeCode ? [placeCode] : own;
  const where = Prisma.sql`t."districtId" = ${districtId} AND ${visibleSql(actor)} AND ${isOpenSql}
    AND (${places.length > 0 ? Prisma.join(places.map(placeSql), ' OR ') : Prisma.sql`FALSE`})`;
  const areas = areasOf(world, places);
  const column = Prisma.raw(areas.some(({ code }) => code.length > 12) ? 't."gridCode"' : 't."villageCode"');
  const found = await db.$queryRaw<{ code: string | null; count: number }[]>`
    SELECT ${column} AS code, count(*)::int AS count FROM "Ticket" t WHERE ${where} GROUP BY 1`;
  const counts = new Map(found.map(({ code, count }) => [code, count]));
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM "Ticket" t WHERE ${where} AND t."lng" IS NOT NULL ORDER BY t."handleBy", t."id" LIMIT ${mostPins}`;
  const tickets = await db.ticket.findMany({
    where: { districtId, id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ handleBy: 'asc' }, { id: 'asc' }],
  });
  return {
    label: places.map((code) => world.placeLabel(code)).join('、') || '没有管理的网格',
    synthetic: areas.some(({ synthetic }) => synthetic),
    shapes: areas.flatMap(({ code, name, outline, synthetic }) =>
      outline ? [{ code, label: name, synthetic, rings: ringsOf(outline), openCount: counts.get(code) ?? 0 }] : [],
    ),
    tickets: tickets.flatMap((ticket) =>
      ticket.lng !== null && ticket.lat !== null
        ? [
            {
              id: ticket.id,
              title: ticket.title,
              position: { lng: ticket.lng, lat: ticket.lat },
              clock: presentClock(world, ticket, now),
            },
          ]
        : [],
    ),
  };
}

/** The places the posts stand for; whoever works for the whole district has the district. */
function ownPlaces({ actor }: Ctx, world: World): string[] {
  const { everything, gridCodes, villageCodes, townCodes, departments } = scopeOf(actor);
  const district = [...world.divisions.values()].find(({ kind }) => kind === 'DISTRICT')?.code;
  if ((everything !== 'none' || departments.length > 0) && district) return [district];
  return [...gridCodes, ...villageCodes, ...townCodes];
}

function areasOf(world: World, places: readonly string[]) {
  const grids = [...new Map(places.flatMap((code) => world.gridsOf(code)).map((grid) => [grid.code, grid])).values()];
  if (grids.length <= mostGrids) return grids;
  const villages = new Set(grids.map(({ villageCode }) => villageCode));
  return [...villages].flatMap((code) => world.divisions.get(code) ?? []);
}
