import fc from 'fast-check';
import {
  type BatchGrounds,
  type BatchLine,
  batchLines,
  dayWritten,
  deedKey,
  judgeLines,
  usedKey,
} from '#shared/domain/points/batch';

const rule = (code: string, title: string, points: number, yearCap = 10) => ({
  ...{ id: `id-${code}`, code, title, points, yearCap },
});
const grounds: BatchGrounds = {
  ...{ month: '2026-11', now: new Date('2026-11-27T10:00:00+08:00') },
  rules: [rule('sweep', '参加院坝清扫', 5), rule('litter', '乱扔垃圾', -2)],
  households: new Map([
    ['GQ-1', { id: 'h1', isOwn: false }],
    ['GQ-2', { id: 'h2', isOwn: false }],
    ['GQ-9', { id: 'h9', isOwn: true }],
  ]),
  ...{ used: new Map<string, number>(), known: new Set<string>() },
};
const line = (more: Partial<BatchLine> = {}): BatchLine => ({
  ...{ line: 2, householdCode: 'GQ-1', rule: 'sweep', day: '2026-11-03', note: '扫了三组的院坝', evidence: '签到表' },
  ...more,
});
const reasonOf = (more: Partial<BatchLine>, other: Partial<BatchGrounds> = {}) => {
  const [judged] = judgeLines([line(more)], { ...grounds, ...other });
  return judged && 'reason' in judged ? judged.reason : '';
};

describe('a list of deeds', () => {
  it('is known by its headings in any order, without empty lines', () => {
    const rows = [
      ['日期', '凭证', '户号', '做了什么', '事项'],
      ['', '', '', '', ''],
      ['2026-11-03', '签到表', 'GQ-1', '扫了院坝', 'sweep'],
    ];
    expect(batchLines(rows)).toEqual([line({ line: 3, note: '扫了院坝' })]);
    expect(batchLines([['户号', '日期']])).toEqual({ missing: ['事项', '做了什么', '凭证'] });
  });

  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026/11/3', '2026-11-03'],
    ['2026年11月3日', '2026-11-03'],
    ['2026-02-30', undefined],
    ['昨天', undefined],
  ])('reads the day %s as %s', (written, day) => expect(dayWritten(written)).toBe(day));

  it.each([
    [{ householdCode: '' }, '没有写户号'],
    [{ householdCode: 'XX-1' }, '这个村（社区）没有户号 XX-1'],
    [{ householdCode: 'GQ-9' }, '自己家的事'],
    [{ rule: '打麻将' }, '没有「打麻将」'],
    [{ rule: '乱扔垃圾' }, '扣分不能成批交'],
    [{ day: '昨天' }, '看不懂日期'],
    [{ day: '2026-10-31' }, '不在这份清单的月份'],
    [{ day: '2026-11-28' }, '不能是以后'],
    [{ note: '扫' }, '写明做了什么'],
    [{ evidence: '' }, '写明凭证'],
    [{ note: '孩子高考成绩第一名' }, '未成年人不计分'],
    [{ note: '上了黑名单以后改好了' }, '不设黑榜'],
  ])('refuses %j with a reason people understand', (more, reason) => expect(reasonOf(more)).toContain(reason));

  it('takes a deed once, knows what is claimed already, and keeps to the cap of the year over all its lines', () => {
    const judged = judgeLines(
      [line(), line({ line: 3 }), line({ line: 4, day: '2026-11-04' }), line({ line: 5, day: '2026-11-05' })],
      grounds,
    );
    expect(judged.map((one) => ('reason' in one ? one.reason : one.points))).toEqual([
      ...[5, '和第 2 行是同一户、同一天、同一件事', 5, '「参加院坝清扫」这一户今年已经到上限 10 分了'],
    ]);
    expect(reasonOf({}, { known: new Set([deedKey('h1', 'sweep', '2026-11-03')]) })).toContain('已经申请过');
    const [rest] = judgeLines([line()], { ...grounds, used: new Map([[usedKey('h1', 'sweep'), 8]]) });
    expect(rest).toMatchObject({ points: 2 });
  });

  it('answers every line once, never above a cap, never twice for a deed, whatever is written', () => {
    const some = <T>(...values: T[]) => fc.constantFrom(...values);
    const any = fc.record({
      line: fc.nat(),
      householdCode: some('GQ-1', 'GQ-2', 'GQ-9', '', 'x'),
      rule: some('sweep', '参加院坝清扫', 'litter', ''),
      day: some('2026-11-01', '2026/11/2', '2026-11-03', '2026-12-01', ''),
      note: some('扫了院坝呀', '', '小孩考试'),
      evidence: some('签到表', ''),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (lines) => {
        const judged = judgeLines(lines, grounds);
        expect(judged).toHaveLength(lines.length);
        const taken = judged.flatMap((one) => ('reason' in one ? [] : [one]));
        expect(new Set(taken.map(({ origin }) => origin)).size).toBe(taken.length);
        for (const id of ['h1', 'h2', 'h9']) {
          const sum = taken
            .filter(({ householdId }) => householdId === id)
            .reduce((all, { points }) => all + points, 0);
          expect(sum).toBeLessThanOrEqual(id === 'h9' ? 0 : 10);
        }
      }),
    );
  });
});
