import type { Input, Name } from '#shared/contract';
import { statusAfter, type TicketAction, ticketActions, ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { home, make } from '../support/make';

type Person = { id: string };
type Cast = Awaited<ReturnType<typeof castOf>>;
type Role = keyof Cast;

async function castOf() {
  return {
    reporter: await make.person(),
    follower: await make.person(),
    stranger: await make.person(),
    gridStaff: await make.staff('GRID_STAFF', home.grid),
    otherGridStaff: await make.staff('GRID_STAFF', home.otherGrid),
    buildingLead: await make.staff('BUILDING_LEAD', home.grid),
    gridLead: await make.staff('GRID_LEAD', home.village),
    otherGridLead: await make.staff('GRID_LEAD', home.otherVillage),
    townClerk: await make.staff('TOWN_CLERK', home.town),
    otherTownClerk: await make.staff('TOWN_CLERK', home.otherTown),
    leadClerk: await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'sifa' }),
    assistClerk: await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zongzhi' }),
    otherClerk: await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'weijian' }),
    centre: await make.staff('CENTRE_SEAT', home.district),
    justice: await make.staff('JUSTICE_BUREAU', home.district),
    advisor: await make.staff('LEGAL_ADVISOR', home.village),
    admin: await make.staff('ADMIN', home.district),
  };
}

/** Who is the right one for an action in the grid's own case. */
const rightful: Record<TicketAction, Role> = {
  ...{ accept: 'gridStaff', reject: 'gridStaff', contact: 'gridStaff', assign: 'gridStaff', transfer: 'gridStaff' },
  ...{ return: 'gridStaff', requestAssist: 'gridStaff', extend: 'gridStaff', pause: 'gridStaff', resume: 'gridStaff' },
  ...{ handle: 'gridStaff', merge: 'gridStaff', comment: 'gridStaff', close: 'gridStaff' },
  ...{ passCheck: 'gridLead', failCheck: 'gridLead', decide: 'centre', finishAssist: 'assistClerk' },
  ...{ withdraw: 'reporter', confirm: 'reporter', reopen: 'reporter', urge: 'reporter', supplement: 'reporter' },
  join: 'stranger',
};

/** Which actions each role has a right to, whatever the state; all others are refused. */
const rightsOf: Record<Role, readonly TicketAction[]> = {
  reporter: ['withdraw', 'confirm', 'reopen', 'urge', 'supplement'],
  follower: ['urge', 'supplement'],
  stranger: ['join'],
  gridStaff: [
    ...(['accept', 'reject', 'contact', 'assign', 'transfer', 'return', 'requestAssist', 'extend', 'pause'] as const),
    ...(['resume', 'handle', 'passCheck', 'failCheck', 'close', 'merge', 'comment'] as const),
  ],
  otherGridStaff: ['join'],
  buildingLead: ['join'],
  gridLead: ['reject', 'assign', 'transfer', 'passCheck', 'failCheck', 'close', 'merge', 'comment'],
  otherGridLead: ['join'],
  townClerk: ['reject', 'assign', 'transfer', 'passCheck', 'failCheck', 'close', 'merge', 'comment'],
  otherTownClerk: ['join'],
  leadClerk: ['comment'],
  assistClerk: ['finishAssist', 'comment'],
  otherClerk: ['join'],
  centre: ['reject', 'assign', 'transfer', 'decide', 'passCheck', 'failCheck', 'close', 'merge', 'comment'],
  justice: ['join'],
  advisor: ['join'],
  admin: ['join'],
};

const seeing: readonly Role[] = [
  ...(['reporter', 'follower', 'gridStaff', 'buildingLead', 'gridLead', 'townClerk'] as const),
  ...(['leadClerk', 'assistClerk', 'centre', 'justice'] as const),
];
const residents: readonly Role[] = ['reporter', 'follower', 'stranger'];
const residentActions: readonly TicketAction[] = ['withdraw', 'supplement', 'urge', 'join', 'confirm', 'reopen'];

async function caseOf(cast: Cast, status: (typeof ticketStatuses)[number], anonymous = false) {
  const ticket = await make.ticket({
    ...{ status, categoryCode: 'dispute_neighbor', assigneeId: cast.gridStaff.id },
    reporterId: anonymous ? null : cast.reporter.id,
  });
  await make.follower(ticket, cast.follower);
  const assist = await make.assist(ticket, { unitCode: 'zongzhi' });
  return { ticket, assist };
}

