import fc from 'fast-check';
import { lastDays, standingOn, versionOn, versionToShow } from '#shared/domain/law/in-force';
import { addDays } from '#shared/domain/time/clock';

const old = { effectiveFrom: '2013-01-01', effectiveTo: '2025-12-31' };
const current = { effectiveFrom: '2026-01-01', effectiveTo: null };

describe('versions of a law', () => {
  it.each([
    ['2012-12-31', old, 'coming'],
    ['2013-01-01', old, 'in_force'],
    ['2025-12-31', old, 'in_force'],
    ['2026-01-01', old, 'over'],
    ['2026-01-01', current, 'in_force'],
  ])('on %s', (day, version, standing) => {
    expect(standingOn(day, version)).toBe(standing);
  });

  it('judges an event by the text of its day', () => {
    expect(versionOn('2025-06-01', [current, old])).toBe(old);
    expect(versionOn('2026-06-01', [current, old])).toBe(current);
    expect(versionOn('2000-06-01', [current, old])).toBeUndefined();
  });

  it('shows the next text before the first, and the last one after a repeal', () => {
    expect(versionToShow('2000-01-01', [current, old])).toBe(old);
    expect(versionToShow('2030-01-01', [old])).toBe(old);
    expect(versionToShow('2030-01-01', [])).toBeUndefined();
  });

  it('leaves exactly one version in force on every day from the first on', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 9500 }), (starts, at) => {
        const from = starts.map((count) => addDays('2000-01-01', count));
        const ends = lastDays(from);
        const versions = from.map((effectiveFrom) => ({ effectiveFrom, effectiveTo: ends.get(effectiveFrom) ?? null }));
        const day = addDays('2000-01-01', at);
        const inForce = versions.filter((version) => standingOn(day, version) === 'in_force');
        expect(inForce).toHaveLength(Math.min(...starts) <= at ? 1 : 0);
      }),
    );
  });

  it('ends the newest version with a repeal', () => {
    expect(lastDays(['2020-01-01', '2010-01-01'], '2024-05-31')).toEqual(
      new Map([
        ['2010-01-01', '2019-12-31'],
        ['2020-01-01', '2024-05-31'],
      ]),
    );
  });
});
