import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { type Availability, type Hours, overlaps } from '#shared/domain/bookings/availability';
import type { MarketRhythm } from '#shared/domain/bookings/market-days';
import { type Busy, bookingsOn, openSlots, type Slot, type SlotQuery } from '#shared/domain/bookings/slots';
import { windowsOn } from '#shared/domain/bookings/windows';
import { dayOf, later, minuteMs, timeOfDay } from '#shared/domain/time/clock';
import { at } from '../support';
import { availabilityWith, queryWith, villages } from './support';

const village = fc.constantFrom(villages.gaodian, villages.xincun);
const day = fc.integer({ min: 20, max: 30 }).map((date) => `2026-11-${date}`);
const stretch = fc
  .tuple(fc.integer({ min: 84, max: 240 }), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ from: start * 5, to: Math.min(1440, (start + length) * 5) }));
const hours: fc.Arbitrary<Hours> = fc
  .tuple(stretch, fc.constantFrom('PHONE', 'VIDEO', 'ONSITE'), village)
  .map(([span, manner, villageCode]) => ({ ...span, manner, ...(manner === 'ONSITE' ? { villageCode } : {}) }));
const digits = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 });
const rhythm: fc.Arbitrary<MarketRhythm> = fc.oneof(
  digits.map((given) => ({ kind: 'LUNAR' as const, digits: given })),
  digits.map((given) => ({ kind: 'SOLAR' as const, digits: given })),
);
const moment = fc
  .integer({ min: 0, max: 14 * 24 * 12 })
  .map((steps) => later(at('2026-11-18 00:00'), steps * 5 * minuteMs));
const span = fc
  .tuple(moment, fc.integer({ min: 1, max: 60 }))
  .map(([from, steps]) => ({ from, to: later(from, steps * 5 * minuteMs) }));
const busy: fc.Arbitrary<Busy> = fc
  .tuple(span, fc.boolean(), fc.option(village, { nil: undefined }))
  .map(([taken, isBooking, villageCode]) => ({ ...taken, isBooking, ...(villageCode ? { villageCode } : {}) }));
const length = fc.integer({ min: 2, max: 12 }).map((steps) => steps * 5);
const availability: fc.Arbitrary<Availability> = fc
  .record({
    weekly: fc.array(
      fc.tuple(hours, fc.integer({ min: 0, max: 6 })).map(([one, weekday]) => ({ ...one, weekday })),
      { maxLength: 8 },
    ),
    overrides: fc.array(fc.record({ day, hours: fc.array(hours, { maxLength: 3 }) }), { maxLength: 2 }),
    onSiteDays: fc.array(
      fc.tuple(stretch, day, village).map(([given, on, villageCode]) => ({ ...given, day: on, villageCode })),
      { maxLength: 4 },
    ),
    markets: fc.array(
      fc.tuple(stretch, rhythm, village).map(([given, when, villageCode]) => ({ ...given, rhythm: when, villageCode })),
      { maxLength: 2 },
    ),
    leave: fc.array(span, { maxLength: 2 }),
    limits: fc.record({
      slotMinutes: fc.record({ ONSITE: length, PHONE: length, VIDEO: length }),
      bufferBefore: fc.constantFrom(0, 5, 15),
      bufferAfter: fc.constantFrom(0, 10, 20),
      minimumNotice: fc.constantFrom(0, 60, 120, 1440),
      windowDays: fc.integer({ min: 1, max: 20 }),
      dailyLimit: fc.integer({ min: 1, max: 6 }),
    }),
  })
  .map(availabilityWith);
const query: fc.Arbitrary<SlotQuery> = fc
  .tuple(availability, fc.array(busy, { maxLength: 8 }), moment)
  .map(([given, taken, now]) => queryWith(given, { busy: taken, now, from: at('2026-11-18 00:00') }));

const widened = ({ from, to }: Slot, { limits }: Availability) => ({
  from: later(from, -limits.bufferBefore * minuteMs),
  to: later(to, limits.bufferAfter * minuteMs),
});
const ids = (slots: readonly Slot[]) => slots.map(({ id }) => id);

