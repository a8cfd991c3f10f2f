import fc from 'fast-check';
import { decentFrom, type FreedSlot, nextOffer, type Offer, type Waiting } from '#shared/domain/bookings/waitlist';
import { later, minuteMs, timeOfDay } from '#shared/domain/time/clock';
import { at, wall } from '../support';
import { villages } from './support';

const slot = (from: string, given: Partial<FreedSlot> = {}): FreedSlot => ({
  id: `luo@${from}`,
  advisorId: 'luo',
  from: at(from),
  to: later(at(from), 30 * minuteMs),
  manner: 'PHONE',
  freedAt: at('2026-11-20 10:00'),
  ...given,
});
const freed = slot('2026-11-24 10:20');
const waiting = (id: string, given: Partial<Waiting> = {}): Waiting => ({
  id,
  joinedAt: at('2026-11-20 09:00'),
  advisorIds: ['luo'],
  villageCode: villages.gaodian,
  offers: [],
  ...given,
});
const offer = (until: string, answer?: Offer['answer'], slotId = freed.id): Offer => ({
  slotId,
  madeAt: later(at(until), -30 * minuteMs),
  until: at(until),
  answer,
});
const said = (queue: readonly Waiting[], now: string, what: FreedSlot = freed) => {
  const next = nextOffer(queue, what, at(now));
  if (next.kind === 'OFFER') return `${next.waitingId} until ${wall(next.until).slice(5, 16)}`;
  if (next.kind === 'OPEN') return 'open';
  return `${next.offeredTo ? `kept for ${next.offeredTo}, ` : ''}wait until ${wall(next.at).slice(5, 16)}`;
};

describe('nextOffer', () => {
  const early = waiting('z', { joinedAt: at('2026-11-19 09:00') });

  it.each<[string, readonly Waiting[], string, string]>([
    ['goes to whoever joined first', [waiting('a'), early], '2026-11-23 10:00', 'z until 11-23 10:30'],
    ['settles two of one moment by id', [waiting('b'), waiting('a')], '2026-11-23 10:00', 'a until 11-23 10:30'],
    ['is open to all when nobody waits', [], '2026-11-23 10:00', 'open'],
    [
      'waits while an offer runs',
      [{ ...early, offers: [offer('2026-11-23 10:30')] }, waiting('a')],
      '2026-11-23 10:29',
      'kept for z, wait until 11-23 10:30',
    ],
    [
      'passes on when it lapsed',
      [{ ...early, offers: [offer('2026-11-23 10:30')] }, waiting('a')],
      '2026-11-23 10:30',
      'a until 11-23 11:00',
    ],
    [
      'passes on at once when declined',
      [{ ...early, offers: [offer('2026-11-23 10:30', 'DECLINED')] }, waiting('a')],
      '2026-11-23 10:05',
      'a until 11-23 10:35',
    ],
    [
      'ends when taken',
      [{ ...early, offers: [offer('2026-11-23 10:30', 'TAKEN')] }, waiting('a')],
      '2026-11-23 10:05',
      'open',
    ],
    ['is open once everybody had it', [{ ...early, offers: [offer('2026-11-23 10:30')] }], '2026-11-23 10:30', 'open'],
    [
      'keeps the place of who missed another slot',
      [{ ...early, offers: [offer('2026-11-22 10:30', null, 'other')] }, waiting('a')],
      '2026-11-23 10:00',
      'z until 11-23 10:30',
    ],
    [
      'leaves out who has another offer to answer',
      [{ ...early, offers: [offer('2026-11-23 10:20', null, 'other')] }, waiting('a')],
      '2026-11-23 10:00',
      'a until 11-23 10:30',
    ],
    [
      'waits for the only one to answer another offer',
      [{ ...early, offers: [offer('2026-11-23 10:20', null, 'other')] }],
      '2026-11-23 10:00',
      'wait until 11-23 10:20',
    ],
    ['leaves out who gave up', [{ ...early, isOver: true }, waiting('a')], '2026-11-23 10:00', 'a until 11-23 10:30'],
    ['waits for the morning at night', [early], '2026-11-23 20:31', 'wait until 11-24 08:00'],
    ['waits for the morning before dawn', [early], '2026-11-24 05:00', 'wait until 11-24 08:00'],
    ['makes the last offer of a day at 20:30', [early], '2026-11-23 20:30', 'z until 11-23 21:00'],
    ['can end an hour before the talk', [early], '2026-11-24 08:50', 'z until 11-24 09:20'],
    ['is open when too little time is left', [early], '2026-11-24 08:51', 'open'],
  ])('%s', (_title, queue, now, expected) => {
    expect(said(queue, now)).toBe(expected);
  });

  it('offers again what was taken and given back, but not to who had it', () => {
    const queue = [{ ...early, offers: [offer('2026-11-22 10:30', 'TAKEN')] }, waiting('a')];
    expect(said(queue, '2026-11-23 10:00')).toBe('open');
    expect(said(queue, '2026-11-23 10:00', { ...freed, freedAt: at('2026-11-22 18:00') })).toBe('a until 11-23 10:30');
  });

  it('opens at night what could not be offered in the morning', () => {
    expect(said([early], '2026-11-23 23:00', slot('2026-11-24 09:00'))).toBe('open');
    expect(said([early], '2026-11-23 23:00', slot('2026-11-24 09:30'))).toBe('wait until 11-24 08:00');
  });

  it.each<[string, Partial<Waiting>, Partial<FreedSlot>, boolean]>([
    ['another advisor', { advisorIds: ['chen'] }, {}, false],
    ['one of several advisors', { advisorIds: ['chen', 'luo'] }, {}, true],
    ['another village', {}, { manner: 'ONSITE', villageCode: villages.xincun }, false],
    ['the own village', {}, { manner: 'ONSITE', villageCode: villages.gaodian }, true],
    ['calls only', { manners: ['PHONE'] }, { manner: 'VIDEO' }, false],
    ['calls or video', { manners: ['PHONE', 'VIDEO'] }, { manner: 'VIDEO' }, true],
    ['that morning', { within: { from: at('2026-11-24 08:00'), to: at('2026-11-24 12:00') } }, {}, true],
    ['up to the start', { within: { from: at('2026-11-24 08:00'), to: at('2026-11-24 10:20') } }, {}, false],
    ['the next day', { within: { from: at('2026-11-25 00:00'), to: at('2026-11-26 00:00') } }, {}, false],
  ])('matches what is waited for: %s', (_title, given, what, isOffered) => {
    expect(said([waiting('a', given)], '2026-11-23 10:00', slot('2026-11-24 10:20', what))).toBe(
      isOffered ? 'a until 11-23 10:30' : 'open',
    );
  });
});

