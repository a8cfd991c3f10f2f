import { AttachmentRole, HandlingLevel, PostKind, TicketLevel, TicketStatus } from '#prisma';
import { contract } from '#shared/contract';
import { postKinds } from '#shared/contract/identity';
import { handlingLevels, ticketLevels } from '#shared/contract/tickets';
import { slaRules } from '#shared/domain/tickets/levels';
import { ticketActions, ticketStatuses } from '#shared/domain/tickets/lifecycle';

const sorted = (names: Iterable<string>) => [...names].sort();

describe('the same lists in the schema, the rules and the contract', () => {
  it.each([
    ['ticket statuses', Object.values(TicketStatus), ticketStatuses],
    ['ticket levels', Object.values(TicketLevel), ticketLevels],
    ['ticket levels with a rule', Object.keys(slaRules), ticketLevels],
    ['handling levels', Object.values(HandlingLevel), handlingLevels],
    ['posts', Object.values(PostKind), postKinds],
    ['photo roles', Object.values(AttachmentRole), ['BEFORE', 'AFTER', 'OTHER']],
  ])('%s', (_what, stored, declared) => {
    expect(sorted(stored)).toEqual(sorted(declared));
  });

  it('has a call for every ticket action', () => {
    const calls = new Set(Object.keys(contract));
    expect(ticketActions.filter((action) => !calls.has(`tickets.${action}`))).toEqual([]);
  });
});