describe('openSlots, whatever the advisor enters', () => {
  it('never lets two slots meet, their buffers and the way between them included', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const slots = openSlots(asked);
        for (const [index, slot] of slots.entries()) {
          for (const next of slots.slice(index + 1)) {
            const mine = widened(slot, asked.availability);
            const theirs = widened(next, asked.availability);
            expect(overlaps(mine, theirs)).toBe(false);
            const way = asked.travelMinutes(slot.villageCode, next.villageCode);
            expect(theirs.from.getTime() - mine.to.getTime()).toBeGreaterThanOrEqual(way * minuteMs);
          }
        }
      }),
    );
  });

  it('stays inside the hours of the day, of the same manner and village', () => {
    fc.assert(
      fc.property(query, (asked) => {
        for (const slot of openSlots(asked)) {
          const start = timeOfDay(slot.from) / minuteMs;
          const end = start + asked.availability.limits.slotMinutes[slot.manner];
          const inside = windowsOn(dayOf(slot.from), asked.availability, asked).filter(
            (window) =>
              window.from <= start &&
              end <= window.to &&
              window.manner === slot.manner &&
              window.villageCode === slot.villageCode,
          );
          expect(inside).toHaveLength(1);
        }
      }),
    );
  });

  it('offers nothing in the past, within the notice, beyond the window or in leave', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const { limits, leave } = asked.availability;
        for (const slot of openSlots(asked)) {
          expect(slot.from.getTime() - asked.now.getTime()).toBeGreaterThanOrEqual(limits.minimumNotice * minuteMs);
          expect(slot.from < later(asked.now, (limits.windowDays + 1) * 24 * 60 * minuteMs)).toBe(true);
          expect(leave.some((away) => overlaps(away, slot))).toBe(false);
          expect(asked.busy.some((taken) => overlaps(taken, slot))).toBe(false);
        }
      }),
    );
  });

  it('never adds a slot when something more is taken', () => {
    fc.assert(
      fc.property(query, busy, (asked, more) => {
        const before = new Set(ids(openSlots(asked)));
        const after = ids(openSlots({ ...asked, busy: [...asked.busy, more] }));
        expect(after.every((id) => before.has(id))).toBe(true);
      }),
    );
  });

  it('fills no day beyond its limit when slot after slot is claimed', () => {
    fc.assert(
      fc.property(query, fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), (asked, picks) => {
        let taken = asked.busy.filter(({ isBooking }) => !isBooking);
        for (const pick of picks) {
          const slots = openSlots({ ...asked, busy: taken });
          const claimed = slots[pick % Math.max(1, slots.length)];
          if (claimed) taken = [...taken, { ...claimed, isBooking: true }];
        }
        const { dailyLimit } = asked.availability.limits;
        for (const claimed of taken.filter(({ isBooking }) => isBooking)) {
          expect(bookingsOn(dayOf(claimed.from), taken)).toBeLessThanOrEqual(dailyLimit);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes away exactly the claimed slot while the day is not full', () => {
    fc.assert(
      fc.property(query, fc.nat(), (asked, pick) => {
        const limits = { ...asked.availability.limits, dailyLimit: 1000 };
        const roomy = { ...asked, availability: { ...asked.availability, limits } };
        const slots = openSlots(roomy);
        const claimed = slots[pick % Math.max(1, slots.length)];
        if (!claimed) return;
        const left = ids(openSlots({ ...roomy, busy: [...roomy.busy, { ...claimed, isBooking: true }] }));
        expect(left).toEqual(ids(slots).filter((id) => id !== claimed.id));
      }),
    );
  });

  it('answers a part of the time with the same slots as the whole', () => {
    fc.assert(
      fc.property(query, span, (asked, part) => {
        const whole = openSlots(asked).filter(({ from }) => from >= part.from && from < part.to);
        const to = new Date(Math.min(part.to.getTime(), asked.to.getTime()));
        expect(openSlots({ ...asked, from: part.from, to })).toEqual(whole);
      }),
    );
  });

  it('gives names that never repeat, in the order of time', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const found = ids(openSlots(asked));
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(found.toSorted());
      }),
    );
  });
});

describe('openSlots under another clock', () => {
  const script = `
    const { openSlots } = require('#shared/domain/bookings/slots');
    const { defaultLimits } = require('#shared/domain/bookings/availability');
    const weekly = [2, 3].map((weekday) => ({ weekday, from: 0, to: 1440, manner: 'PHONE' }));
    const availability = { advisorId: 'luo', weekly, overrides: [], onSiteDays: [], markets: [], leave: [], limits: defaultLimits };
    const slots = openSlots({
      availability, busy: [], lunarDayOf: () => 1, travelMinutes: () => 0,
      from: new Date('2026-03-07T16:00:00Z'), to: new Date('2026-04-01T16:00:00Z'), now: new Date('2026-03-23T00:00:00Z'),
    });
    console.log(JSON.stringify(slots));`;
  const run = (zone: string) =>
    execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });

  it("is the same in Shanghai, London, New York and Apia, over London's change to summer time too", () => {
    const inShanghai = run('Asia/Shanghai');
    expect(JSON.parse(inShanghai)).toHaveLength(4 * 36);
    for (const zone of ['Europe/London', 'America/New_York', 'Pacific/Apia']) expect(run(zone)).toBe(inShanghai);
  }, 60_000);
});