describe('an unanswered slot, from the first offer to the last', () => {
  const start = fc
    .integer({ min: 0, max: 4 * 24 * 60 })
    .map((minutes) => later(at('2026-11-20 00:00'), minutes * minuteMs));

  it('passes each once in order, one at a time, only in decent hours, and ends', () => {
    fc.assert(
      fc.property(start, fc.uniqueArray(fc.nat(50), { maxLength: 40 }), (from, joined) => {
        let queue = joined.map((order) => waiting(String(order).padStart(2, '0')));
        let now = from;
        const seen: string[] = [];
        for (let step = 0; step < 200; step += 1) {
          const next = nextOffer(queue, freed, now);
          if (next.kind === 'OPEN') break;
          if (next.kind === 'WAIT') {
            expect(next.at > now).toBe(true);
            now = next.at;
            continue;
          }
          expect(timeOfDay(now)).toBeGreaterThanOrEqual(8 * 3_600_000);
          expect(timeOfDay(next.until)).toBeLessThanOrEqual(21 * 3_600_000);
          expect(next.until.getTime() - now.getTime()).toBe(30 * minuteMs);
          expect(freed.from.getTime() - next.until.getTime()).toBeGreaterThanOrEqual(60 * minuteMs);
          seen.push(next.waitingId);
          const made = { slotId: freed.id, madeAt: now, until: next.until };
          queue = queue.map((one) => (one.id === next.waitingId ? { ...one, offers: [...one.offers, made] } : one));
        }
        expect(nextOffer(queue, freed, now).kind).toBe('OPEN');
        const everybody = queue.map(({ id }) => id).sort();
        expect(seen).toEqual(everybody.slice(0, seen.length));
        if (from <= at('2026-11-22 00:00')) expect(seen).toEqual(everybody);
      }),
    );
  });
});

describe('decentFrom', () => {
  it.each([
    ['2026-11-23 07:59', '2026-11-23 08:00:00'],
    ['2026-11-23 08:00', '2026-11-23 08:00:00'],
    ['2026-11-23 20:30', '2026-11-23 20:30:00'],
    ['2026-11-23 20:30:01', '2026-11-24 08:00:00'],
    ['2026-12-31 23:59', '2027-01-01 08:00:00'],
  ])('from %s on it is %s', (now, expected) => {
    expect(wall(decentFrom(at(now)))).toBe(expected);
  });
});
