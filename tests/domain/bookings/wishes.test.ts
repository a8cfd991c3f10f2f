import fc from 'fast-check';
import type { Slot } from '#shared/domain/bookings/slots';
import { answerWish, mostShown, nearestSlots, type Wish } from '#shared/domain/bookings/wishes';
import { confirmText, slotText, wishedDayText, wishText } from '#shared/domain/bookings/words';
import { later, minuteMs } from '#shared/domain/time/clock';
import { at, wall } from '../support';

const now = at('2026-11-23 11:00');
const slot = (from: string, manner: Slot['manner'] = 'PHONE'): Slot => ({
  id: `luo@${from}`,
  advisorId: 'luo',
  from: at(from),
  to: later(at(from), 30 * minuteMs),
  manner,
});
const free = [
  '2026-11-23 14:00',
  '2026-11-24 09:00',
  '2026-11-24 10:20',
  '2026-11-24 14:00',
  '2026-11-26 09:00',
  '2026-11-27 09:00',
  '2026-11-28 09:00',
].map((from) => slot(from));
const iso = (text: string) => `${text.replace(' ', 'T')}:00+08:00`;
const wish = (text: string, from: string, to?: string, ambiguous?: boolean): Wish => ({
  text,
  from: iso(from),
  ...(to ? { to: iso(to) } : {}),
  ...(ambiguous ? { ambiguous } : {}),
});
const shortly = (slots: readonly Slot[]) => slots.map(({ from }) => wall(from).slice(8, 16));

function answered(given: Wish, slots: readonly Slot[] = free) {
  const answer = answerWish(given, slots, now, '2026-12-07');
  if (answer.kind === 'NONE') return answer.kind;
  if (answer.kind === 'ASK_DAY') {
    return `${answer.kind} ${answer.days.map(({ day, slots: of }) => wishedDayText(day, of.length, now)).join('; ')}`;
  }
  return `${answer.kind} ${shortly(answer.slots).join(', ')}`;
}

describe('answerWish', () => {
  it.each<[Wish, string]>([
    [wish('明天上午', '2026-11-24 08:00', '2026-11-24 12:00'), 'FREE 24 09:00, 24 10:20'],
    [wish('明天', '2026-11-24 00:00', '2026-11-24 23:59'), 'FREE 24 09:00, 24 10:20, 24 14:00'],
    [wish('明天上午十点二十', '2026-11-24 10:20'), 'FREE 24 10:20'],
    [wish('明天上午十点', '2026-11-24 10:00'), 'NEAR 24 10:20, 24 09:00, 24 14:00, 23 14:00, 26 09:00, 27 09:00'],
    [
      wish('后天', '2026-11-25 00:00', '2026-11-25 23:59'),
      'NEAR 26 09:00, 24 14:00, 24 10:20, 24 09:00, 27 09:00, 23 14:00',
    ],
    [wish('今天', '2026-11-23 00:00', '2026-11-23 23:59'), 'FREE 23 14:00'],
    [
      wish('昨天上午', '2026-11-22 08:00', '2026-11-22 12:00'),
      'PAST 23 14:00, 24 09:00, 24 10:20, 24 14:00, 26 09:00, 27 09:00',
    ],
    [wish('今天早上八点', '2026-11-23 08:00'), 'PAST 23 14:00, 24 09:00, 24 10:20, 24 14:00, 26 09:00, 27 09:00'],
    [
      wish('下个月底', '2026-12-27 00:00', '2026-12-31 23:59', true),
      'TOO_FAR 28 09:00, 27 09:00, 26 09:00, 24 14:00, 24 10:20, 24 09:00',
    ],
    [
      wish('月底', '2026-11-26 00:00', '2026-11-30 23:59', true),
      'ASK_DAY 11月26日 周四，1 个时间; 11月27日 周五，1 个时间; 11月28日 周六，1 个时间',
    ],
    [wish('过两天', '2026-11-24 00:00', '2026-11-25 23:59', true), 'FREE 24 09:00, 24 10:20, 24 14:00'],
    [
      wish('月中', '2026-12-01 00:00', '2026-12-05 23:59', true),
      'NEAR 28 09:00, 27 09:00, 26 09:00, 24 14:00, 24 10:20, 24 09:00',
    ],
  ])('%j → %s', (given, expected) => {
    expect(answered(given)).toBe(expected);
  });

  it('has nothing to say about a wish when nothing is free', () => {
    expect(answered(wish('明天', '2026-11-24 00:00'), [])).toBe('NONE');
  });

  it('names a reason and the last day where it refuses', () => {
    expect(answerWish(wish('昨天', '2026-11-22 10:00'), free, now, '2026-12-07')).toMatchObject({
      reason: 'booking_wish_past',
    });
    expect(answerWish(wish('明年', '2027-11-22 10:00'), free, now, '2026-12-07')).toMatchObject({
      reason: 'booking_wish_too_far',
      lastDay: '2026-12-07',
    });
  });

  it('shows six at most, never leaves out a nearer one, in whatever order they come', () => {
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.uniqueArray(minutes, { maxLength: 40 }), minutes, fc.nat(3000), (starts, from, length) => {
        const slots = starts.map((start) => ({
          ...slot('2026-11-23 00:00'),
          id: String(start),
          from: later(now, start * minuteMs),
        }));
        const wished = [now.getTime() + from * minuteMs, now.getTime() + (from + length) * minuteMs] as const;
        const shown = nearestSlots(slots, ...wished);
        const far = ({ from: start }: Slot) => Math.max(0, wished[0] - start.getTime(), start.getTime() - wished[1]);
        expect(shown).toHaveLength(Math.min(mostShown, slots.length));
        const distances = shown.map(far);
        expect(distances).toEqual(distances.toSorted((a, b) => a - b));
        const left = slots.filter(({ id }) => !shown.some((one) => one.id === id));
        for (const other of left) expect(far(other)).toBeGreaterThanOrEqual(distances.at(-1) ?? 0);
        expect(nearestSlots(slots.toReversed(), ...wished)).toEqual(shown);
      }),
    );
  });
});

