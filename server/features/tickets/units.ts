import type { HandlingLevel, PostKind, Prisma, Ticket } from '#prisma';
import type { Hop } from '#shared/domain/tickets/routing';
import { deadlinesFor } from '#shared/domain/tickets/sla';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { holdersOf, postLabels } from '../identity/index';
import type { World } from '../places/index';
import { counted } from './clock';
import { centreUnit } from './scope';

/** The level at which a unit handles. Throws unit_unknown for a code that is neither a department nor a place the desk answers for. */
export function levelOf(world: World, unitCode: string): HandlingLevel {
  if (unitCode === centreUnit) return 'CENTRE';
  if (world.departments.has(unitCode)) return 'DEPARTMENT';
  if (world.grid(unitCode)) return 'GRID';
  const division = world.divisions.get(unitCode);
  if (division?.inScope && division.kind === 'VILLAGE') return 'VILLAGE';
  if (division?.inScope && division.kind === 'TOWN') return 'TOWN';
  throw new AppError('unit_unknown', { unitCode: '没有这个单位' });
}

/** The post to whose holder a ticket at a level goes; a department and the centre hand it to nobody in particular. */
export const postOfLevel: Partial<Record<HandlingLevel, PostKind>> = {
  GRID: 'GRID_STAFF',
  VILLAGE: 'GRID_LEAD',
  TOWN: 'TOWN_CLERK',
};

/**
 * The columns that hand a ticket to another unit: it waits to be accepted there, with a new limit for accepting; the other limits stay. A place is
 * handed to whoever holds its post, a department to nobody in particular. Throws unit_unknown, also for the unit that has it already.
 */
export async function handOver(
  ctx: Ctx,
  world: World,
  ticket: Ticket,
  unitCode: string,
  because: string,
): Promise<Partial<Ticket>> {
  const handlingLevel = levelOf(world, unitCode);
  if (unitCode === ticket.unitCode) throw new AppError('unit_unknown', { unitCode: '这件事已经在这个单位' });
  const kind = postOfLevel[handlingLevel];
  const holder = kind ? (await holdersOf(ctx, kind, unitCode))[0] : undefined;
  const hop: Hop = { to: holder ? `${world.unitName(unitCode)} ${holder.name}` : world.unitName(unitCode), because };
  const { acceptBy } = counted(world.calendar, (years) => deadlinesFor(ticket.level, ctx.now, years));
  return {
    unitCode,
    handlingLevel,
    assigneeId: holder?.id ?? null,
    acceptedAt: null,
    acceptBy,
    routing: [...(ticket.routing as Prisma.JsonArray), { ...hop }],
  };
}

/** Somebody who may be given a ticket. */
export interface Colleague {
  id: string;
  name: string;
  role: string;
}

/**
 * Who may be given a ticket within the unit that has it: in a grid or village its 网格长 and all its 网格员, elsewhere the clerks of the
 * town, the department or the centre who hold the post today.
 */
export async function colleaguesOf(
  { db, districtId, now }: Ctx,
  world: World,
  ticket: Pick<Ticket, 'handlingLevel' | 'unitCode' | 'villageCode'>,
): Promise<Colleague[]> {
  const today = new Date(`${dayOf(now)}T00:00:00Z`);
  const posts = await db.post.findMany({
    where: {
      districtId,
      startsOn: { lte: today },
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: today } }] }, eligible(world, ticket)],
      person: { disabledAt: null },
    },
    select: { kind: true, person: { select: { id: true, name: true } } },
    orderBy: [{ kind: 'asc' }, { id: 'asc' }],
  });
  const byPerson = new Map<string, Colleague>();
  for (const { kind, person } of posts) {
    if (!byPerson.has(person.id)) byPerson.set(person.id, { ...person, role: postLabels[kind] });
  }
  return [...byPerson.values()];
}

function eligible(
  world: World,
  { handlingLevel, unitCode, villageCode }: Pick<Ticket, 'handlingLevel' | 'unitCode' | 'villageCode'>,
): Prisma.PostWhereInput {
  switch (handlingLevel) {
    case 'GRID':
    case 'VILLAGE': {
      const village = villageCode ?? world.grid(unitCode)?.villageCode ?? unitCode;
      const grids = world.gridsOf(village).map(({ code }) => code);
      return {
        OR: [
          { kind: 'GRID_STAFF', placeCode: { in: grids } },
          { kind: 'GRID_LEAD', placeCode: village },
        ],
      };
    }
    case 'TOWN':
      return { kind: 'TOWN_CLERK', placeCode: unitCode };
    case 'DEPARTMENT':
      return { kind: 'DEPARTMENT_CLERK', departmentCode: unitCode };
    case 'CENTRE':
      return { kind: 'CENTRE_SEAT' };
  }
}
