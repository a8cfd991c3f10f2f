import fc from 'fast-check';
import { defaultDraw, quarterlySample } from '#shared/domain/bookings/sample';

const records = fc
  .uniqueArray(fc.uuid(), { maxLength: 80 })
  .map((ids) => ids.map((id, index) => ({ id, group: `firm${index % 3}` })));
const draw = fc.record({ seed: fc.string(), share: fc.double({ min: 0, max: 1, noNaN: true }), fewest: fc.nat(3) });
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `r${index}`, group: 'g' }));

describe('quarterlySample', () => {
  it('draws the same whatever the order, each at most once, enough of every group', () => {
    fc.assert(
      fc.property(records, draw, (all, how) => {
        const drawn = quarterlySample(all, how);
        expect(quarterlySample(all.toReversed(), how)).toEqual(drawn);
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const group of new Set(all.map((record) => record.group))) {
          const ids = all.filter((record) => record.group === group).map(({ id }) => id);
          const count = drawn.filter((id) => ids.includes(id)).length;
          expect(count).toBeGreaterThanOrEqual(
            Math.min(ids.length, Math.max(how.fewest, ids.length * how.share - 1e-6)),
          );
          expect(count).toBeLessThanOrEqual(Math.min(ids.length, Math.max(how.fewest, ids.length * how.share + 1)));
        }
      }),
    );
  });

  it.each([
    [0, 0],
    [1, 1],
    [20, 1],
    [21, 2],
    [140, 7],
  ])('of %i records it draws %i', (count, expected) => {
    expect(quarterlySample(numbered(count), { seed: '2026Q4', ...defaultDraw })).toHaveLength(expected);
  });

  it('is another one with another seed, and gives each record its fair chance', () => {
    const all = numbered(100);
    const counts = new Map<string, number>();
    for (let round = 0; round < 2000; round += 1) {
      for (const id of quarterlySample(all, { seed: `s${round}`, share: 0.1, fewest: 1 })) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(100);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(70);
  });
});
