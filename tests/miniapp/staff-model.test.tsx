import fc from 'fast-check';
import { contract } from '#shared/contract';
import { ticketActions } from '#shared/domain/tickets/lifecycle';
import { arrange } from '../../miniapp/packages/staff/actions/arrange';
import { emptyDraft, isBegun, type StaffAction, staffActions } from '../../miniapp/packages/staff/actions/draft';
import { forms } from '../../miniapp/packages/staff/actions/forms';
import { demandOf, missing } from '../../miniapp/packages/staff/actions/missing';
import { areaAt, hottest } from '../../miniapp/packages/staff/charts/heat';
import { axisTop, drawTrend, trendWords } from '../../miniapp/packages/staff/charts/trend';
import { deskKey } from '../../miniapp/packages/staff/model/desk-keys';
import { lastDays, rateText } from '../../miniapp/packages/staff/model/figures';
import { chipsOf, filtersFrom, queueUrl } from '../../miniapp/packages/staff/model/filters';

const id = '01930000-0000-7000-8000-000000000001';
const calm = { photosNeeded: false };
const photo = { id, role: 'AFTER', url: '/a', thumbUrl: '/a', width: 8, height: 8, takenText: '今天' } as const;
const full = {
  ...emptyDraft,
  words: '  灯头已更换  ',
  whereTo: '请拨打 12345',
  unitCode: 'zhifa',
  personId: id,
  assistId: id,
  intoId: id,
  photos: [photo],
};

describe('the sheets', () => {
  it.each(staffActions)('send for %s exactly what the contract takes', (action) => {
    const sent = forms[action].input({ id, version: 3 }, full);
    expect(contract[`tickets.${action}`].input.safeParse(sent)).toMatchObject({ success: true });
  });

  it.each(staffActions)('let %s go as soon as the contract would', (action) => {
    const ask = missing(forms[action].fields, emptyDraft, calm);
    const accepted = contract[`tickets.${action}`].input.safeParse(forms[action].input({ id, version: 1 }, emptyDraft));
    expect(Object.keys(ask).length === 0).toBe(accepted.success);
  });

  it('ask a return for its reason and for a suggested unit', () => {
    expect(missing(forms.return.fields, emptyDraft, calm)).toEqual({ words: '请至少写 2 个字', unit: '请选一个单位' });
    expect(missing(forms.return.fields, full, calm)).toEqual({});
  });

  it('ask handling for an after photo only where one is a condition', () => {
    const noPhoto = { ...full, photos: [] };
    expect(missing(forms.handle.fields, noPhoto, { photosNeeded: true })).toEqual({ photos: '请附上处理后的照片' });
    expect(missing(forms.handle.fields, noPhoto, calm)).toEqual({});
  });

  it('ask handling for a before photo when the resident sent none', () => {
    const before = { ...photo, role: 'BEFORE' as const };
    const asked = demandOf('handle', { photoRequired: true, photos: [] });
    expect(missing(forms.handle.fields, full, asked)).toEqual({ photos: '请附上处理前的照片' });
    expect(missing(forms.handle.fields, { ...full, photos: [before, photo] }, asked)).toEqual({});
    expect(demandOf('handle', { photoRequired: true, photos: [before] })).toMatchObject({ beforeNeeded: false });
    expect(demandOf('contact', { photoRequired: true, photos: [] })).toMatchObject({ photosNeeded: false });
  });

  it('say how many characters are too many', () => {
    expect(missing(forms.extend.fields, { ...emptyDraft, words: '长'.repeat(501) }, calm)).toEqual({
      words: '最多 500 个字，现在 501 个',
    });
  });

  it('know whether anything was put in', () => {
    expect(isBegun(emptyDraft)).toBe(false);
    expect(isBegun({ ...emptyDraft, words: '灯' })).toBe(true);
    expect(isBegun({ ...emptyDraft, photos: [photo] })).toBe(true);
  });
});

