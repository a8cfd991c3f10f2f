import fc from 'fast-check';
import { type Availability, defaultLimits, type Hours } from '#shared/domain/bookings/availability';
import { availabilityProblems, isDay } from '#shared/domain/bookings/availability-checks';
import { availabilityWith, villages } from './support';

const phone = (from: number, to: number): Hours => ({ from, to, manner: 'PHONE' });
const onMonday = (from: number, to: number) => ({ ...phone(from, to), weekday: 1 });
const { gaodian } = villages;
const found = (given: Partial<Availability>) =>
  availabilityProblems(availabilityWith(given)).map(({ reason, where }) => `${where} ${reason}`);

describe('availabilityProblems', () => {
  it('finds nothing wrong with hours that touch, or meet on different weekdays', () => {
    const weekly = [onMonday(540, 600), onMonday(600, 660), { ...phone(540, 660), weekday: 2 }];
    const markets = [
      { villageCode: gaodian, rhythm: { kind: 'LUNAR', digits: [2, 5, 8] } as const, from: 540, to: 720 },
    ];
    expect(found({ weekly, markets, overrides: [{ day: '2026-12-01', hours: [] }] })).toEqual([]);
  });

  it.each<[string, Partial<Availability>, string[]]>([
    [
      'weekly hours that overlap',
      { weekly: [onMonday(540, 601), onMonday(600, 660)] },
      ['weekly.1 availability_hours_overlap'],
    ],
    [
      'the same hours twice',
      { weekly: [onMonday(540, 600), onMonday(540, 600)] },
      ['weekly.1 availability_hours_overlap'],
    ],
    ['an end before the start', { weekly: [onMonday(600, 540)] }, ['weekly.0 availability_hours_invalid']],
    ['an empty stretch', { weekly: [onMonday(600, 600)] }, ['weekly.0 availability_hours_invalid']],
    ['hours beyond midnight', { weekly: [onMonday(600, 1441)] }, ['weekly.0 availability_hours_invalid']],
    ['half minutes', { weekly: [onMonday(600.5, 700)] }, ['weekly.0 availability_hours_invalid']],
    ['an eighth weekday', { weekly: [{ ...phone(540, 600), weekday: 7 }] }, ['weekly.0 availability_day_invalid']],
    [
      'a visit without a village',
      { weekly: [{ from: 540, to: 600, manner: 'ONSITE', weekday: 1 }] },
      ['weekly.0 availability_village_missing'],
    ],
    [
      'a call with a village',
      { weekly: [{ ...onMonday(540, 600), villageCode: gaodian }] },
      ['weekly.0 availability_village_missing'],
    ],
    [
      'a 13th month',
      { onSiteDays: [{ day: '2026-13-01', villageCode: gaodian, from: 540, to: 600 }] },
      ['onSiteDays.0 availability_day_invalid'],
    ],
    [
      'two villages at once',
      {
        onSiteDays: [
          { day: '2026-12-01', villageCode: gaodian, from: 540, to: 600 },
          { day: '2026-12-01', villageCode: villages.xincun, from: 570, to: 630 },
        ],
      },
      ['onSiteDays.1 availability_hours_overlap'],
    ],
    [
      'an override that overlaps itself',
      { overrides: [{ day: '2026-12-01', hours: [phone(540, 600), phone(590, 660)] }] },
      ['overrides.0.hours.1 availability_hours_overlap'],
    ],
    [
      'two overrides of one day',
      {
        overrides: [
          { day: '2026-12-01', hours: [] },
          { day: '2026-12-01', hours: [phone(540, 600)] },
        ],
      },
      ['overrides.1 availability_day_invalid'],
    ],
    [
      'a market without digits',
      { markets: [{ villageCode: gaodian, rhythm: { kind: 'LUNAR', digits: [] }, from: 540, to: 600 }] },
      ['markets.0 availability_market_invalid'],
    ],
    [
      'a market on the digit 12',
      { markets: [{ villageCode: gaodian, rhythm: { kind: 'SOLAR', digits: [2, 12] }, from: 540, to: 600 }] },
      ['markets.0 availability_market_invalid'],
    ],
    [
      'a market on weekday 7',
      { markets: [{ villageCode: gaodian, rhythm: { kind: 'WEEKLY', weekdays: [7] }, from: 540, to: 600 }] },
      ['markets.0 availability_market_invalid'],
    ],
    [
      'leave that ends before it begins',
      { leave: [{ from: new Date('2026-12-02'), to: new Date('2026-12-01') }] },
      ['leave.0 availability_leave_invalid'],
    ],
    [
      'leave without a date',
      { leave: [{ from: new Date(Number.NaN), to: new Date('2026-12-01') }] },
      ['leave.0 availability_leave_invalid'],
    ],
    [
      'measures out of bounds',
      { limits: { ...defaultLimits, slotMinutes: { ...defaultLimits.slotMinutes, VIDEO: 0 }, dailyLimit: 0 } },
      ['limits.slotMinutes.VIDEO availability_limits_invalid', 'limits.dailyLimit availability_limits_invalid'],
    ],
  ])('refuses %s', (_title, given, problems) => {
    expect(found(given)).toEqual(problems);
  });
});

describe('isDay', () => {
  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '',
    'tomorrow',
    '2026-11-23T00:00',
  ])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('knows every day there is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isDay(date.toISOString().slice(0, 10))).toBe(true);
        },
      ),
    );
  });
});
