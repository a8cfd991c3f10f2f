import fs from 'node:fs';
import fc from 'fast-check';
import { answerOf, answerTo } from '#server/features/law/answer';
import { topics } from '#server/features/law/answers/all';
import { buildLibrary, type Library } from '#server/features/law/library';
import { ownQuestions } from '#server/features/law/measure/measure';
import { findTopics } from '#server/features/law/search/topic-search';
import { disputeTypes } from '#shared/contract/bookings';
import { teaHouseLaw } from '../../support/law-texts';

const inForce = { lawId: 'chaguan', short: '茶馆条例', effectiveFrom: '2020-03-01', effectiveTo: null, sub: 0 };
let tea: Library;
let nothing: Library;
beforeAll(async () => {
  tea = await buildLibrary(teaHouseLaw.articles.map((article) => ({ ...inForce, ...article })));
  nothing = await buildLibrary([]);
});

describe('answers of our own', () => {
  it('are enough, each with an id, a short text and citations', () => {
    expect(topics.length).toBeGreaterThanOrEqual(60);
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
    for (const { id, type, gist, cites, asks, title } of topics) {
      expect([id, gist.length]).toEqual([id, expect.any(Number)]);
      expect(gist.length).toBeLessThanOrEqual(160);
      expect(title.length).toBeLessThanOrEqual(20);
      expect(disputeTypes).toContain(type);
      expect(cites.length).toBeGreaterThan(0);
      expect(new Set(cites.map(String)).size).toBe(cites.length);
      expect(asks.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('reach every kind of dispute', () => {
    expect(new Set(topics.map(({ type }) => type)).size).toBe(disputeTypes.length);
  });

  it.each(topics.flatMap(({ id, asks }) => asks.map((ask) => [ask, id])))('%s is %s', (ask, id) => {
    expect(findTopics(ask, 2).map(({ topic }) => topic.id)).toContain(id);
  });

  it.each([
    ['老汉儿屋头三兄弟没得哪个给他拿生活费', 'support-refused'],
    ['工地上的老板跑球了工钱找谁要哦', 'wages-site'],
    ['隔壁的狗把我咬了咋个办', 'dog'],
    ['借錢沒寫利息，能要利息嗎？', 'loan-interest'],
  ])('%s is heard as %s', (said, id) => {
    expect(answerTo(nothing, said).topic?.id).toBe(id);
  });

  it('say nothing of their own to what is no question of law', () => {
    for (const said of ['今天天气好', '你好', '哈哈哈', '123', '?'])
      expect(answerTo(nothing, said).topic).toBeUndefined();
  });
});

describe('citations', () => {
  it('stand without texts, as names and numbers', () => {
    const { topic, citations } = answerTo(nothing, '离婚冷静期多少天');
    expect(topic?.id).toBe('divorce-agreed');
    expect(citations[0]).toEqual({ short: '民法典', no: 1076, sub: 0, article: undefined });
  });

  it('are left out when the law is loaded and has no such article in force', async () => {
    const short = '民法典';
    const only = await buildLibrary([
      { ...inForce, short, no: 1077, label: '第一千零七十七条', path: [], text: '（测试）' },
    ]);
    expect(answerOf(only, 'divorce-agreed')?.citations.map(({ no }) => no)).toEqual([1077]);
  });

  it('are found in whatever laws are loaded', () => {
    expect(answerTo(tea, '竹椅坏了哪个修').citations[0]?.article).toMatchObject({ short: '茶馆条例', no: 3 });
    expect(answerTo(tea, '龙门阵太吵').citations.map(({ article }) => article?.no)).toContain(4);
  });

  it('are never more than five', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (said) => {
        expect(answerTo(tea, said).citations.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 50 },
    );
  });
});

it('reads ten thousand characters as fast as a few hundred', () => {
  const said = '老板拖欠工资一直不给，'.repeat(1000);
  answerTo(tea, said);
  const startedAt = performance.now();
  for (let index = 0; index < 5; index += 1) answerTo(tea, said);
  expect((performance.now() - startedAt) / 5).toBeLessThan(25);
});

it('keeps a list of own questions in two halves that share nothing', () => {
  const file = fs.readFileSync('server/features/law/measure/questions.tsv', 'utf8');
  const [dev, test] = [ownQuestions(file, 'dev'), ownQuestions(file, 'test')];
  expect(dev.length + test.length).toBeGreaterThanOrEqual(200);
  expect(dev.filter(({ text }) => test.some((other) => other.text === text))).toEqual([]);
  for (const { wanted } of [...dev, ...test]) for (const key of wanted) expect(key).toMatch(/^\S+ \d+$/);
});
