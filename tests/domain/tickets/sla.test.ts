import fc from 'fast-check';
import { extendLimitOf, slaRules, type TicketLevel, ticketLevels } from '#shared/domain/tickets/levels';
import { ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { remaining, remainingText } from '#shared/domain/tickets/remaining';
import {
  deadlineAfterExtension,
  deadlineAfterPause,
  deadlineAfterReopening,
  deadlineInForce,
  deadlinesFor,
  warnAt,
} from '#shared/domain/tickets/sla';
import { dayOf } from '#shared/domain/time/clock';
import { isWorkday } from '#shared/domain/time/workdays';
import { answerOf, at, calendar, wall } from '../support';

const level = fc.constantFrom(...ticketLevels);
const moment = fc
  .date({ min: at('2024-01-02 00:00'), max: at('2027-06-30 00:00'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const seconds = fc.integer({ min: 0, max: 40 * 86_400 });

function deadlines(of: TicketLevel, received: Date) {
  const answer = deadlinesFor(of, received, calendar);
  if (!answer.covered) throw new Error(answer.year);
  return answer;
}

describe('deadlinesFor', () => {
  it.each([
    ['P0', '2026-10-02 23:50', '2026-10-03 00:05:00', '2026-10-03 00:50:00', '2026-10-03 23:50:00', false],
    ['P1', '2026-11-21 10:00', '2026-11-21 10:30:00', '2026-11-21 12:00:00', '2026-11-22 10:00:00', false],
    ['P2', '2026-11-23 09:00', '2026-11-23 15:00:00', '2026-11-24 09:00:00', '2026-11-30 23:59:59', false],
    ['P2', '2026-11-20 16:00', '2026-11-23 11:00:00', '2026-11-23 16:00:00', '2026-11-27 23:59:59', false],
    ['P2', '2026-11-20 17:31', '2026-11-23 14:30:00', '2026-11-24 08:30:00', '2026-11-30 23:59:59', false],
    ['P2', '2026-10-10 17:31', '2026-10-12 14:30:00', '2026-10-13 08:30:00', '2026-10-19 23:59:59', false],
    ['P2', '2026-10-09 16:30', '2026-10-10 11:30:00', '2026-10-10 16:30:00', '2026-10-15 23:59:59', false],
    ['P2', '2026-12-30 10:00', '2026-12-30 16:00:00', '2026-12-31 10:00:00', '2027-01-07 23:59:59', true],
    ['P3', '2026-09-24 10:00', '2026-09-28 23:59:59', '2026-09-28 10:00:00', '2026-10-22 23:59:59', false],
    ['Q', '2026-11-23 09:00', '2026-11-23 15:00:00', '2026-11-24 09:00:00', '2026-11-24 23:59:59', false],
    ['S', '2026-11-23 09:00', '2026-11-23 15:00:00', '2026-11-24 09:00:00', '2026-12-07 23:59:59', false],
  ] as const)('%s of %s', (of, received, accept, contact, handle, provisional) => {
    const answer = deadlines(of, at(received));
    expect([wall(answer.acceptBy), wall(answer.contactBy), wall(answer.handleBy)]).toEqual([accept, contact, handle]);
    expect(answer.provisional).toBe(provisional);
  });

  it('refuses to guess beyond the calendar, but not for P0', () => {
    const received = at('2028-12-28 10:00');
    expect(deadlinesFor('P2', received, calendar)).toEqual({ covered: false, year: '2029' });
    expect(deadlinesFor('P0', at('2031-05-01 10:00'), calendar)).toMatchObject({ covered: true, provisional: false });
  });

  it('never ends a working limit on a day off', () => {
    fc.assert(
      fc.property(fc.constantFrom<TicketLevel>('P2', 'P3', 'Q', 'S'), moment, (of, received) => {
        const { acceptBy, contactBy, handleBy } = deadlines(of, received);
        for (const due of [acceptBy, contactBy, handleBy]) {
          expect(answerOf(isWorkday(dayOf(due), calendar))).toBe(true);
        }
      }),
    );
  });

  it('never asks for handling before accepting or contacting, nor before the receipt', () => {
    fc.assert(
      fc.property(level, moment, (of, received) => {
        const { acceptBy, contactBy, handleBy } = deadlines(of, received);
        expect(acceptBy >= received && contactBy >= received).toBe(true);
        expect(handleBy >= acceptBy && handleBy >= contactBy).toBe(true);
      }),
    );
  });

  it('gives nobody an earlier limit for a later report', () => {
    fc.assert(
      fc.property(level, moment, seconds, (of, received, gap) => {
        const second = new Date(received.getTime() + gap * 1000);
        expect(deadlines(of, second).handleBy >= deadlines(of, received).handleBy).toBe(true);
      }),
    );
  });

  it('says of every number that it is a default', () => {
    for (const rule of Object.values(slaRules)) expect(rule.source).toContain('to be confirmed');
  });
});

describe('deadlineInForce', () => {
  const limits = {
    acceptBy: at('2026-11-23 10:00'),
    contactBy: at('2026-11-24 10:00'),
    handleBy: at('2026-11-30 10:00'),
  };
  it('names one limit at a time and none when nobody is asked to hurry', () => {
    const running = Object.fromEntries(ticketStatuses.map((status) => [status, deadlineInForce(status, limits)]));
    expect(running).toMatchObject({
      SUBMITTED: limits.acceptBy,
      ARBITRATION: limits.acceptBy,
      ACCEPTED: limits.contactBy,
      PROCESSING: limits.handleBy,
    });
    for (const status of ['PAUSED', 'HANDLED', 'RESOLVED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED']) {
      expect(running[status]).toBeUndefined();
    }
  });
});

describe('deadlineAfterPause', () => {
  it.each([
    ['P2', '2026-11-25 23:59:59', '2026-11-23 10:00', '2026-11-23 11:00', '2026-11-26 09:30:00', 'an hour'],
    ['P2', '2026-11-25 23:59:59', '2026-11-23 10:00', '2026-11-24 10:00', '2026-11-26 23:59:59', 'a whole day'],
    ['P2', '2026-11-25 23:59:59', '2026-11-20 18:00', '2026-11-23 08:00', '2026-11-25 23:59:59', 'a weekend'],
    ['P2', '2026-09-30 23:59:59', '2026-09-29 08:30', '2026-09-30 08:30', '2026-10-08 23:59:59', 'before a holiday'],
    ['P1', '2026-11-24 10:00:00', '2026-11-23 12:00', '2026-11-23 15:00', '2026-11-24 13:00:00', 'natural time'],
    ['P2', '2026-11-25 23:59:59', '2026-11-24 10:00', '2026-11-23 10:00', '2026-11-25 23:59:59', 'a wrong order'],
  ] as const)('%s due %s paused %s to %s is due %s (%s)', (of, due, from, to, expected, _title) => {
    expect(wall(answerOf(deadlineAfterPause(of, at(due), at(from), at(to), calendar)))).toBe(expected);
  });

  it('never brings a limit forward', () => {
    fc.assert(
      fc.property(level, moment, moment, seconds, (of, received, pausedAt, length) => {
        const due = deadlines(of, received).handleBy;
        const resumedAt = new Date(pausedAt.getTime() + length * 1000);
        expect(answerOf(deadlineAfterPause(of, due, pausedAt, resumedAt, calendar)) >= due).toBe(true);
      }),
    );
  });
});

describe('extension and reopening', () => {
  it.each([
    ['P1', '2026-11-24 10:00:00', '2026-11-25 10:00:00'],
    ['P2', '2026-09-24 23:59:59', '2026-10-09 23:59:59'],
    ['P3', '2026-11-30 23:59:59', '2026-12-21 23:59:59'],
    ['Q', '2026-11-24 09:30:00', '2026-11-26 09:30:00'],
  ] as const)('%s due %s is extended to %s', (of, due, expected) => {
    const extended = deadlineAfterExtension(of, at(due), calendar);
    expect(extended && wall(answerOf(extended))).toBe(expected);
    expect(extendLimitOf(of)).toBe(1);
  });

  it.each(['P0', 'S'] as const)('%s is never extended', (of) => {
    expect(deadlineAfterExtension(of, at('2026-11-24 10:00'), calendar)).toBeUndefined();
    expect(extendLimitOf(of)).toBe(0);
  });

  it('gives five working days after reopening', () => {
    expect(wall(answerOf(deadlineAfterReopening('P1', at('2026-11-21 10:00'), calendar)))).toBe('2026-11-30 23:59:59');
  });
});

describe('warnAt', () => {
  it.each([
    ['P1', '2026-11-23 10:00', '2026-11-24 10:00', '2026-11-24 05:12:00'],
    ['P2', '2026-11-23 08:30', '2026-11-27 23:59:59', '2026-11-26 17:30:00'],
    ['P2', '2026-11-21 08:30', '2026-11-22 23:59:59', '2026-11-22 23:59:59'],
  ] as const)('%s from %s to %s warns at %s', (of, from, due, expected) => {
    expect(wall(answerOf(warnAt(of, at(from), at(due), calendar)))).toBe(expected);
  });

  it('is never later than the limit nor earlier than the start', () => {
    fc.assert(
      fc.property(level, moment, (of, received) => {
        const { handleBy } = deadlines(of, received);
        const warned = answerOf(warnAt(of, received, handleBy, calendar));
        expect(warned >= received && warned <= handleBy).toBe(true);
      }),
    );
  });
});

describe('remaining', () => {
  it.each([
    ['2026-11-23 10:00', '2026-11-25 23:59:59', 'working', '还剩 2 个工作日'],
    ['2026-11-20 16:00', '2026-11-23 23:59:59', 'working', '还剩 1 个工作日'],
    ['2026-09-30 16:00', '2026-10-08 23:59:59', 'working', '还剩 1 个工作日'],
    ['2026-11-23 10:00', '2026-11-23 15:00', 'working', '还剩 5 小时'],
    ['2026-11-23 14:20', '2026-11-23 15:00', 'working', '还剩 40 分钟'],
    ['2026-11-23 15:00', '2026-11-23 15:00', 'working', '还剩 1 分钟'],
    ['2026-11-24 03:00', '2026-11-23 23:59:59', 'working', '超期 3 小时'],
    ['2026-11-25 10:00', '2026-11-23 23:59:59', 'working', '超期 2 个工作日'],
    ['2026-11-22 23:59:59', '2026-11-20 23:59:59', 'working', '超期 48 小时'],
    ['2026-11-23 10:00', '2026-11-24 09:00', 'natural', '还剩 23 小时'],
    ['2026-11-23 10:10', '2026-11-23 10:00', 'natural', '超期 10 分钟'],
    ['2030-11-23 10:00', '2030-11-25 10:00', 'working', '还剩 48 小时'],
  ] as const)('at %s with a limit of %s (%s): %s', (now, due, clock, expected) => {
    expect(remainingText(remaining(at(now), at(due), clock, calendar))).toBe(expected);
  });
});
