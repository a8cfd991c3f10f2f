import fc from 'fast-check';
import { type EntryQuery, needsPhoneConfirmation, type OwnBooking, whyNotBook } from '#shared/domain/bookings/entry';
import type { Slot } from '#shared/domain/bookings/slots';
import { dayMs, later } from '#shared/domain/time/clock';
import { at } from '../support';
import { villages } from './support';

const now = at('2026-11-23 08:00');
const slot: Slot = {
  id: 'luo@20261124T022000Z',
  advisorId: 'luo',
  from: at('2026-11-24 10:20'),
  to: at('2026-11-24 10:50'),
  manner: 'ONSITE',
  villageCode: villages.gaodian,
};
const call: Slot = { id: slot.id, advisorId: 'luo', from: slot.from, to: slot.to, manner: 'PHONE' };
const own = (id: string, from: string, given: Partial<OwnBooking> = {}): OwnBooking => ({
  id,
  status: 'CONFIRMED',
  startsAt: at(from),
  endsAt: later(at(from), 30 * 60_000),
  ...given,
});
const two = [own('b1', '2026-11-25 09:00'), own('b2', '2026-11-26 09:00', { status: 'REQUESTED' })];
const ask = (given: Partial<EntryQuery>) =>
  whyNotBook({
    slot,
    now,
    villageCode: villages.gaodian,
    advisorIds: ['luo'],
    own: [],
    minimumNotice: 120,
    ...given,
  });

describe('whyNotBook', () => {
  it.each<[string, Partial<EntryQuery>, string | undefined]>([
    ['gives a free slot of the own village', {}, undefined],
    ['refuses a slot that has begun', { now: at('2026-11-24 10:20') }, 'booking_slot_past'],
    ['gives a slot two hours ahead', { now: at('2026-11-24 08:20') }, undefined],
    ['refuses a slot nearer than that', { now: at('2026-11-24 08:21') }, 'booking_notice_too_short'],
    ['gives a walk-in what is near', { now: at('2026-11-24 10:15'), isWalkIn: true }, undefined],
    ['gives a walk-in what has begun', { now: at('2026-11-24 10:49'), isWalkIn: true }, undefined],
    ['refuses a walk-in what is over', { now: at('2026-11-24 10:50'), isWalkIn: true }, 'booking_slot_past'],
    ['refuses another village’s day', { villageCode: villages.xincun }, 'booking_other_village'],
    ['refuses an advisor of another town', { slot: call, advisorIds: ['chen'] }, 'booking_other_village'],
    ['gives a call to any village of the advisor', { slot: call, villageCode: villages.xincun }, undefined],
    ['gives a second booking', { own: two.slice(1) }, undefined],
    ['refuses a third', { own: two }, 'booking_limit'],
    ['gives a third in the place of one of the two', { own: two, movingId: 'b1' }, undefined],
    [
      'counts a live hold',
      { own: [two[0]!, own('h', '2026-11-27 09:00', { status: 'HELD', heldUntil: at('2026-11-23 08:01') })] },
      'booking_limit',
    ],
    [
      'forgets a hold that timed out',
      { own: [two[0]!, own('h', '2026-11-27 09:00', { status: 'HELD', heldUntil: now })] },
      undefined,
    ],
    ['forgets what is over', { own: [...two.slice(1), own('b0', '2026-11-20 09:00')] }, undefined],
    ['forgets what was cancelled', { own: [two[0]!, { ...two[1]!, status: 'CANCELLED' }] }, undefined],
    ['refuses to be in two talks at once', { own: [own('b3', '2026-11-24 10:49')] }, 'booking_same_time'],
    ['gives the talk right after another', { own: [own('b3', '2026-11-24 10:50')] }, undefined],
    ['lets a booking be moved onto itself', { own: [own('b3', '2026-11-24 10:20')], movingId: 'b3' }, undefined],
  ])('%s', (_title, given, reason) => {
    expect(ask(given)).toBe(reason);
  });
});

describe('needsPhoneConfirmation', () => {
  const daysAgo = (days: number) => later(now, -days * dayMs);

  it.each([
    [[], false],
    [[1, 2], false],
    [[1, 2, 89], true],
    [[1, 2, 90], false],
    [[1, 2, -1], false],
    [[0, 1, 2, 3], true],
  ])('absences %j days ago: %s', (days, expected) => {
    expect(needsPhoneConfirmation(days.map(daysAgo), now)).toBe(expected);
  });

  it('is forgotten after 90 days without another absence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 }), (days) => {
        expect(needsPhoneConfirmation(days.map(daysAgo), later(now, 90 * dayMs))).toBe(false);
      }),
    );
  });
});
