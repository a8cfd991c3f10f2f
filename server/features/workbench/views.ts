import { Prisma } from '#prisma';
import type { Actor } from '../../kernel/context';
import { scopeOf, unitsOf } from '../tickets/index';
import { type Filters, isDoneSql, isOpenSql, isWorkSql } from './conditions';

type View = Filters['view'];

/** What people read for a view. */
export const viewLabels: Readonly<Record<View, string>> = {
  todo: '待办',
  mine: '我在办',
  assist: '协办',
  check: '待核查',
  decide: '待裁决',
  overdue: '超期',
  all: '全部在办',
  done: '已办结',
};

/**
 * A view as branches, each of which one index serves in the order of the limit: whoever asks takes the first rows of each and merges. An empty
 * list is an empty view.
 */
export function branchesOf(view: View, actor: Actor, hasFigure: boolean, overdue: Prisma.Sql): Prisma.Sql[] {
  if (hasFigure) return [Prisma.sql`TRUE`];
  switch (view) {
    case 'todo':
      return [
        ...units(actor).map((unit) => Prisma.sql`${unit} AND ${isWorkSql}`),
        Prisma.sql`${isMine(actor)} AND ${isWorkSql}`,
        ...assists(actor),
        ...checks(actor),
        ...decisions(actor),
      ];
    case 'mine':
      return [Prisma.sql`${isMine(actor)} AND ${isOpenSql}`];
    case 'assist':
      return assists(actor);
    case 'check':
      return checks(actor);
    case 'decide':
      return decisions(actor);
    case 'overdue':
      return inScope(actor).map((place) => Prisma.sql`${place} AND ${isOpenSql} AND ${overdue}`);
    case 'all':
      return inScope(actor).map((place) => Prisma.sql`${place} AND ${isOpenSql}`);
    case 'done':
      return inScope(actor).map((place) => Prisma.sql`${place} AND ${isDoneSql}`);
  }
}

const isMine = (actor: Actor) => Prisma.sql`t."assigneeId" = ${actor.id}::uuid`;

const units = (actor: Actor) => [...new Set(unitsOf(actor))].map((code) => Prisma.sql`t."unitCode" = ${code}`);

function assists(actor: Actor): Prisma.Sql[] {
  const codes = unitsOf(actor);
  if (codes.length === 0) return [];
  return [
    Prisma.sql`t."id" IN (SELECT a."ticketId" FROM "TicketAssist" a WHERE a."districtId" = t."districtId"
      AND a."unitCode" = ANY(${codes}) AND a."state" = 'OPEN') AND ${isOpenSql}`,
  ];
}

/** 核查 is for the ladder of the place, and never for the handler. */
function checks(actor: Actor): Prisma.Sql[] {
  const { everything, townCodes, villageCodes } = scopeOf(actor);
  const grids = actor.posts.flatMap(({ kind, placeCode }) => (kind === 'GRID_STAFF' ? [placeCode] : []));
  const places = everything === 'all' ? [Prisma.sql`TRUE`] : placesSql({ grids, villageCodes, townCodes });
  const handled = Prisma.sql`t."status" = 'HANDLED' AND t."handlerId" IS DISTINCT FROM ${actor.id}::uuid`;
  return places.map((place) => Prisma.sql`${place} AND ${handled}`);
}

const decisions = (actor: Actor): Prisma.Sql[] =>
  scopeOf(actor).everything === 'all' ? [Prisma.sql`t."status" = 'ARBITRATION'`] : [];

/** What the posts open, without what one has reported oneself. */
function inScope(actor: Actor): Prisma.Sql[] {
  const { everything, gridCodes, villageCodes, townCodes, departments } = scopeOf(actor);
  if (everything !== 'none') return [Prisma.sql`TRUE`];
  return [
    isMine(actor),
    ...placesSql({ grids: gridCodes, villageCodes, townCodes }),
    ...departments.flatMap((code) => [
      Prisma.sql`t."unitCode" = ${code}`,
      Prisma.sql`t."leadUnit" = ${code}`,
      Prisma.sql`t."id" IN (SELECT a."ticketId" FROM "TicketAssist" a WHERE a."districtId" = t."districtId" AND a."unitCode" = ${code})`,
    ]),
  ];
}

const placesSql = ({ grids, villageCodes, townCodes }: Record<'grids' | 'villageCodes' | 'townCodes', string[]>) => [
  ...grids.map((code) => Prisma.sql`t."gridCode" = ${code}`),
  ...villageCodes.map((code) => Prisma.sql`t."villageCode" = ${code}`),
  ...townCodes.map((code) => Prisma.sql`t."townCode" = ${code}`),
];
