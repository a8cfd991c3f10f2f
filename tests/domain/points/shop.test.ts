import fc from 'fast-check';
import { pickupCode, readPickupCode, scannedPickupCode, spokenCode } from '#shared/domain/points/pickup-code';
import { monthAway, monthIsOver, whyNotRedeem } from '#shared/domain/points/shop';

const hex = fc.stringMatching(/^[0-9a-f]{22}$/);
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('a pick-up code', () => {
  it('is read back as it is shown, scanned, read out or written small', () => {
    fc.assert(
      fc.property(hex, (text) => {
        const code = pickupCode(text);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
        for (const shown of [code, scannedPickupCode(code), spokenCode(code), code.toLowerCase(), ` ${code}\n`])
          expect(readPickupCode(shown)).toBe(code);
      }),
    );
  });

  it('is never read with one sign wrong, two neighbours exchanged, or a sign missing', () => {
    fc.assert(
      fc.property(hex, fc.nat(11), fc.nat(30), (text, place, sign) => {
        const code = pickupCode(text);
        const put = (at: number, other: string) => code.slice(0, at) + other + code.slice(at + 1);
        if (signs[sign] !== code[place]) expect(readPickupCode(put(place, signs[sign]!))).toBeUndefined();
        const [one, next] = [code[place]!, code[place + 1]];
        // The check sign itself has no weight: exchanged with its neighbour it is found as well, but by chance of 30 in 31.
        if (place < 10 && one !== next) {
          const exchanged = code.slice(0, place) + next + one + code.slice(place + 2);
          expect(readPickupCode(exchanged)).toBeUndefined();
        }
        expect(readPickupCode(code.slice(1))).toBeUndefined();
      }),
    );
  });
});

describe('a wish', () => {
  it.each([
    [{ points: 15, balance: 30, count: 2, yearLimit: null, takenThisYear: 9 }, undefined],
    [{ points: 15, balance: 29, count: 2, yearLimit: null, takenThisYear: 0 }, 'points_not_enough'],
    [{ points: 15, balance: 90, count: 2, yearLimit: 3, takenThisYear: 2 }, 'shop_year_limit'],
    [{ points: 15, balance: 90, count: 1, yearLimit: 3, takenThisYear: 2 }, undefined],
    [{ points: 15, balance: 0, count: 5, yearLimit: 4, takenThisYear: 0 }, 'shop_year_limit'],
  ])('%j → %s', (wish, refusal) => {
    expect(whyNotRedeem(wish)).toBe(refusal);
  });
});

describe('a month', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', -14, '2025-01'],
  ])('%s and %i months is %s', (month, count, other) => {
    expect(monthAway(month, count)).toBe(other);
  });

  it('is over on the first day of the next', () => {
    expect([monthIsOver('2026-11', '2026-11-30'), monthIsOver('2026-11', '2026-12-01')]).toEqual([false, true]);
  });
});
