import { Prisma } from '#prisma';
import type { Parsed } from '#shared/contract';
import { isOpen, type TicketStatus, ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { addDays, instantAt } from '#shared/domain/time/clock';
import type { Actor } from '../../kernel/context';
import { visibleSql } from '../tickets/index';

export type Filters = Omit<Parsed<'workbench.queue'>, 'cursor' | 'limit'>;
export type Figure = NonNullable<Filters['figure']>;

/** Days of Shanghai, both counted. */
export interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Statuses as literals: a partial index is only used when the planner can read them. */
const among = (statuses: readonly TicketStatus[]) =>
  Prisma.raw(`t."status" IN (${statuses.map((status) => `'${status}'`).join(', ')})`);

/** Still somebody's work; the same words as the partial indexes. */
export const isOpenSql = among(ticketStatuses.filter(isOpen));
/** Waiting for whoever holds it. */
export const isWorkSql = among(['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED']);
/** Ended, one way or the other. */
export const isDoneSql = among(ticketStatuses.filter((status) => !isOpen(status)));
export const hasStatusSql = (status: TicketStatus) => among([status]);

/** Past the limit in force: to accept, to contact, to handle. */
export const isOverdueSql = (now: Date) => Prisma.sql`(
  (t."status" IN ('SUBMITTED', 'ARBITRATION') AND t."acceptBy" < ${now}) OR (t."status" = 'ACCEPTED' AND t."contactBy" < ${now})
  OR (t."status" = 'PROCESSING' AND t."handleBy" < ${now}))`;

const isDueSoonSql = (now: Date) => Prisma.sql`(t."status" IN ('SUBMITTED', 'ARBITRATION', 'ACCEPTED', 'PROCESSING')
  AND NOT ${isOverdueSql(now)} AND (t."alarmKind" = 'overdue' OR (t."alarmKind" = 'warn' AND t."alarmAt" <= ${now})))`;

/** Whether an instant column lies in the days asked for. */
export function withinSql(column: 'receivedAt' | 'closedAt' | 'ratedAt', { from, to }: Range): Prisma.Sql {
  const name = Prisma.raw(`t."${column}"`);
  const since = from ? Prisma.sql`${name} >= ${instantAt(from, 0)}` : Prisma.sql`${name} IS NOT NULL`;
  return to ? Prisma.sql`(${since} AND ${name} < ${instantAt(addDays(to, 1), 0)})` : since;
}

/** What a figure of the board counts. Its number and the list behind it both stand on this. */
export function figureSql(figure: Figure, range: Range, now: Date): Prisma.Sql {
  const rated = withinSql('ratedAt', range);
  switch (figure) {
    case 'opened':
      return withinSql('receivedAt', range);
    case 'open':
      return isOpenSql;
    case 'closed':
      return Prisma.sql`(t."status" = 'CLOSED' AND ${withinSql('closedAt', range)})`;
    case 'overdue':
      return isOverdueSql(now);
    case 'dueSoon':
      return isDueSoonSql(now);
    case 'rated':
      return rated;
    case 'notContacted':
      return Prisma.sql`(${rated} AND NOT t."ratedContacted")`;
    case 'notSolved':
      return Prisma.sql`(${rated} AND NOT t."ratedSolved")`;
    case 'notSatisfied':
      return Prisma.sql`(${rated} AND NOT t."ratedSatisfied")`;
  }
}

/** A grid, village, town or the whole district by its code. */
export function placeSql(code: string | undefined): Prisma.Sql {
  if (!code || code.endsWith('000000') || code.length === 6) return Prisma.sql`TRUE`;
  if (code.length > 12) return Prisma.sql`t."gridCode" = ${code}`;
  return code.endsWith('000') ? Prisma.sql`t."townCode" = ${code}` : Prisma.sql`t."villageCode" = ${code}`;
}

/** The rows of the board: what the actor may see, in one place. */
export const boardSql = (districtId: string, actor: Actor, placeCode: string | undefined): Prisma.Sql =>
  Prisma.sql`t."districtId" = ${districtId} AND ${visibleSql(actor)} AND ${placeSql(placeCode)}`;

/** The filters of a list, all of them. */
export function filtersSql(filters: Filters, now: Date): Prisma.Sql {
  const { search, placeCode, categoryCode, status, level, leadUnit, figure, from, to } = filters;
  const parts = [
    ...(figure ? [figureSql(figure, { from, to }, now)] : []),
    ...(!figure && (from || to) ? [withinSql('receivedAt', { from, to })] : []),
    ...(search ? [searchSql(search)] : []),
    ...(placeCode ? [placeSql(placeCode)] : []),
    ...(categoryCode ? [Prisma.sql`t."categoryCode" = ${categoryCode}`] : []),
    ...(status ? [hasStatusSql(status)] : []),
    ...(level ? [Prisma.sql`t."level" = ${level}::"TicketLevel"`] : []),
    ...(leadUnit ? [Prisma.sql`t."leadUnit" = ${leadUnit}`] : []),
  ];
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`TRUE`;
}

function searchSql(search: string): Prisma.Sql {
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return Prisma.sql`(t."no" = ${search.toUpperCase()} OR t."title" ILIKE ${like} OR t."address" ILIKE ${like})`;
}
