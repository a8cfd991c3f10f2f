import fc from 'fast-check';
import { lawyer } from '#shared/domain/bookings/address';
import { dayToOpen, partsOf } from '../../miniapp/booking/slot-parts';
import { dayNote, mannerText, shortTime } from '../../miniapp/booking/words';
import { stretchOf } from '../../miniapp/packages/booking/components/waiting-sheet';
import { emptyMatter, matterInput, matterProblems } from '../../miniapp/packages/booking/model/request';
import { firstHours, hoursProblems, keptLines, leaveOf, lineOf } from '../../miniapp/packages/staff/advisor/hours';
import { toDo } from '../../miniapp/packages/staff/advisor/week';
import { arrangeVisit } from '../../miniapp/packages/staff/components/visit-column/bar';
import { villagesOf } from '../../miniapp/packages/staff/pages/book-for/form';
import { spanOf } from '../../miniapp/packages/staff/supervision/period';
import { articlesOf, emptyVisitDraft, visitProblems } from '../../miniapp/packages/staff/visits/draft';
import { refusal } from '../../miniapp/services/api';
import { booking, slot, slotDay } from './booking-fixtures';

describe('the words of a time', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  it.each([
    ['2026-11-23T06:30:00Z', '今天下午 14:30'],
    ['2026-11-24T02:20:00Z', '明天上午 10:20'],
    ['2026-11-26T06:30:00Z', '周四下午 14:30'],
    ['2026-12-03T06:30:00Z', '12月3日下午 14:30'],
    ['2027-01-05T01:00:00Z', '2027年1月5日上午 09:00'],
  ])('%s is said as %s', (startsAt, said) => {
    expect(shortTime(startsAt, now)).toBe(said);
  });

  it.each([
    [slotDay(1, [], '请假'), '请假'],
    [slotDay(1, [slot(1, 9, { free: false })]), '约满'],
    [slotDay(1, [slot(1, 9), slot(1, 10)]), '到村'],
    [slotDay(1, [slot(1, 9), slot(1, 10, { manner: 'PHONE' })]), '到村等'],
    [slotDay(1, [slot(1, 9, { free: false }), slot(1, 10, { manner: 'PHONE' })]), '电话'],
  ])('a day is noted by how one can still talk on it', (day, note) => {
    expect(dayNote(day)).toBe(note);
  });

  it.each([
    ['陈立', '陈立律师'],
    ['陈律师', '陈律师'],
  ])('addresses %s as %s', (name, called) => {
    expect(lawyer(name)).toBe(called);
  });

  it('says the place of visits only', () => {
    expect(mannerText(slot(1, 9))).toBe('当面谈 · 李庄镇高桥村');
    expect(mannerText(slot(1, 9, { manner: 'PHONE', place: '电话' }))).toBe('律师打电话给您');
  });
});

describe('the slots of a day', () => {
  it('stand by the part of the day, with the place when it is one for all', () => {
    const found = partsOf([slot(1, 9), slot(1, 12), slot(1, 13, { manner: 'PHONE', place: '电话' }), slot(1, 18)]);
    expect(found.map(({ title, slots }) => [title, slots.length])).toEqual([
      ['上午 · 李庄镇高桥村', 1],
      ['下午', 2],
      ['晚上 · 李庄镇高桥村', 1],
    ]);
  });

  it('are each in exactly one part, whatever the hours', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 23 })), (hours) => {
        const all = hours.map((hour) => slot(1, hour));
        const shown = partsOf(all).flatMap(({ slots }) => slots.map(({ id }) => id));
        expect([...shown].sort()).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });

  it('open on the day asked for, else on the first free one, else on the first with any', () => {
    const [none, full, free] = [slotDay(1, []), slotDay(2, [slot(2, 9, { free: false })]), slotDay(3, [slot(3, 9)])];
    expect(dayToOpen([none, full, free])).toBe(free);
    expect(dayToOpen([none, full, free], full.date)).toBe(full);
    expect(dayToOpen([none, full, free], none.date)).toBe(free);
    expect(dayToOpen([none, full])).toBe(full);
    expect(dayToOpen([none])).toBeUndefined();
  });
});

describe('what a resident writes', () => {
  it.each([
    [{ matter: '' }, false, ['matter']],
    [{ matter: '欠钱' }, false, []],
    [{ matter: '欠钱' }, true, ['phone']],
    [{ matter: '欠钱', phone: '13800000001' }, true, []],
    [{ matter: '欠钱', phone: '138' }, false, ['phone']],
  ])('%j misses what it misses', (part, needsPhone, missing) => {
    expect(Object.keys(matterProblems({ ...emptyMatter, ...part }, needsPhone))).toEqual(missing);
  });

  it('is sent trimmed and without what is empty', () => {
    expect(matterInput({ ...emptyMatter, matter: ' 欠钱 ', otherParty: ' ' })).toEqual({
      matter: '欠钱',
      disputeType: '其他',
    });
  });

  it('is waited for in the stretch that was wished, in Shanghai time', () => {
    expect(stretchOf('这一天上午', '2026-11-23', '2026-11-24')).toEqual({
      wishFrom: '2026-11-23T16:00:00.000Z',
      wishTo: '2026-11-24T04:00:00.000Z',
    });
    expect(stretchOf('这两周都行', '2026-11-23', '2026-11-24').wishTo).toBe('2026-12-06T16:00:00.000Z');
  });
});

