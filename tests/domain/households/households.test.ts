import fc from 'fast-check';
import { inviteCode, readInviteCode, scannedInviteCode } from '#shared/domain/households/codes';
import { adultOnOf, isMinorOn } from '#shared/domain/households/minors';
import { consentsNeeded } from '#shared/domain/households/moves';
import { canSplit, pointsGoing } from '#shared/domain/households/split';

describe('who is a minor', () => {
  it.each([
    ['2008-11-23', '2026-11-23'],
    ['2008-02-29', '2026-03-01'],
  ])('somebody born on %s is of age on %s', (born, adultOn) => {
    expect(adultOnOf(born)).toBe(adultOn);
    expect(isMinorOn(adultOn, adultOn)).toBe(false);
    expect(isMinorOn('2026-11-24', '2026-11-23')).toBe(true);
    expect(isMinorOn(null, '2026-11-23')).toBe(false);
  });
});

describe('what goes with those who leave', () => {
  it('is a whole share that never exceeds what there is, and nothing where the rule says so', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (balance, adults, going) => {
          const points = pointsGoing('BY_ADULTS', balance, adults, going);
          expect(Number.isInteger(points) && points >= 0 && points <= balance).toBe(true);
          const others = pointsGoing('BY_ADULTS', balance, adults, Math.max(0, adults - going));
          expect(points + others).toBeLessThanOrEqual(balance);
          expect(pointsGoing('STAY', balance, adults, going)).toBe(0);
        },
      ),
    );
    expect(pointsGoing('BY_ADULTS', 100, 3, 1)).toBe(33);
  });

  it('somebody grown up has to go and somebody grown up has to stay', () => {
    expect(canSplit(['a', 'b'], ['b', 'child'])).toBe(true);
    expect(canSplit(['a', 'b'], ['child'])).toBe(false);
    expect(canSplit(['a', 'b'], ['a', 'b'])).toBe(false);
  });
});

describe('whose agreement a change needs', () => {
  const own = { headId: 'head', adults: ['head', 'son', 'daughter'] };
  const move = { personIds: ['son'], agreed: null };
  it.each([
    ['SPLIT', null, ['head', 'son']],
    ['SPLIT', 30, ['head', 'son', 'daughter']],
    ['MERGE', null, ['other']],
    ['JOIN', null, []],
    ['RELOCATE', null, []],
  ] as const)('%s with %p points agreed: %p', (kind, agreed, needed) => {
    expect(consentsNeeded({ ...move, kind, agreed }, own, 'other')).toEqual(needed);
  });
});

it('an invitation code survives being read out and is refused with a slip', () => {
  const code = inviteCode('0123456789abcdef01');
  expect(code).toHaveLength(10);
  expect(readInviteCode(` ${scannedInviteCode(code).toLowerCase()} `)).toBe(code);
  expect(readInviteCode(code.slice(1) + code.charAt(0))).toBeUndefined();
});
