import { importLaws } from '#server/features/law/importing/import-laws';
import { readLawFolder } from '#server/features/law/importing/read-folder';
import { forgetLibrary } from '#server/features/law/index';
import { anonymous, as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem } from '../support/desk';
import { folderOf, teaHouseLaw } from '../support/law-texts';
import { make } from '../support/make';

const revised = {
  ...teaHouseLaw,
  effective: '2027-01-01',
  articles: teaHouseLaw.articles.map((article) => ({
    ...article,
    text: article.no === 3 ? '竹椅损坏的，由茶馆当天修理。' : article.text,
  })),
};
const load = async (...laws: unknown[]) => {
  await asSystem((ctx) =>
    importLaws(ctx, readLawFolder(folderOf(Object.fromEntries(laws.map((law, index) => [`${index}.json`, law]))))),
  );
  forgetLibrary();
};

beforeEach(() => {
  freeze('2026-11-23T10:00:00+08:00');
  forgetLibrary();
});

describe('laws.list and laws.get', () => {
  it('are open to anybody, and empty before anything was imported', async () => {
    expect(await anonymous.ok('laws.list', {})).toEqual({ items: [], nextCursor: null });
  });

  it('list page by page, and find by a part of the name', async () => {
    await load(
      teaHouseLaw,
      ...['甲', '乙', '丙'].map((name) => ({ ...teaHouseLaw, id: undefined, title: `${name}法`, short: `${name}法` })),
    );
    const first = await anonymous.ok('laws.list', { limit: 3 });
    const second = await anonymous.ok('laws.list', { limit: 3, cursor: first.nextCursor ?? '' });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 1, null]);
    expect((await anonymous.ok('laws.list', { text: '茶馆' })).items).toMatchObject([
      { id: 'chaguan', standing: 'in_force' },
    ]);
  });

  it('show chapters and versions, and another day’s text', async () => {
    await load(teaHouseLaw, revised);
    const law = await anonymous.ok('laws.get', { id: 'chaguan' });
    expect(law).toMatchObject({
      effectiveFrom: '2020-03-01',
      effectiveTo: '2026-12-31',
      history: ['2019年12月1日测试会议通过'],
    });
    expect(law.versions.map(({ standing }) => standing)).toEqual(['coming', 'in_force']);
    expect(law.chapters).toMatchObject([
      { path: ['第一章 总则'], from: '第一条', to: '第二条', count: 2 },
      { path: ['第二章 竹椅'], from: '第三条', to: '第四条', count: 2 },
    ]);
    expect(await anonymous.ok('laws.get', { id: 'chaguan', on: '2027-03-01' })).toMatchObject({
      effectiveFrom: '2027-01-01',
    });
  });

  it.each([
    ['laws.get', { id: 'nothing-here' }],
    ['laws.read', { id: 'nothing-here' }],
    ['laws.article', { id: 'nothing-here', no: 1 }],
    ['laws.topic', { topicId: 'no-such-topic' }],
  ] as const)('%s of what is not there is not_found', async (name, input) => {
    const { status, body } = await anonymous.call(name, input as never);
    expect([status, body.error?.code]).toEqual([404, 'not_found']);
  });

  it.each([
    ['laws.get', { id: '../etc' }],
    ['laws.article', { id: 'chaguan', no: 0 }],
    ['laws.article', { id: 'chaguan', no: 1, on: '2026-13-01' }],
    ['laws.read', { id: 'chaguan', limit: 61 }],
    ['laws.search', { text: '' }],
    ['laws.search', { text: '长'.repeat(301) }],
  ] as const)('%s refuses %j', async (name, input) => {
    const { status, body } = await anonymous.call(name, input as never);
    expect([status, body.error?.code]).toEqual([422, 'invalid_input']);
  });
});

