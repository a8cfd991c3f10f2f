import fc from 'fast-check';
import { distanceMetres } from '#shared/domain/geo/distance';
import { findDuplicates, type Report, textSimilarity } from '#shared/domain/tickets/duplicates';
import { at } from '../support';

const here = { lng: 104.63, lat: 28.76 };
const report = (given: Partial<Report & { id: string }> = {}) => ({
  id: 'a',
  category: 'streetlight',
  text: '我家门口路灯坏了一个星期没人修',
  point: here,
  villageCode: '511502101201',
  receivedAt: at('2026-11-20 10:00'),
  ...given,
});
const fresh = report({ receivedAt: at('2026-11-23 10:00') });
const idsOf = (earlier: readonly ReturnType<typeof report>[]) =>
  findDuplicates(fresh, earlier).map(({ candidate }) => candidate.id);

describe('distanceMetres', () => {
  it.each([
    [here, here, 0],
    [here, { lng: 104.63, lat: 28.7645 }, 500],
    [here, { lng: 104.64, lat: 28.76 }, 975],
  ])('from %j to %j are about %i metres', (a, b, metres) => {
    expect(distanceMetres(a, b)).toBeGreaterThanOrEqual(metres * 0.99);
    expect(distanceMetres(a, b)).toBeLessThanOrEqual(metres * 1.01 + 0.001);
  });

  it('is the same both ways', () => {
    const point = fc.record({
      lng: fc.double({ min: 104, max: 105.2, noNaN: true }),
      lat: fc.double({ min: 28, max: 29.5, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 6);
      }),
    );
  });
});

describe('textSimilarity', () => {
  it('is 1 for the same words, whatever the punctuation', () => {
    expect(textSimilarity('路灯坏了，没人修！', '路灯坏了 没人修')).toBeCloseTo(1, 9);
  });

  it('is 0 for nothing in common and for too short a text', () => {
    expect(textSimilarity('路灯坏了', '垃圾没人收')).toBe(0);
    expect(textSimilarity('', '路灯')).toBe(0);
    expect(textSimilarity('灯', '灯')).toBe(0);
  });

  it('stays between 0 and 1 and does not mind the order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const likeness = textSimilarity(a, b);
        expect(likeness >= 0 && likeness <= 1).toBe(true);
        expect(textSimilarity(b, a)).toBeCloseTo(likeness, 9);
      }),
    );
  });
});

describe('findDuplicates', () => {
  it.each([
    ['the same lamp in other words', { text: '村口的路灯坏了好几天' }, true],
    ['another category', { category: 'manhole' }, false],
    ['too far away', { point: { lng: 104.63, lat: 28.765 } }, false],
    ['over a month old', { receivedAt: at('2026-10-23 09:59') }, false],
    ['exactly thirty days old', { receivedAt: at('2026-10-24 10:00') }, true],
    ['a later report', { receivedAt: at('2026-11-23 10:01') }, false],
    ['other words', { text: '晚上太黑看不见' }, false],
    ['no pin, same village', { point: null }, true],
    ['no pin, other village', { point: null, villageCode: '511502101202' }, false],
    ['no pin and no village', { point: null, villageCode: null }, false],
  ] as const)('%s', (_title, given, expected) => {
    expect(idsOf([report(given)])).toEqual(expected ? ['a'] : []);
  });

  it('ranks the nearer of two alike first, then the earlier, and shows three', () => {
    const near = report({ id: 'near' });
    const far = report({ id: 'far', point: { lng: 104.63, lat: 28.764 } });
    const early = report({ id: 'early', receivedAt: at('2026-11-01 10:00') });
    const other = report({ id: 'other', text: '路灯坏了', point: { lng: 104.63, lat: 28.764 } });
    expect(idsOf([other, far, near, early])).toEqual(['early', 'near', 'far']);
  });
});
