import { defaultLimits, type Hours, type WeeklyHours } from '#shared/domain/bookings/availability';
import { openSlots, slotId, slotOf } from '#shared/domain/bookings/slots';
import { at, wall } from '../support';
import { queryWith, villages } from './support';

const hm = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const phone = (from: string, to: string): Hours => ({ from: hm(from), to: hm(to), manner: 'PHONE' });
const tuesdays = (from: string, to: string): WeeklyHours => ({ ...phone(from, to), weekday: 2 });
const tuesdayMorning = tuesdays('09:00', '11:00');
const atGaodian = (day: string, from: string, to: string) => ({
  day,
  villageCode: villages.gaodian,
  from: hm(from),
  to: hm(to),
});
type Query = Parameters<typeof queryWith>;
const starts = (...query: Query) => openSlots(queryWith(...query)).map(({ from }) => wall(from).slice(5, 16));
const described = (...query: Query) =>
  openSlots(queryWith(...query)).map(({ from, manner, villageCode }) =>
    [wall(from).slice(5, 16), manner, villageCode].filter(Boolean).join(' '),
  );
const booking = (from: string, to: string, villageCode?: string) => ({
  from: at(from),
  to: at(to),
  isBooking: true,
  villageCode,
});
const other = (from: string, to: string, villageCode?: string) => ({
  ...booking(from, to, villageCode),
  isBooking: false,
});

