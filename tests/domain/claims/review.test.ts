import fc from 'fast-check';
import { claimedPoints } from '#shared/domain/claims/amount';
import { claimAlarm, claimDueAt, isDayInTime } from '#shared/domain/claims/deadlines';
import { leastVotes, quorumOf, verdictOn } from '#shared/domain/claims/review';
import type { WorkCalendar } from '#shared/domain/time/workdays';

const year = {
  status: 'official' as const,
  holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' },
  workdays: {},
};
const calendar: WorkCalendar = { years: { '2026': year } };
const count = fc
  .record({ agree: fc.nat(9), refuse: fc.nat(9), left: fc.nat(9), isDeduction: fc.boolean(), isOver: fc.boolean() })
  .map(({ left, ...rest }) => ({ ...rest, eligible: rest.agree + rest.refuse + left }));

describe('the outcome of a review', () => {
  it.each([
    [2, 0, 5, false, false, 'open'],
    [3, 0, 5, false, false, 'passed'],
    [2, 1, 3, false, false, 'passed'],
    [1, 2, 3, false, false, 'refused'],
    [2, 2, 4, false, false, 'refused'],
    [2, 0, 5, false, true, 'short'],
    [2, 0, 2, false, false, 'short'],
    [2, 1, 5, false, true, 'passed'],
    [2, 1, 3, true, false, 'passed'],
    [3, 2, 5, true, false, 'refused'],
    [4, 1, 5, true, false, 'passed'],
    [3, 0, 5, true, true, 'short'],
  ] as const)(
    '%i for, %i against, %i may vote, deduction %p, over %p: %s',
    (agree, refuse, eligible, isDeduction, isOver, verdict) => {
      expect(verdictOn({ agree, refuse, eligible, isDeduction, isOver })).toBe(verdict);
    },
  );

  it('never passes with fewer than three votes, below the quorum, or against the majority', () => {
    fc.assert(
      fc.property(count, (votes) => {
        if (verdictOn(votes) !== 'passed') return;
        const cast = votes.agree + votes.refuse;
        expect(cast).toBeGreaterThanOrEqual(Math.max(leastVotes, quorumOf(votes.eligible, votes.isDeduction)));
        expect(votes.agree / cast).toBeGreaterThan(0.5);
        if (votes.isDeduction) expect(votes.agree * 3).toBeGreaterThanOrEqual(cast * 2);
      }),
    );
  });

  it('is the same whatever the missing votes would have been, once it is decided before the end', () => {
    fc.assert(
      fc.property(count, fc.nat(9), (votes, forIt) => {
        const before = verdictOn({ ...votes, isOver: false });
        if (before !== 'passed' && before !== 'refused') return;
        const missing = votes.eligible - votes.agree - votes.refuse;
        const more = Math.min(forIt, missing);
        const all = { ...votes, agree: votes.agree + more, refuse: votes.refuse + missing - more, isOver: true };
        expect(verdictOn(all)).toBe(before);
      }),
    );
  });
});

describe('what a claim asks for', () => {
  const rule = { points: 5, yearCap: 12 };
  it.each([
    [0, undefined, { points: 5 }],
    [10, undefined, { points: 2 }],
    [12, undefined, { refusal: 'points_year_cap' }],
    [0, 3, { points: 3 }],
    [0, 6, { refusal: 'points_amount_invalid' }],
    [0, 2.5, { refusal: 'points_amount_invalid' }],
    [0, 0, { refusal: 'points_amount_invalid' }],
    [0, -5, { refusal: 'points_amount_invalid' }],
    [0, 1e9, { refusal: 'points_amount_invalid' }],
  ])('with %i used and %p wanted', (used, wanted, expected) => {
    expect(claimedPoints(rule, used, wanted)).toEqual(expected);
  });

  it('keeps the sign of the rule', () => {
    expect(claimedPoints({ points: -5, yearCap: 10 }, 8)).toEqual({ points: -2 });
  });
});

describe('the clocks', () => {
  const monday = new Date('2026-09-21T10:00:00+08:00');

  it('give three and five working days, and seven days of notice that do not end on a day off', () => {
    expect(claimDueAt('PROPOSED', monday, calendar)).toEqual(new Date('2026-09-24T23:59:59+08:00'));
    expect(claimDueAt('REVIEW', monday, calendar)).toEqual(new Date('2026-09-28T23:59:59+08:00'));
    expect(claimDueAt('NOTICE', monday, calendar)).toEqual(new Date('2026-09-28T23:59:59+08:00'));
    const thursday = new Date('2026-09-24T10:00:00+08:00');
    expect(claimDueAt('NOTICE', thursday, calendar)).toEqual(new Date('2026-10-05T23:59:59+08:00'));
    expect(claimDueAt('BOOKED', monday, calendar)).toBeNull();
    expect(claimDueAt('REVIEW', new Date('2031-01-06T10:00:00+08:00'), calendar)).not.toBeNull();
  });

  it('remind once, then say that time is over, then are silent; a notice books at its end', () => {
    const due = new Date('2026-09-28T23:59:59+08:00');
    expect(claimAlarm('REVIEW', monday, due)).toMatchObject({ alarmKind: 'WARN' });
    expect(claimAlarm('REVIEW', monday, due, 'WARN')).toEqual({ alarmAt: due, alarmKind: 'OVER' });
    expect(claimAlarm('REVIEW', monday, due, 'OVER')).toEqual({ alarmAt: null, alarmKind: null });
    expect(claimAlarm('NOTICE', monday, due)).toEqual({ alarmAt: due, alarmKind: 'BOOK' });
    expect(claimAlarm('BOOKED', monday, null)).toEqual({ alarmAt: null, alarmKind: null });
  });

  it.each([
    ['2026-09-21', true],
    ['2026-09-22', false],
    ['2026-07-23', true],
    ['2026-07-22', false],
  ])('take up a deed of %s: %p', (day, expected) => {
    expect(isDayInTime(day, monday)).toBe(expected);
  });
});
