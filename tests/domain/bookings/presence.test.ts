import fc from 'fast-check';
import {
  monthSpan,
  presenceOf,
  quarterEnd,
  quarterMonths,
  type Visit,
  villagesIn,
} from '#shared/domain/bookings/presence';
import { later, minuteMs } from '#shared/domain/time/clock';
import { at, wall } from '../support';

const visit = (from: string, to?: string, villageCode = 'v1'): Visit => ({
  villageCode,
  signedInAt: at(from),
  signedOutAt: to ? at(to) : null,
});
const term = (startsOn: string, endsOn?: string, villageCode = 'v1') => ({ villageCode, startsOn, endsOn });
const always = [term('2020-01-01')];
const inNovember = (visits: readonly Visit[], terms = always) =>
  presenceOf(['2026-11'], terms, visits).map(({ villageCode, minutes, days }) => `${villageCode} ${minutes} ${days}`);

describe('months and quarters', () => {
  it.each([
    ['2026-02', '2026-02-01 00:00:00', '2026-03-01 00:00:00'],
    ['2028-02', '2028-02-01 00:00:00', '2028-03-01 00:00:00'],
    ['2026-12', '2026-12-01 00:00:00', '2027-01-01 00:00:00'],
  ])('%s runs from %s to %s', (month, from, to) => {
    const span = monthSpan(month);
    expect([wall(span.from), wall(span.to)]).toEqual([from, to]);
  });

  it.each([
    ['2026-01', '2026-03', ['2026-01', '2026-02', '2026-03']],
    ['2026-06', '2026-06', ['2026-04', '2026-05', '2026-06']],
    ['2026-11', '2026-12', ['2026-10', '2026-11', '2026-12']],
  ])('%s is in the quarter that ends with %s', (month, end, months) => {
    expect(quarterEnd(month)).toBe(end);
    expect(quarterMonths(month)).toEqual(months);
  });
});

describe('villagesIn', () => {
  it.each([
    [[term('2026-11-16')], ['v1']],
    [[term('2026-11-17')], []],
    [[term('2026-01-01', '2026-11-15')], ['v1']],
    [[term('2026-01-01', '2026-11-14')], []],
    [[term('2026-11-01', '2026-11-08'), term('2026-11-20', '2026-11-26')], ['v1']],
    [[term('2026-11-01', '2026-11-10'), term('2026-11-05', '2026-11-12')], []],
    [
      [term('2026-11-01'), term('2026-11-01', undefined, 'v2')],
      ['v1', 'v2'],
    ],
  ])('counts a village served for 15 days: %j → %j', (terms, expected) => {
    expect(villagesIn('2026-11', terms)).toEqual(expected);
  });
});

describe('presenceOf', () => {
  it.each([
    ['no visit', [], ['v1 0 0']],
    ['one visit', [visit('2026-11-10 09:00', '2026-11-10 12:30')], ['v1 210 1']],
    [
      'two visits on one day',
      [visit('2026-11-10 09:00', '2026-11-10 12:00'), visit('2026-11-10 14:00', '2026-11-10 17:00')],
      ['v1 360 1'],
    ],
    [
      'two that overlap',
      [visit('2026-11-10 10:00', '2026-11-10 12:00'), visit('2026-11-10 09:00', '2026-11-10 11:00')],
      ['v1 180 1'],
    ],
    [
      'one inside another',
      [visit('2026-11-10 09:00', '2026-11-10 17:00'), visit('2026-11-10 10:00', '2026-11-10 11:00')],
      ['v1 480 1'],
    ],
    ['nobody signed out', [visit('2026-11-10 09:00')], ['v1 0 0']],
    ['signed out before signing in', [visit('2026-11-10 09:00', '2026-11-10 08:00')], ['v1 0 0']],
    ['another village', [visit('2026-11-10 09:00', '2026-11-10 12:00', 'v2')], ['v1 0 0']],
    ['another month', [visit('2026-10-31 09:00', '2026-10-31 12:00')], ['v1 0 0']],
    ['over the turn of the month', [visit('2026-10-31 23:00', '2026-11-01 01:00')], ['v1 60 1']],
  ])('counts %s', (_title, visits, expected) => {
    expect(inNovember(visits)).toEqual(expected);
  });

  it('never counts more than the time from the first signing in to the last signing out', () => {
    const minutes = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(minutes, minutes), { minLength: 1, maxLength: 8 }), (pairs) => {
        const start = at('2026-11-10 00:00');
        const visits = pairs.map(([from, length]) => ({
          villageCode: 'v1',
          signedInAt: later(start, from * minuteMs),
          signedOutAt: later(start, (from + length) * minuteMs),
        }));
        const first = Math.min(...pairs.map(([from]) => from));
        const last = Math.max(...pairs.map(([from, length]) => from + length));
        const [counted] = presenceOf(['2026-11'], always, visits);
        expect(counted?.minutes).toBeLessThanOrEqual(last - first);
        expect(counted?.minutes).toBeGreaterThanOrEqual(Math.max(...pairs.map(([, length]) => length)));
      }),
    );
  });
});