describe('openSlots', () => {
  it('cuts weekly hours into talks with time for the record, on every such day of the window', () => {
    expect(starts({ weekly: [tuesdayMorning] })).toEqual([
      '11-24 09:00',
      '11-24 09:40',
      '11-24 10:20',
      '12-01 09:00',
      '12-01 09:40',
      '12-01 10:20',
    ]);
  });

  it('names a slot by advisor and start, and tells its end, manner and village', () => {
    expect(openSlots(queryWith({ onSiteDays: [atGaodian('2026-11-25', '10:00', '10:30')] }))).toEqual([
      {
        id: 'luo@20261125T020000Z',
        advisorId: 'luo',
        from: at('2026-11-25 10:00'),
        to: at('2026-11-25 10:30'),
        manner: 'ONSITE',
        villageCode: villages.gaodian,
      },
    ]);
  });

  it('offers nothing without hours, and nothing for a window shorter than a talk', () => {
    expect(starts({})).toEqual([]);
    expect(starts({ weekly: [tuesdays('09:00', '09:29')] })).toEqual([]);
  });

  it('keeps to the length of each manner', () => {
    const limits = { ...defaultLimits, slotMinutes: { ...defaultLimits.slotMinutes, PHONE: 15 }, bufferAfter: 0 };
    expect(starts({ weekly: [tuesdays('09:00', '10:00')], limits, leave: [] }).slice(0, 4)).toEqual([
      '11-24 09:00',
      '11-24 09:15',
      '11-24 09:30',
      '11-24 09:45',
    ]);
  });

  it('lets an override stand alone, also an empty one', () => {
    const overrides = [
      { day: '2026-11-24', hours: [phone('15:00', '15:30')] },
      { day: '2026-12-01', hours: [] },
    ];
    const onSiteDays = [atGaodian('2026-11-24', '09:00', '10:00')];
    expect(starts({ weekly: [tuesdayMorning], onSiteDays, overrides })).toEqual(['11-24 15:00']);
  });

  it('puts the day in the village before weekly calls and leaves time for the way', () => {
    const weekly = [tuesdays('09:00', '11:00'), tuesdays('14:00', '15:20')];
    const onSiteDays = [atGaodian('2026-11-24', '10:30', '13:40')];
    expect(described({ weekly, onSiteDays }, { to: at('2026-11-25 00:00') })).toEqual([
      '11-24 09:00 PHONE',
      `11-24 10:30 ONSITE ${villages.gaodian}`,
      `11-24 11:10 ONSITE ${villages.gaodian}`,
      `11-24 11:50 ONSITE ${villages.gaodian}`,
      `11-24 12:30 ONSITE ${villages.gaodian}`,
      `11-24 13:10 ONSITE ${villages.gaodian}`,
      '11-24 14:20 PHONE',
    ]);
  });

  it('leaves time for the way between two villages on one day', () => {
    const onSiteDays = [
      atGaodian('2026-11-25', '09:00', '10:00'),
      { ...atGaodian('2026-11-25', '10:00', '12:00'), villageCode: villages.xincun },
    ];
    expect(starts({ onSiteDays })).toEqual(['11-25 09:00', '11-25 10:30', '11-25 11:10']);
  });

  it('sits in the village on market days of the lunar month', () => {
    const markets = [
      {
        villageCode: villages.gaodian,
        rhythm: { kind: 'LUNAR', digits: [8] } as const,
        from: hm('09:00'),
        to: hm('09:30'),
      },
    ];
    expect(starts({ markets })).toEqual(['11-26 09:00', '12-06 09:00']);
    expect(starts({ markets }, { lunarDayOf: () => undefined })).toEqual([]);
  });

  it('rests from weekly hours on a public holiday, but not from the market', () => {
    const markets = [
      {
        villageCode: villages.gaodian,
        rhythm: { kind: 'WEEKLY', weekdays: [2] } as const,
        from: hm('15:00'),
        to: hm('15:30'),
      },
    ];
    const isHoliday = (day: string) => day === '2026-11-24';
    expect(starts({ weekly: [tuesdays('09:00', '09:30')], markets }, { isHoliday })).toEqual([
      '11-24 15:00',
      '12-01 09:00',
      '12-01 15:00',
    ]);
  });

  it('drops what leave touches', () => {
    const leave = [{ from: at('2026-11-24 10:00'), to: at('2026-11-24 10:20') }];
    expect(starts({ weekly: [tuesdayMorning], leave }).slice(0, 3)).toEqual([
      '11-24 09:00',
      '11-24 10:20',
      '12-01 09:00',
    ]);
  });

  it.each([
    ['one booking takes one slot', [booking('2026-11-24 09:40', '2026-11-24 10:10')], ['09:00', '10:20']],
    [
      'a booking in a village takes the way too',
      [booking('2026-11-24 09:40', '2026-11-24 10:10', villages.gaodian)],
      [],
    ],
    ['a court hearing takes what it touches', [other('2026-11-24 09:45', '2026-11-24 10:20')], ['09:00', '10:20']],
    [
      'time for the record is kept before a hearing',
      [other('2026-11-24 09:35', '2026-11-24 09:40')],
      ['09:40', '10:20'],
    ],
    [
      'a meeting in a village takes the way',
      [other('2026-11-24 09:10', '2026-11-24 09:20', villages.gaodian)],
      ['10:20'],
    ],
    [
      'something of the day before takes nothing',
      [other('2026-11-23 09:00', '2026-11-23 12:00')],
      ['09:00', '09:40', '10:20'],
    ],
  ])('%s', (_title, busy, left) => {
    const found = starts({ weekly: [tuesdayMorning] }, { busy, to: at('2026-11-25 00:00') });
    expect(found).toEqual(left.map((time) => `11-24 ${time}`));
  });

  it.each([
    ['2026-11-24 07:00', ['09:00', '09:40', '10:20']],
    ['2026-11-24 07:00:01', ['09:40', '10:20']],
    ['2026-11-24 08:20', ['10:20']],
    ['2026-11-24 08:21', []],
    ['2026-11-24 23:59', []],
  ])('keeps two hours of notice: at %s there are %j', (now, left) => {
    const found = starts({ weekly: [tuesdayMorning] }, { now: at(now), to: at('2026-11-25 00:00') });
    expect(found).toEqual(left.map((time) => `11-24 ${time}`));
  });

  it('looks no further ahead than the booking window', () => {
    const limits = { ...defaultLimits, windowDays: 7 };
    expect(starts({ weekly: [tuesdayMorning], limits }, { now: at('2026-11-24 06:00') }).at(-1)).toBe('12-01 10:20');
    expect(starts({ weekly: [tuesdayMorning], limits }, { now: at('2026-11-23 23:59') }).at(-1)).toBe('11-24 10:20');
  });

  it('keeps to the stretch asked for, by the start', () => {
    const asked = { from: at('2026-11-24 09:40'), to: at('2026-11-24 10:20') };
    expect(starts({ weekly: [tuesdayMorning] }, asked)).toEqual(['11-24 09:40']);
  });

  it('closes a day that is full, and counts bookings only', () => {
    const limits = { ...defaultLimits, dailyLimit: 2 };
    const early = booking('2026-11-24 07:00', '2026-11-24 07:30');
    const late = booking('2026-11-24 17:00', '2026-11-24 17:30');
    const day = { to: at('2026-11-25 00:00') };
    expect(starts({ weekly: [tuesdayMorning], limits }, { ...day, busy: [early] })).toHaveLength(3);
    expect(starts({ weekly: [tuesdayMorning], limits }, { ...day, busy: [early, late] })).toHaveLength(0);
    expect(
      starts({ weekly: [tuesdayMorning], limits }, { ...day, busy: [early, { ...late, isBooking: false }] }),
    ).toHaveLength(3);
  });
});

describe('slotOf', () => {
  it('reads back what slotId writes', () => {
    const from = at('2026-11-24 10:20');
    expect(slotId('a@b', from)).toBe('a@b@20261124T022000Z');
    expect(slotOf('a@b@20261124T022000Z')).toEqual({ advisorId: 'a@b', from });
  });

  it.each([
    '',
    'luo',
    '@20261124T022000Z',
    'luo@20261324T022000Z',
    'luo@20260631T022000Z',
    'luo@20261124T252000Z',
    'luo@2026',
  ])('knows that %j is no slot', (id) => {
    expect(slotOf(id)).toBeUndefined();
  });
});