describe('the buttons', () => {
  it.each<[string, StaffAction[], StaffAction | undefined]>([
    ['accept before anything else', ['comment', 'return', 'accept'], 'accept'],
    ['handle rather than contact again', ['contact', 'handle', 'pause'], 'handle'],
    ['contact where the work has not begun', ['contact', 'return'], 'contact'],
    ['nothing when only asides are possible', ['comment', 'pause'], undefined],
  ])('put forward %s', (_title, abilities, primary) => {
    expect(arrange(abilities, 2).primary).toBe(primary);
  });

  it('show every ability of the staff once and nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...ticketActions]), fc.integer({ min: 0, max: 3 }), (abilities, room) => {
        const { primary, beside, more } = arrange(abilities, room);
        const shown = [...(primary ? [primary] : []), ...beside, ...more];
        expect([...shown].sort()).toEqual(staffActions.filter((action) => abilities.includes(action)).sort());
        expect(beside.length).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('the keyboard', () => {
  const ids = ['one', 'two', 'three'];

  it.each([
    ['j', undefined, { type: 'select', id: 'one' }],
    ['j', 'one', { type: 'select', id: 'two' }],
    ['j', 'three', undefined],
    ['k', 'two', { type: 'select', id: 'one' }],
    ['k', 'one', undefined],
    ['a', 'two', { type: 'accept', id: 'two' }],
    ['a', undefined, undefined],
    ['Enter', 'two', { type: 'open', id: 'two' }],
    ['Enter', 'gone', undefined],
    ['/', undefined, { type: 'search' }],
    ['x', 'one', undefined],
  ])('%s with %s chosen means %j', (key, selected, meaning) => {
    expect(deskKey(key, { ids, selected })).toEqual(meaning);
  });
});

describe('the filters', () => {
  it('come back from the address they make', () => {
    const filters = {
      view: 'all',
      figure: 'overdue',
      from: '2026-11-01',
      to: '2026-11-23',
      leadUnit: 'zhifa',
    } as const;
    const url = new URL(queueUrl(filters, '综合执法局超期的'), 'http://desk.test');
    expect(filtersFrom(Object.fromEntries(url.searchParams))).toEqual(filters);
    expect(url.searchParams.get('label')).toBe('综合执法局超期的');
  });

  it('leave out what they do not understand', () => {
    expect(filtersFrom({ view: 'toString', status: 'LOST', level: 'P9', from: 'yesterday', figure: 'many' })).toEqual({
      view: 'all',
    });
  });

  it('never break on any address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('view', 'search', 'status', 'from', 'figure'), fc.string()),
        (params) => {
          const { search, ...rest } = filtersFrom(params);
          expect(contract['workbench.queue'].input.safeParse(rest).success).toBe(true);
          expect((search ?? '').length).toBeLessThanOrEqual(40);
        },
      ),
    );
  });

  it('say in one chip what the board tapped and clear all of it together', () => {
    const chips = chipsOf({ view: 'all', figure: 'overdue', from: '2026-11-01', to: '2026-11-23', level: 'P1' }, {});
    expect(chips).toEqual([
      { label: '超期的 · 2026-11-01 至 2026-11-23', clears: ['figure', 'from', 'to', 'placeCode', 'leadUnit'] },
      { label: 'P1 紧急', clears: ['level'] },
    ]);
  });
});

describe('the figures', () => {
  it.each([
    [{ value: 0.9637, of: 640, suppressed: false }, '96.4%'],
    [{ value: null, of: 3, suppressed: true }, '不足 5 件，不显示'],
    [{ value: null, of: 0, suppressed: false }, '还没有'],
    [{ value: 0, of: 9, suppressed: false }, '0%'],
  ])('read %j as %s', (rate, words) => {
    expect(rateText(rate)).toBe(words);
  });

  it('count days in Shanghai, not in London', () => {
    expect(lastDays(7, new Date('2026-11-22T16:30:00Z'))).toEqual({ from: '2026-11-17', to: '2026-11-23' });
  });

  it('draw the trend with a round axis above every value', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (most) => {
        expect(axisTop(most)).toBeGreaterThanOrEqual(most);
        expect(Number.isInteger(axisTop(most) / 2)).toBe(true);
      }),
    );
    const days = [
      { date: '2026-11-22', opened: 3, closed: 1 },
      { date: '2026-11-23', opened: 5, closed: 4 },
    ];
    expect(drawTrend(days)).toMatch(/^<svg [^>]+>.*<\/svg>$/);
    expect(trendWords(days)).toBe('11月22日到11月23日，收到 8 件，办结 5 件');
  });

  it('find the area under a tap, and none in a hole or beside it', () => {
    const square = (from: number, to: number): [number, number][] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const areas = [{ rings: [square(0, 10), square(4, 6)] }];
    expect(areaAt(areas, { lng: 2, lat: 2 })).toBe(areas[0]);
    expect(areaAt(areas, { lng: 5, lat: 5 })).toBeUndefined();
    expect(areaAt(areas, { lng: 11, lat: 2 })).toBeUndefined();
  });

  it('list the hottest areas without the empty ones', () => {
    const area = (code: string, count: number) => ({
      code,
      name: code,
      label: code,
      synthetic: true,
      rings: [],
      count,
    });
    expect(hottest([area('a', 0), area('b', 2), area('c', 7)], 5).map(({ code }) => code)).toEqual(['c', 'b']);
  });
});
