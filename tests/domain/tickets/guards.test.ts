import { photoRequiredFor, silentAfter, type TicketFacts, whyNot } from '#shared/domain/tickets/guards';
import { statusAfter, ticketActions, ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { at } from '../support';

const facts = (given: Partial<TicketFacts>): TicketFacts => ({
  status: 'PROCESSING',
  now: at('2026-11-23 10:00'),
  returnCount: 0,
  arbitrated: false,
  extendCount: 0,
  reopenCount: 0,
  resolvedAt: null,
  closedAt: null,
  unfinishedAssists: 0,
  photoRequired: true,
  beforePhotos: 1,
  afterPhotos: 1,
  handlerId: 'wang',
  actorId: 'li',
  ...given,
});

describe('whyNot', () => {
  it('refuses whatever the lifecycle refuses, under one name', () => {
    for (const status of ticketStatuses) {
      for (const action of ticketActions.filter((candidate) => !statusAfter(status, candidate))) {
        expect(whyNot(action, facts({ status }))).toBe('ticket_action_not_allowed');
      }
    }
  });

  it.each([
    ['first return', 'return', { status: 'ACCEPTED' }, undefined],
    ['second return', 'return', { status: 'SUBMITTED', returnCount: 1 }, undefined],
    ['return after the decision', 'return', { status: 'SUBMITTED', arbitrated: true }, 'ticket_return_limit'],
    ['first extension', 'extend', {}, undefined],
    ['second extension', 'extend', { extendCount: 1 }, 'ticket_extend_limit'],
    ['extension of a P0', 'extend', { extendLimit: 0 }, 'ticket_extend_limit'],
    ['handling with both photos', 'handle', {}, undefined],
    ['handling without an after photo', 'handle', { afterPhotos: 0 }, 'ticket_photo_required'],
    ['handling without a before photo', 'handle', { beforePhotos: 0 }, 'ticket_photo_required'],
    ['handling a service matter without photos', 'handle', { photoRequired: false, afterPhotos: 0 }, undefined],
    ['handling while an assist is open', 'handle', { unfinishedAssists: 1 }, 'ticket_assist_unfinished'],
    ['check by somebody else', 'passCheck', { status: 'HANDLED' }, undefined],
    ['check by the handler', 'passCheck', { status: 'HANDLED', actorId: 'wang' }, 'ticket_same_person'],
    ['failing by the handler', 'failCheck', { status: 'HANDLED', actorId: 'wang' }, 'ticket_same_person'],
    ['check of unknown hands', 'passCheck', { status: 'HANDLED', handlerId: null, actorId: null }, undefined],
    ['reopening in time', 'reopen', { status: 'CLOSED', closedAt: at('2026-11-08 10:00') }, undefined],
    ['reopening late', 'reopen', { status: 'CLOSED', closedAt: at('2026-11-08 09:59') }, 'ticket_reopen_too_late'],
    ['reopening twice', 'reopen', { status: 'CLOSED', reopenCount: 1 }, 'ticket_reopen_limit'],
    [
      'reopening counted from the closing',
      'reopen',
      { status: 'CLOSED', resolvedAt: at('2026-11-01 10:00'), closedAt: at('2026-11-09 10:00') },
      undefined,
    ],
    ['closing an anonymous one', 'close', { status: 'RESOLVED', anonymous: true }, undefined],
    ['closing after silence', 'close', { status: 'RESOLVED', resolvedAt: at('2026-11-16 10:00') }, undefined],
    [
      'closing before the silence is over',
      'close',
      { status: 'RESOLVED', resolvedAt: at('2026-11-16 10:01') },
      'ticket_action_not_allowed',
    ],
  ] as const)('%s', (_title, action, given, reason) => {
    expect(whyNot(action, facts(given))).toBe(reason);
  });

  it('takes seven days of silence as consent', () => {
    expect(silentAfter(at('2026-12-28 10:00'))).toEqual(at('2027-01-04 10:00'));
  });
});

describe('photoRequiredFor', () => {
  it.each([
    ['公用设施', true],
    ['市容环境', true],
    ['安全隐患', true],
    ['污染扰民', false],
    ['矛盾纠纷', false],
    ['民生服务', false],
    ['其他', false],
  ])('%s: %s', (group, expected) => {
    expect(photoRequiredFor(group)).toBe(expected);
  });
});
