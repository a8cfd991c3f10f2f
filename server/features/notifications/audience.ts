import type { Ticket } from '#prisma';
import type { Ctx } from '../../kernel/context';
import { clerksOf, holdersOf, membersOf } from '../identity/index';

/** Not more people of one unit than this are told of one thing. Default, to be confirmed. */
const mostMembers = 20;

/** Who has the ticket: the assignee, or everybody of the unit while nobody has taken it. */
export async function holdersNow(ctx: Ctx, ticket: Ticket): Promise<string[]> {
  return ticket.assigneeId ? [ticket.assigneeId] : unitMembers(ctx, ticket.unitCode);
}

/** Everybody who works in the name of a unit today. */
export async function unitMembers(ctx: Ctx, unitCode: string): Promise<string[]> {
  const members = await membersOf(ctx, unitCode);
  return members.slice(0, mostMembers).map(({ id }) => id);
}

/** Who may check the result: the 网格长, where the post is vacant the clerks of the town, else the centre; of a confidential one the centre only. */
export async function checkers(
  ctx: Ctx,
  { villageCode, townCode, confidential, handlerId }: Ticket,
): Promise<string[]> {
  const asked = confidential
    ? []
    : ([
        ['GRID_LEAD', villageCode],
        ['TOWN_CLERK', townCode],
      ] as const);
  for (const [kind, code] of asked) {
    const holders = code ? await holdersOf(ctx, kind, code) : [];
    const others = holders.filter(({ id }) => id !== handlerId);
    if (others.length > 0) return others.map(({ id }) => id);
  }
  return (await clerksOf(ctx, 'zhongxin')).slice(0, mostMembers).map(({ id }) => id);
}

/** To whom a limit that was passed is raised. */
export async function raisedTo(ctx: Ctx, { villageCode, townCode }: Ticket, level: string): Promise<string[]> {
  const ids = (holders: readonly { id: string }[]) => holders.slice(0, mostMembers).map(({ id }) => id);
  if (level === 'GRID_LEAD' && villageCode) return ids(await holdersOf(ctx, 'GRID_LEAD', villageCode));
  if (level === 'TOWN' && townCode) return ids(await holdersOf(ctx, 'TOWN_CLERK', townCode));
  return ids(await clerksOf(ctx, 'zhongxin'));
}