/** A sound input of every action for a case. */
async function inputOf(action: TicketAction, { ticket, assist }: Awaited<ReturnType<typeof caseOf>>, cast: Cast) {
  const target = { id: ticket.id, version: 1 };
  const reason = '理由写在这里';
  const inputs: Record<TicketAction, () => Promise<object>> = {
    accept: async () => target,
    reject: async () => ({ ...target, reason, whereTo: '12345 热线' }),
    contact: async () => ({ ...target, note: '已打电话' }),
    assign: async () => ({ ...target, personId: cast.gridLead.id }),
    transfer: async () => ({ ...target, unitCode: 'zhifa', reason }),
    return: async () => ({ ...target, suggestedUnitCode: 'zhujian', reason }),
    decide: async () => ({ ...target, unitCode: 'zhifa', reason }),
    requestAssist: async () => ({ ...target, unitCode: 'gongan', request: reason }),
    finishAssist: async () => ({ ...target, assistId: assist.id, result: reason }),
    extend: async () => ({ ...target, reason }),
    pause: async () => ({ ...target, reason }),
    resume: async () => target,
    handle: async () => ({ ...target, result: reason }),
    passCheck: async () => target,
    failCheck: async () => ({ ...target, reason }),
    confirm: async () => ({ ...target, contacted: true, solved: true, satisfied: true }),
    reopen: async () => ({ ...target, reason }),
    close: async () => target,
    withdraw: async () => target,
    urge: async () => target,
    supplement: async () => ({ ...target, text: reason }),
    comment: async () => ({ ...target, text: reason }),
    merge: async () => ({ ...target, intoId: (await make.ticket()).id, reason }),
    join: async () => ({ id: ticket.id }),
  };
  return inputs[action]() as Promise<Input<Name> & object>;
}

const call = (who: Person, action: TicketAction, input: object) =>
  as(who).call(`tickets.${action}` as 'tickets.accept', input as Input<'tickets.accept'>);

describe('tickets, action by action', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it.each(ticketActions)('%s happens exactly where the life of a ticket has it', async (action) => {
    const cast = await castOf();
    for (const status of ticketStatuses) {
      const made = await caseOf(cast, status, action === 'close');
      if (action === 'handle')
        await as(cast.assistClerk).call('tickets.finishAssist', {
          id: made.ticket.id,
          version: 1,
          assistId: made.assist.id,
          result: '到场看过',
        });
      const input = await inputOf(action, made, cast);
      const isFinished = action === 'handle' && ['ACCEPTED', 'PROCESSING', 'PAUSED'].includes(status);
      const { status: code, body } = await call(
        cast[rightful[action]],
        action,
        isFinished ? { ...input, version: 2 } : input,
      );
      const next = statusAfter(status, action);
      const seen = { from: status, code, status: body.status, error: body.error?.code };
      expect(seen).toEqual(
        next
          ? { from: status, code: 200, status: next, error: undefined }
          : { from: status, code: 409, status: undefined, error: 'ticket_action_not_allowed' },
      );
    }
  });

  it.each(Object.keys(rightsOf) as Role[])('%s is let do what the post is for, and nothing else', async (role) => {
    const cast = await castOf();
    for (const action of ticketActions) {
      const status = ticketStatuses.find((one) => statusAfter(one, action)) ?? 'SUBMITTED';
      const made = await caseOf(cast, status);
      const { body } = await call(cast[role], action, await inputOf(action, made, cast));
      const code = body.error?.code;
      const got = code === 'forbidden' || code === 'not_found' || code === 'ticket_already_joined' ? code : 'allowed';
      expect({ action, got }).toEqual({ action, got: expectedFor(role, action) });
    }
  });

  it('offers each role in each state exactly these actions', async () => {
    const cast = await castOf();
    const offered: Record<string, Record<string, string>> = {};
    for (const status of ticketStatuses) {
      const { ticket } = await caseOf(cast, status);
      for (const role of seeing) {
        const { abilities } = await as(cast[role]).ok('tickets.get', { id: ticket.id });
        offered[role] = { ...offered[role], [status]: abilities.join(' ') };
      }
    }
    expect(offered).toMatchSnapshot();
  });
});

function expectedFor(role: Role, action: TicketAction): string {
  if (rightsOf[role].includes(action)) return 'allowed';
  if (action === 'join') return residents.includes(role) ? 'ticket_already_joined' : 'forbidden';
  if (residents.includes(role) && !residentActions.includes(action)) return 'forbidden';
  return seeing.includes(role) ? 'forbidden' : 'not_found';
}
