import fc from 'fast-check';
import { entryKinds, mostPoints, movementOf, pointsWithinCap, withinBalance } from '#shared/domain/points/ledger';
import { starsOf } from '#shared/domain/points/stars';

const plain = entryKinds.filter((kind) => kind !== 'REVERSAL');

describe('movementOf', () => {
  it.each([
    ['AWARD', 'POOL', 5],
    ['DEDUCT', 'POOL', -5],
    ['REDEEM', 'SHOP', -5],
    ['REFUND', 'SHOP', 5],
    ['EXPIRE', 'EXPIRED', -5],
    ['MOVE_OUT', 'TRANSIT', -5],
    ['MOVE_IN', 'TRANSIT', 5],
  ] as const)('sends %s over %s', (kind, counter, delta) => {
    expect(movementOf(kind, 5)).toEqual({ counter, delta });
  });

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, mostPoints + 1])('takes no %p points', (points) => {
    for (const kind of plain) expect(movementOf(kind, points)).toBeUndefined();
  });
});

describe('the cap of a rule in a year', () => {
  it('is never passed, and the sign is that of the rule', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }).filter((points) => points !== 0),
        fc.integer({ min: 0, max: 60 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        (points, yearCap, deeds) => {
          let booked = 0;
          for (const _ of deeds) booked += pointsWithinCap({ points, yearCap }, booked);
          expect(Math.abs(booked)).toBeLessThanOrEqual(yearCap);
          expect(Math.sign(booked) === 0 || Math.sign(booked) === Math.sign(points)).toBe(true);
        },
      ),
    );
  });

  it('leaves no household below nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), fc.nat(100), (delta, balance) => {
        expect(balance + withinBalance(delta, balance)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('starsOf', () => {
  it.each([
    [0, 0, 1, 80],
    [79, 0, 1, 1],
    [80, 1, 2, 20],
    [100, 2, 3, 20],
    [159, 4, 5, 1],
    [160, 5, 5, 0],
    [999, 5, 5, 0],
  ])('gives %i points %i stars, the next %i after %i more', (balance, stars, next, missing) => {
    expect(starsOf(balance)).toEqual({ stars, next, missing });
  });
});
