import {
  actionLabel,
  isOpen,
  statusAfter,
  statusAfterReturn,
  statusLabel,
  type TicketAction,
  type TicketStatus,
  ticketActions,
  ticketStatuses,
} from '#shared/domain/tickets/lifecycle';

/** The whole machine, written a second time from the design: every pair that is not here is illegal. */
const legal: Record<TicketAction, Partial<Record<TicketStatus, TicketStatus>>> = {
  accept: { SUBMITTED: 'ACCEPTED' },
  reject: { SUBMITTED: 'REJECTED' },
  withdraw: { SUBMITTED: 'WITHDRAWN', ACCEPTED: 'WITHDRAWN' },
  contact: { ACCEPTED: 'PROCESSING', PROCESSING: 'PROCESSING' },
  assign: { SUBMITTED: 'SUBMITTED', ACCEPTED: 'ACCEPTED', PROCESSING: 'PROCESSING' },
  transfer: { SUBMITTED: 'SUBMITTED', ACCEPTED: 'SUBMITTED', PROCESSING: 'SUBMITTED' },
  return: { SUBMITTED: 'SUBMITTED', ACCEPTED: 'SUBMITTED' },
  decide: { ARBITRATION: 'SUBMITTED' },
  requestAssist: { ACCEPTED: 'ACCEPTED', PROCESSING: 'PROCESSING' },
  finishAssist: { ACCEPTED: 'ACCEPTED', PROCESSING: 'PROCESSING', PAUSED: 'PAUSED' },
  extend: { ACCEPTED: 'ACCEPTED', PROCESSING: 'PROCESSING' },
  pause: { ACCEPTED: 'PAUSED', PROCESSING: 'PAUSED' },
  resume: { PAUSED: 'PROCESSING' },
  handle: { PROCESSING: 'HANDLED' },
  passCheck: { HANDLED: 'RESOLVED' },
  failCheck: { HANDLED: 'PROCESSING' },
  confirm: { RESOLVED: 'CLOSED' },
  reopen: { RESOLVED: 'PROCESSING', CLOSED: 'PROCESSING' },
  close: { RESOLVED: 'CLOSED' },
  urge: everyOpen(),
  supplement: everyOpen(),
  comment: everyOpen(),
  join: everyOpen(),
  merge: { SUBMITTED: 'MERGED', ACCEPTED: 'MERGED', PROCESSING: 'MERGED' },
};

function everyOpen(): Partial<Record<TicketStatus, TicketStatus>> {
  return {
    SUBMITTED: 'SUBMITTED',
    ACCEPTED: 'ACCEPTED',
    PROCESSING: 'PROCESSING',
    PAUSED: 'PAUSED',
    ARBITRATION: 'ARBITRATION',
    HANDLED: 'HANDLED',
    RESOLVED: 'RESOLVED',
  };
}

const pairs = ticketStatuses.flatMap((status) => ticketActions.map((action) => [status, action] as const));

describe('the life of a ticket', () => {
  it.each(pairs)('answers %s + %s as designed', (status, action) => {
    expect(statusAfter(status, action)).toBe(legal[action][status]);
  });

  it('has 11 statuses and 24 actions, each with a word of its own', () => {
    expect(new Set(ticketStatuses.map(statusLabel)).size).toBe(11);
    expect(new Set(ticketActions.map(actionLabel)).size).toBe(24);
    expect(ticketStatuses.map(statusLabel)).toContain('待裁决');
    expect(actionLabel('join')).toBe('我也遇到');
  });

  it('can be finished from every open status', () => {
    for (const start of ticketStatuses.filter(isOpen)) {
      const seen = new Set<TicketStatus>([start]);
      for (const status of seen) {
        for (const action of ticketActions) {
          const next = statusAfter(status, action);
          if (next) seen.add(next);
        }
      }
      expect(seen.has('CLOSED')).toBe(true);
    }
  });

  it('leaves an ended ticket alone, but for reopening a closed one', () => {
    const ways = ticketStatuses
      .filter((status) => !isOpen(status))
      .flatMap((status) => ticketActions.filter((action) => statusAfter(status, action)).map((a) => `${status} ${a}`));
    expect(ways).toEqual(['CLOSED reopen']);
  });
});

describe('statusAfterReturn', () => {
  it.each([
    [0, false, 'SUBMITTED'],
    [1, false, 'ARBITRATION'],
    [7, false, 'ARBITRATION'],
    [0, true, undefined],
    [2, true, undefined],
  ] as const)('after %i returns, decided %s: %s', (returns, decided, expected) => {
    expect(statusAfterReturn(returns, decided)).toBe(expected);
  });
});