describe('a refusal of the desk', () => {
  it('brings the times to take instead', () => {
    const next = [slot(1, 9)];
    expect(refusal({ error: { code: 'slot_taken', message: '被约走了', next } }).next).toEqual(next);
    expect(refusal({ error: { code: 'slot_taken' } }).next).toBeUndefined();
  });
});

describe("an advisor's hours", () => {
  const place = { code: '511502104205', label: '高桥村' };
  const draft = firstHours('2026-11-23', place);

  it('are sent by their kind, in minutes', () => {
    expect(lineOf({ ...draft, kind: 'WEEKLY', weekday: '周日', to: '24:00' })).toEqual({
      ...{ kind: 'WEEKLY', manner: 'ONSITE', villageCode: place.code, weekday: 7, note: '' },
      ...{ fromMinute: 540, toMinute: 1440 },
    });
    expect(lineOf({ ...draft, kind: 'MARKET', manner: 'PHONE', marketDigits: ['二', '十'] })).toMatchObject({
      ...{ manner: 'ONSITE', marketDigits: [2, 0], lunar: true },
    });
    expect(lineOf({ ...draft, kind: 'DATE', manner: 'PHONE' })).not.toHaveProperty('villageCode');
    expect(leaveOf({ ...draft, untilDate: '2026-11-25', note: '出庭' })).toEqual({
      ...{ date: '2026-11-23', untilDate: '2026-11-25', fromMinute: 0, toMinute: 1440, note: '出庭' },
    });
  });

  it.each([
    [{ from: '12:00', to: '09:00' }, ['to']],
    [{ place: undefined }, ['place']],
    [{ place: undefined, manner: 'PHONE' as const }, []],
    [{ kind: 'MARKET' as const }, ['marketDigits']],
    [{ kind: 'LEAVE' as const }, ['note']],
    [{ kind: 'LEAVE' as const, untilDate: '2026-11-22', note: '出庭' }, ['untilDate']],
  ])('%j miss what they miss', (part, missing) => {
    expect(Object.keys(hoursProblems({ ...draft, ...part }))).toEqual(missing);
  });

  it('are saved whole, without leave and without the line taken away', () => {
    const line = {
      ...{ id: 'a', kind: 'WEEKLY' as const, manner: 'PHONE' as const, villageCode: null, weekday: 2, date: null },
      ...{ untilDate: null, marketDigits: [], lunar: false, fromMinute: 540, toMinute: 600, note: '', text: '' },
    };
    const leave = { ...line, id: 'b', kind: 'LEAVE' as const, manner: null };
    expect(keptLines([line, leave])).toHaveLength(1);
    expect(keptLines([line, leave], 'a')).toEqual([]);
  });
});

describe("an advisor's list", () => {
  it('has what waits for an answer first, and each booking once', () => {
    const [one, two] = [booking({ id: 'a' }), booking({ id: 'b' })];
    expect(toDo({ requests: [two], unrecorded: [one, two] }).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it.each([
    [['confirm', 'propose', 'passOn', 'cancel'], 'confirm', ['propose'], ['passOn', 'cancel']],
    [['propose', 'cancel', 'arrive', 'record', 'noShow'], 'arrive', ['record'], ['propose', 'noShow', 'cancel']],
    [['record', 'noShow'], 'record', ['noShow'], []],
    [['cancel'], undefined, [], ['cancel']],
    [['rate', 'answer'], undefined, [], []],
  ] as const)('offers for %j the likeliest act first', (abilities, primary, beside, more) => {
    expect(arrangeVisit({ abilities: [...abilities], statusText: '' }, 1)).toEqual({ primary, beside, more });
  });
});

describe('a service record', () => {
  it('cites each article once, ten at most', () => {
    expect(articlesOf(' 民法典 1085 \n\n民法典 1085\n民法典 1086')).toEqual(['民法典 1085', '民法典 1086']);
    expect(articlesOf(Array.from({ length: 20 }, (_, i) => `第 ${i} 条`).join('\n'))).toHaveLength(10);
  });

  it('wants who, what, the advice and the next step', () => {
    expect(Object.keys(visitProblems('record', emptyVisitDraft))).toEqual(['who', 'facts', 'advice', 'nextStep']);
  });
});

describe('the time an assessment is asked for', () => {
  it.each([
    ['2026-11-23T02:00:00Z', 'month', { month: '2026-11' }],
    ['2026-12-31T17:00:00Z', 'month', { month: '2027-01' }],
    ['2027-01-10T02:00:00Z', 'lastMonth', { month: '2026-12' }],
    ['2026-11-23T02:00:00Z', 'quarter', { quarter: '2026-Q4' }],
    ['2027-02-01T02:00:00Z', 'lastQuarter', { quarter: '2026-Q4' }],
  ] as const)('at %s the %s is %j', (now, period, span) => {
    expect(spanOf(period, new Date(now))).toEqual(span);
  });
});

describe('the villages of a post', () => {
  it('are the village itself or that of its grid, never a town', () => {
    const post = (placeCode: string, placeName: string) => ({
      ...{ kind: 'GRID_STAFF' as const, label: '网格员', placeCode, placeName },
      ...{ departmentCode: null, departmentName: null },
    });
    expect(
      villagesOf([
        post('511502104205003', '高桥村第3网格'),
        post('511502104205', '高桥村'),
        post('511502104000', '李庄镇'),
      ]),
    ).toEqual([{ code: '511502104205', label: '高桥村' }]);
  });
});
