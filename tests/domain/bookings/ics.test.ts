import fc from 'fast-check';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { manners } from '#shared/domain/bookings/availability';
import { type CalendarBooking, calendarEntryOf } from '#shared/domain/bookings/calendar-entry';
import { type CalendarEntry, calendarFeed } from '#shared/domain/bookings/ics';
import { bookingStatuses } from '#shared/domain/bookings/lifecycle';
import { later, minuteMs } from '#shared/domain/time/clock';
import { at } from '../support';

const now = at('2026-11-23 08:00');
const entry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  rootId: '0193-a',
  sequence: 0,
  status: 'CONFIRMED',
  startsAt: at('2026-11-24 10:20'),
  endsAt: at('2026-11-24 10:50'),
  changedAt: at('2026-11-22 09:30'),
  manner: 'ONSITE',
  place: '高桥村村委会, 二楼; 左手',
  ...given,
});
const feed = (entries: readonly CalendarEntry[], asked = now) =>
  calendarFeed({ name: '翠屏服务台 · 我的接待', domain: 'desk.example', entries, now: asked });
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('calendarFeed', () => {
  it('writes an event line by line', () => {
    const text = feed([entry()]);
    expect(text.slice(text.indexOf('BEGIN:VEVENT')).split('\r\n')).toEqual([
      'BEGIN:VEVENT',
      'UID:0193-a@desk.example',
      'DTSTAMP:20261122T013000Z',
      'LAST-MODIFIED:20261122T013000Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Asia/Shanghai:20261124T102000',
      'DTEND;TZID=Asia/Shanghai:20261124T105000',
      'SUMMARY:法律咨询（到村）',
      'LOCATION:高桥村村委会\\, 二楼\\; 左手',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT60M',
      'DESCRIPTION:法律咨询（到村）',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('ends every line with CRLF and keeps it within 75 octets', () => {
    const text = feed([entry({ place: '很长的地名'.repeat(20) })]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('rings no alarm for a cancelled talk and frees the time', () => {
    const text = feed([entry({ status: 'CANCELLED', sequence: 1 })]);
    expect(text).toContain('SUMMARY:已取消：法律咨询（到村）\r\n');
    expect(text).toContain('STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n');
    expect(text).not.toContain('VALARM');
  });

  it('names no place for a call', () => {
    expect(feed([entry({ manner: 'PHONE' })])).not.toContain('LOCATION');
  });

  it('keeps one event a root: the latest, and of two alike the one that stands', () => {
    const moved = entry({ status: 'CANCELLED', sequence: 1 });
    const stands = entry({ sequence: 1, startsAt: at('2026-11-26 09:00'), endsAt: at('2026-11-26 09:30') });
    for (const entries of [
      [entry(), moved, stands],
      [stands, moved, entry()],
      [moved, stands],
    ]) {
      expect(eventsOf(feed(entries)).map(({ uid, sequence }) => `${uid} ${sequence}`)).toEqual([
        '0193-a@desk.example 1',
      ]);
      expect(feed(entries)).toContain('DTSTART;TZID=Asia/Shanghai:20261126T090000');
    }
  });

  it.each([
    ['CANCELLED', '2026-12-24 10:50', 1],
    ['CANCELLED', '2026-12-24 10:51', 0],
    ['CONFIRMED', '2027-02-22 10:50', 1],
    ['CONFIRMED', '2027-02-22 10:51', 0],
  ] as const)('a %s talk of 24 November at %s: %i in the feed', (status, asked, count) => {
    expect(eventsOf(feed([entry({ status })], at(asked)))).toHaveLength(count);
  });

  it('is the same text whenever it is asked for and in whatever order', () => {
    const entries = [entry(), entry({ rootId: 'b' }), entry({ rootId: 'c', startsAt: at('2026-11-25 09:00') })];
    expect(feed(entries.toReversed(), at('2026-11-24 09:00'))).toBe(feed(entries));
  });

  it('is a calendar also without any talk', () => {
    expect(eventsOf(feed([]))).toEqual([]);
    expect(Object.values(nodeIcal.parseICS(feed([]))).filter((one) => one?.type === 'VEVENT')).toEqual([]);
  });
});

describe('a feed read by ical.js and node-ical', () => {
  const anyEntry = fc
    .record({
      rootId: fc.uuid(),
      sequence: fc.nat(99),
      status: fc.constantFrom('CONFIRMED' as const, 'TENTATIVE' as const, 'CANCELLED' as const),
      minutes: fc.integer({ min: 0, max: 60 * 24 * 300 }),
      length: fc.integer({ min: 10, max: 240 }),
      manner: fc.constantFrom(...manners),
      place: fc.array(fc.constantFrom('高桥村', ',', ';', '\\', ' ', '\n', '"', ':', '😀', 'n', '二楼'), {
        minLength: 1,
        maxLength: 40,
      }),
    })
    .map(({ minutes, length, place, ...rest }) => {
      const startsAt = later(at('2026-11-23 00:00'), minutes * minuteMs);
      const endsAt = later(startsAt, length * minuteMs);
      return { ...rest, startsAt, endsAt, changedAt: now, place: `村${place.join('')}委会` };
    });

  it('says the same as what went in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ rootId }) => rootId, maxLength: 8 }), (entries) => {
        const text = feed(entries);
        const events = eventsOf(text);
        const others = nodeIcal.parseICS(text);
        expect(events).toHaveLength(entries.length);
        for (const { rootId, sequence, status, startsAt, endsAt, manner, place } of entries) {
          const uid = `${rootId}@desk.example`;
          const event = events.find((one) => one.uid === uid)!;
          const times = [startsAt, endsAt];
          expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual(times);
          expect([event.sequence, event.component.getFirstPropertyValue('status')]).toEqual([sequence, status]);
          expect(event.location).toBe(manner === 'ONSITE' ? place : null);
          expect(event.component.getAllSubcomponents('valarm')).toHaveLength(status === 'CANCELLED' ? 0 : 1);

          const other = others[uid];
          if (other?.type !== 'VEVENT') throw new Error(uid);
          expect([new Date(other.start), new Date(other.end ?? 0)]).toEqual(times);
          expect([Number(other.sequence), other.status]).toEqual([sequence, status]);
        }
      }),
    );
  });
});

describe('calendarEntryOf', () => {
  const booking: CalendarBooking = { ...entry(), status: 'CONFIRMED', sequence: 2 };

  it.each([
    ['HELD', undefined],
    ['REQUESTED', 'TENTATIVE 2'],
    ['CONFIRMED', 'CONFIRMED 2'],
    ['DONE', 'CONFIRMED 2'],
    ['CANCELLED', 'CANCELLED 3'],
    ['EXPIRED', undefined],
    ['RESCHEDULED', 'CANCELLED 3'],
    ['NO_SHOW_RESIDENT', 'CONFIRMED 2'],
    ['NO_SHOW_ADVISOR', 'CONFIRMED 2'],
  ] as const)('%s: %s', (status, expected) => {
    const made = calendarEntryOf({ ...booking, status });
    expect(made && `${made.status} ${made.sequence}`).toBe(expected);
  });

  it('shows a moved talk once where both ends are one advisor’s, and as cancelled where not', () => {
    const moved = calendarEntryOf({ ...booking, status: 'RESCHEDULED' })!;
    const next = calendarEntryOf({ ...booking, sequence: 3, startsAt: at('2026-11-30 09:00') })!;
    expect(eventsOf(feed([moved, next])).map((event) => event.component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
    ]);
    expect(eventsOf(feed([moved])).map((event) => event.component.getFirstPropertyValue('status'))).toEqual([
      'CANCELLED',
    ]);
  });

  it('says nothing of the person or the matter, in any status', () => {
    const secret = { title: '离婚', resident: '刘某', phone: '13900000000' };
    for (const status of bookingStatuses) {
      const made = calendarEntryOf({ ...booking, status });
      const text = feed(made ? [{ ...made, ...secret }] : []);
      for (const word of Object.values(secret)) expect(text).not.toContain(word);
    }
  });
});