describe('laws.read and laws.article', () => {
  beforeEach(() => load(teaHouseLaw, revised));

  it('read on from an article', async () => {
    const first = await anonymous.ok('laws.read', { id: 'chaguan', limit: 3 });
    expect(first.items.map(({ label }) => label)).toEqual(['第一条', '第二条', '第三条']);
    expect(await anonymous.ok('laws.read', { id: 'chaguan', from: first.next ?? { no: 1 } })).toMatchObject({
      items: [{ label: '第四条' }],
      next: null,
    });
  });

  it('mark what the question is about, and name the neighbours and the other versions', async () => {
    const one = await anonymous.ok('laws.article', { id: 'chaguan', no: 3, question: '竹椅修理谁出钱' });
    expect(one.marks.map(([from, to]) => one.article.text.slice(from, to))).toEqual(
      expect.arrayContaining(['竹椅', '修理']),
    );
    expect(one).toMatchObject({
      standing: 'in_force',
      standingText: '2020年3月1日至2026年12月31日有效',
      before: { no: 2 },
      after: { no: 4 },
      others: [{ effectiveFrom: '2027-01-01', same: false }],
    });
  });

  it('judge an event by the text of its day', async () => {
    const later = await anonymous.ok('laws.article', { id: 'chaguan', no: 3, on: '2027-02-01' });
    expect(later).toMatchObject({ standing: 'coming', standingText: '这个版本2027年1月1日才施行' });
    expect(later.article.text).toContain('当天修理');
    freeze('2027-02-01T10:00:00+08:00');
    expect((await anonymous.ok('laws.article', { id: 'chaguan', no: 3, on: '2026-02-01' })).standingText).toContain(
      '旧版本',
    );
  });

  it('refuse an article the version does not have', async () => {
    expect((await anonymous.call('laws.article', { id: 'chaguan', no: 9 })).body.error?.code).toBe('not_found');
    expect((await anonymous.call('laws.article', { id: 'chaguan', no: 3, sub: 1 })).body.error?.code).toBe('not_found');
  });
});

describe('laws.search', () => {
  it('answers from our own words before any law is loaded, and says that the texts are missing', async () => {
    const { loaded, answer, articles } = await anonymous.ok('laws.search', { text: '老板拖欠工资怎么办' });
    expect([loaded, articles]).toEqual([false, []]);
    expect(answer).toMatchObject({
      topicId: 'wages-late',
      articles: expect.arrayContaining([expect.objectContaining({ lawId: null, snippet: null })]),
    });
    expect(answer?.note).toMatch(/仅供参考.*还没有装进/);
  });

  it('finds articles in force, links them, and follows an import at once', async () => {
    await load(teaHouseLaw);
    const found = await anonymous.ok('laws.search', { text: '茶客损坏竹椅' });
    expect(found.loaded).toBe(true);
    expect(found.articles[0]).toMatchObject({ lawId: 'chaguan', no: 3, sinceText: '2020年3月1日起施行' });
    await load(revised);
    freeze('2027-02-01T10:00:00+08:00');
    expect((await anonymous.ok('laws.search', { text: '茶客损坏竹椅' })).articles[0]?.snippet).toContain('当天修理');
  });

  it('finds an article that is named outright', async () => {
    await load(teaHouseLaw);
    for (const text of ['《茶馆条例》第四条', '根据茶馆条例第4条'])
      expect((await anonymous.ok('laws.search', { text })).articles[0]).toMatchObject({ lawId: 'chaguan', no: 4 });
    expect(
      (await anonymous.ok('laws.search', { text: '《茶馆条例》第九十条' })).articles.map(({ no }) => no),
    ).not.toContain(90);
  });

  it('lists the topics by kind of dispute', async () => {
    const { groups } = await anonymous.ok('laws.topics', {});
    expect(groups).toHaveLength(15);
    expect(groups.flatMap(({ topics }) => topics).length).toBeGreaterThanOrEqual(60);
  });
});

describe('laws.imported', () => {
  it('is for staff: versions and where they came from', async () => {
    await load(teaHouseLaw, revised);
    expect((await as(await make.person()).call('laws.imported', {})).body.error?.code).toBe('forbidden');
    const { items } = await as(await make.staff()).ok('laws.imported', {});
    expect(items).toMatchObject([
      { id: 'chaguan', versions: [{ effectiveFrom: '2027-01-01', source: '测试自编' }, { standing: 'in_force' }] },
    ]);
  });
});
