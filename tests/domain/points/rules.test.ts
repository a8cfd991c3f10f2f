import { forbiddenIn, type Rule, ruleProblems } from '#shared/domain/points/rules';

const rule = (given: Partial<Rule> = {}): Rule => ({
  ...{ code: 'cleanup', category: '共建共治', title: '参加院坝清扫', points: 5, yearCap: 20, evidence: '现场照片' },
  isCharter: false,
  ...given,
});
const deduction = (title: string) => rule({ title, points: -2, yearCap: 10, isCharter: true });

describe('what the law keeps out', () => {
  it.each([
    ['petition', '到区里上访'],
    ['petition', '打12345投诉村里'],
    ['petition', '越级反映问题'],
    ['entry', '不开门，拒绝入户走访'],
    ['debt', '拖欠物业费三个月'],
    ['debt', '没有按时缴医保'],
    ['illness', '家里有人患病不报告'],
    ['birth', '超生一胎'],
    ['religion', '在家信教做礼拜'],
    ['minor', '孩子逃学'],
    ['minor', '学生考试成绩差'],
    ['benefit', '乱倒垃圾的取消低保'],
    ['benefit', '不参加集体活动不予分红'],
    ['blacklist', '上黑榜曝光'],
  ])('%s: no points are taken for 「%s」', (code, title) => {
    expect(forbiddenIn(deduction(title))).toMatchObject({ code, reason: expect.stringMatching(/[。，：]|不/) });
  });

  it.each([
    '乱扔垃圾，提醒后还扔',
    '焚烧秸秆',
    '滥办酒席',
    '经调解或判决认定拒不赡养老人',
    '骚扰邻居，经认定',
    '乱停车挡消防通道',
  ])('leaves 「%s」 to the villagers', (title) => expect(forbiddenIn(deduction(title))).toBeUndefined());

  it.each(['如实反映问题，帮助村里发现隐患', '照顾患病邻居', '带头缴费', '帮助残疾人出行'])(
    'lets 「%s」 be rewarded',
    (title) => expect(forbiddenIn(rule({ title }))).toBeUndefined(),
  );

  it('keeps minors, benefits and black lists out of rewards too', () => {
    expect(forbiddenIn(rule({ title: '孩子考试成绩好' }))?.code).toBe('minor');
    expect(forbiddenIn(rule({ evidence: '和分红挂钩' }))?.code).toBe('benefit');
    expect(forbiddenIn(rule({ title: '不上黑榜' }))?.code).toBe('blacklist');
  });
});

describe('ruleProblems', () => {
  it('finds nothing wrong with good rules', () => {
    expect(
      ruleProblems(
        [rule(), deduction('乱扔垃圾，提醒后还扔'), rule({ code: 'other' })].map((each, index) => ({
          ...each,
          code: `r${index}`,
        })),
      ),
    ).toEqual({});
  });

  it.each<[string, Partial<Rule>, string]>([
    ['fractions', { points: 1.5 }, 'items.0.points'],
    ['nothing', { points: 0 }, 'items.0.points'],
    ['huge points', { points: 51, yearCap: 60 }, 'items.0.points'],
    ['a cap above 60', { yearCap: 61 }, 'items.0.yearCap'],
    ['a cap below the points', { yearCap: 4 }, 'items.0.yearCap'],
    ['a deduction above 30 a year', { points: -5, yearCap: 31, isCharter: true }, 'items.0.yearCap'],
    ['a deduction outside the 村规民约', { points: -5, yearCap: 10 }, 'items.0.isCharter'],
    ['no evidence', { evidence: ' ' }, 'items.0.evidence'],
  ])('says what is wrong with %s', (_what, given, field) => {
    expect(Object.keys(ruleProblems([rule(given)]))).toContain(field);
  });

  it('wants each code once', () => {
    expect(Object.keys(ruleProblems([rule(), rule()]))).toEqual(['items.1.code']);
  });
});