describe('slots as people say them', () => {
  it.each([
    ['2026-11-23 14:00', 'PHONE', '今天下午 14:00 · 电话'],
    ['2026-11-24 10:20', 'ONSITE', '明天上午 10:20 · 到村'],
    ['2026-11-25 08:30', 'VIDEO', '后天上午 08:30 · 视频'],
    ['2026-12-01 10:20', 'ONSITE', '12月1日 周二上午 10:20 · 到村'],
    ['2027-01-05 12:30', 'ONSITE', '2027年1月5日 周二中午 12:30 · 到村'],
  ] as const)('%s %s is %s', (from, manner, text) => {
    expect(slotText(slot(from, manner), now)).toBe(text);
  });

  it.each([
    ['2026-11-24 10:20', 'ONSITE', '高桥村村委会', '明天（11月24日 周二）10:20–10:50，罗律师在高桥村村委会接待您'],
    ['2026-11-24 10:20', 'ONSITE', undefined, '明天（11月24日 周二）10:20–10:50，罗律师在村（社区）接待您'],
    ['2026-11-26 14:00', 'PHONE', undefined, '11月26日 周四 14:00–14:30，罗律师打电话给您'],
    ['2026-11-26 14:00', 'VIDEO', undefined, '11月26日 周四 14:00–14:30，罗律师和您视频'],
  ] as const)('%s %s at %s is confirmed as %s', (from, manner, place, text) => {
    expect(confirmText(slot(from, manner), { advisorName: '罗', ...(place ? { place } : {}) }, now)).toBe(text);
  });

  it('names the year of tomorrow when it is another one', () => {
    const eve = at('2026-12-31 10:00');
    expect(confirmText(slot('2027-01-01 09:00'), { advisorName: '罗' }, eve)).toContain(
      '明天（2027年1月1日 周五）09:00',
    );
  });

  it.each<[Wish, string]>([
    [wish('明天上午', '2026-11-24 08:00', '2026-11-24 12:00'), '「明天上午」有这些时间，您看哪个合适：'],
    [wish('后天', '2026-11-25 00:00', '2026-11-25 23:59'), '「后天」没有空的时间了，离得最近的是：'],
    [wish('昨天', '2026-11-22 00:00', '2026-11-22 23:59'), '「昨天」已经过了，后面这些时间您看行不行：'],
    [wish('明年', '2027-11-22 10:00'), '现在最远约得到12月7日 周一，先看看这些时间，也可以过些天再来约：'],
    [wish('月底', '2026-11-26 00:00', '2026-11-30 23:59', true), '您说的「月底」是哪一天？这几天都有空：'],
  ])('%j is answered %s', (given, text) => {
    expect(wishText(given, answerWish(given, free, now, '2026-12-07'), now)).toBe(text);
  });

  it('offers the waiting list and 12348 when nothing is free', () => {
    const text = wishText(wish('明天', '2026-11-24 10:00'), { kind: 'NONE' }, now);
    expect(text).toMatch(/候补.*12348/);
  });
});
