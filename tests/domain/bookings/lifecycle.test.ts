import fc from 'fast-check';
import {
  type BookingAction,
  type BookingStatus,
  blocksSlot,
  bookingActionLabel,
  bookingActions,
  bookingStatusAfter,
  bookingStatuses,
  bookingStatusLabel,
  firstOf,
  successorOf,
} from '#shared/domain/bookings/lifecycle';
import { at } from '../support';

const allowed: Record<BookingStatus, Partial<Record<BookingAction, BookingStatus>>> = {
  HELD: { request: 'REQUESTED', confirm: 'CONFIRMED', cancel: 'CANCELLED', expire: 'EXPIRED' },
  REQUESTED: {
    accept: 'CONFIRMED',
    propose: 'REQUESTED',
    passOn: 'REQUESTED',
    reschedule: 'RESCHEDULED',
    cancel: 'CANCELLED',
    expire: 'EXPIRED',
  },
  CONFIRMED: {
    propose: 'CONFIRMED',
    passOn: 'REQUESTED',
    reschedule: 'RESCHEDULED',
    cancel: 'CANCELLED',
    finish: 'DONE',
    residentAbsent: 'NO_SHOW_RESIDENT',
    advisorAbsent: 'NO_SHOW_ADVISOR',
  },
  DONE: { rate: 'DONE', complain: 'DONE' },
  CANCELLED: { complain: 'CANCELLED' },
  EXPIRED: {},
  RESCHEDULED: {},
  NO_SHOW_RESIDENT: { undoNoShow: 'CONFIRMED' },
  NO_SHOW_ADVISOR: { undoNoShow: 'CONFIRMED', complain: 'NO_SHOW_ADVISOR' },
};

describe('bookingStatusAfter', () => {
  const every = bookingStatuses.flatMap((status) => bookingActions.map((action) => [status, action] as const));

  it.each(every)('%s, %s', (status, action) => {
    expect(bookingStatusAfter(status, action)).toBe(allowed[status][action]);
  });

  it('has a Chinese word for every status and action', () => {
    const words = [...bookingStatuses.map(bookingStatusLabel), ...bookingActions.map(bookingActionLabel)];
    for (const word of words) expect(word).toMatch(/^\p{Script=Han}{2,6}$/u);
  });
});

describe('blocksSlot', () => {
  const now = at('2026-11-23 10:00');

  it.each<[BookingStatus, string | null, boolean]>([
    ['HELD', '2026-11-23 10:01', true],
    ['HELD', '2026-11-23 10:00', false],
    ['HELD', null, false],
    ['REQUESTED', null, true],
    ['CONFIRMED', '2026-11-23 09:00', true],
    ['DONE', null, false],
    ['CANCELLED', null, false],
    ['EXPIRED', null, false],
    ['RESCHEDULED', null, false],
    ['NO_SHOW_RESIDENT', null, false],
    ['NO_SHOW_ADVISOR', null, false],
  ])('%s held until %s: %s', (status, heldUntil, expected) => {
    expect(blocksSlot({ status, heldUntil: heldUntil ? at(heldUntil) : null }, now)).toBe(expected);
  });
});

describe('a chain of reschedules', () => {
  it('keeps its root and counts its moves, however long', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 }), ([root = '', ...others]) => {
        let last = { id: root, ...firstOf(root) };
        for (const [index, id] of others.entries()) {
          const previousId = last.id;
          last = { id, ...successorOf(last) };
          expect(last).toEqual({ id, rootId: root, previousId, sequence: index + 1 });
        }
      }),
    );
  });
});
