import fc from 'fast-check';
import { entryKinds } from '#shared/domain/points/ledger';
import { quarterAway, quarterOf, quarterSpan, statementOf } from '#shared/domain/points/statement';

describe('statementOf', () => {
  it('puts each kind on its line and takes what came back off what was spent', () => {
    const row = (kind: (typeof entryKinds)[number], points: number) => ({ kind, isBefore: false, points, entries: 1 });
    const { lines } = statementOf([
      ...[row('AWARD', 20), row('DEDUCT', -2), row('REDEEM', -10), row('REFUND', 4)],
      ...[row('EXPIRE', -3), row('REVERSAL', 2), row('MOVE_OUT', -5), row('MOVE_IN', 5)],
    ]);
    expect(lines.map(({ line, points, entries }) => [line, points, entries])).toEqual([
      ['issued', 20, 1],
      ['deducted', -2, 1],
      ['spent', -6, 2],
      ['expired', -3, 1],
      ['reversed', 2, 1],
      ['moved', 0, 2],
    ]);
  });

  it('always adds up: opening and lines are the closing', () => {
    const row = fc.record({
      ...{ kind: fc.constantFrom(...entryKinds), isBefore: fc.boolean() },
      ...{ points: fc.integer({ min: -1000, max: 1000 }), entries: fc.nat(9) },
    });
    fc.assert(
      fc.property(fc.array(row), (booked) => {
        const { opening, lines, closing } = statementOf(booked);
        expect(lines.reduce((total, { points }) => total + points, opening)).toBe(closing);
      }),
    );
  });
});

describe('quarters', () => {
  it.each([
    ['2026-01-01', 2026, 1],
    ['2026-03-31', 2026, 1],
    ['2026-04-01', 2026, 2],
    ['2026-12-31', 2026, 4],
  ])('has %s in %i, %i', (day, year, quarter) => {
    expect(quarterOf(day)).toEqual({ year, quarter });
  });

  it('goes over the turn of the year, in Shanghai time', () => {
    expect(quarterAway({ year: 2026, quarter: 1 }, -1)).toEqual({ year: 2025, quarter: 4 });
    expect(quarterSpan({ year: 2026, quarter: 4 })).toEqual({
      from: new Date('2026-10-01T00:00:00+08:00'),
      to: new Date('2027-01-01T00:00:00+08:00'),
    });
  });
});
