import { importLaws } from '#server/features/law/importing/import-laws';
import { readLawFolder } from '#server/features/law/importing/read-folder';
import { seedLaws } from '../../prisma/seed/laws';
import { asSystem, desk } from '../support/desk';
import { folderOf, teaHouseLaw, teaHouseMarkdown } from '../support/law-texts';

const load = (files: Record<string, unknown>) => asSystem((ctx) => importLaws(ctx, readLawFolder(folderOf(files))));
const versions = () =>
  desk().prisma.lawVersion.findMany({
    orderBy: [{ lawId: 'asc' }, { effectiveFrom: 'asc' }],
    select: { lawId: true, effectiveFrom: true, effectiveTo: true, articleCount: true },
  });
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const revised = (effective: string) => ({
  ...teaHouseLaw,
  effective,
  articles: teaHouseLaw.articles.map((article) => ({ ...article, text: `${article.text}另有新规定的从其规定。` })),
});

describe('importing laws', () => {
  it('takes a JSON a law, article by article', async () => {
    expect(await load({ 'chaguan.json': teaHouseLaw, 'index.json': [] })).toMatchObject({
      read: 1,
      written: 1,
      rejected: [],
    });
    expect(await versions()).toEqual([
      { lawId: 'chaguan', effectiveFrom: day('2020-03-01'), effectiveTo: null, articleCount: 4 },
    ]);
    expect(await desk().prisma.lawArticle.findFirst({ where: { no: 3 }, select: { label: true, path: true } })).toEqual(
      { label: '第三条', path: ['第二章 竹椅'] },
    );
  });

  it('changes nothing the second time, and says nothing', async () => {
    await load({ 'chaguan.json': teaHouseLaw });
    const events = () => desk().prisma.domainEvent.count({ where: { name: 'laws.imported' } });
    expect(await events()).toBe(1);
    expect(await load({ 'chaguan.json': teaHouseLaw })).toMatchObject({ read: 1, written: 0, unchanged: 1 });
    expect(await events()).toBe(1);
  });

  it('keeps the old text when a new version comes, whatever comes first', async () => {
    await load({ 'new.json': revised('2026-01-01') });
    await load({ 'old.json': teaHouseLaw });
    expect(await versions()).toEqual([
      { lawId: 'chaguan', effectiveFrom: day('2020-03-01'), effectiveTo: day('2025-12-31'), articleCount: 4 },
      { lawId: 'chaguan', effectiveFrom: day('2026-01-01'), effectiveTo: null, articleCount: 4 },
    ]);
    expect(await desk().prisma.lawArticle.count()).toBe(8);
  });

  it('says when a text was changed for the same day', async () => {
    await load({ 'a.json': teaHouseLaw });
    expect(await load({ 'a.json': revised('2020-03-01') })).toMatchObject({
      written: 1,
      warnings: [expect.stringContaining('文字换过了')],
    });
    expect(await desk().prisma.lawArticle.count()).toBe(4);
  });

  it('ends a law that was repealed', async () => {
    await load({ 'a.json': { ...teaHouseLaw, repealed: '2026-05-31' } });
    expect(await versions()).toMatchObject([{ effectiveTo: day('2026-05-31') }]);
  });

  it('reads the markdown of public law repositories', async () => {
    const report = await load({ 'food/rice-cake-law/README.md': teaHouseMarkdown, 'README.md': '# 目录\n\n没有条文' });
    expect(report).toMatchObject({ read: 1, written: 1, warnings: [expect.stringContaining('2023-07-08')] });
    expect(await versions()).toEqual([
      { lawId: 'rice-cake-law', effectiveFrom: day('2023-07-08'), effectiveTo: null, articleCount: 3 },
    ]);
    const second = await desk().prisma.lawArticle.findFirstOrThrow({ where: { no: 2 } });
    expect(second.text.split('\n')).toEqual([
      '凉糕应当放红糖。',
      '第十条规定的事项，也适用本条。',
      '（一）红糖自熬；',
      '（二）不放香精。',
    ]);
  });

  it('takes the day from a folder of versions, and joins the same title to one law', async () => {
    await load({
      'rice-cake-law/README.md': teaHouseMarkdown,
      'rice-cake-law/versions/2027-01-01/README.md': teaHouseMarkdown.replace('好吃', '更好吃'),
    });
    expect(await versions()).toMatchObject([
      { lawId: 'rice-cake-law', effectiveTo: day('2026-12-31') },
      { lawId: 'rice-cake-law', effectiveFrom: day('2027-01-01') },
    ]);
  });

  it.each([
    [
      'a number twice',
      { ...teaHouseLaw, articles: [...teaHouseLaw.articles, teaHouseLaw.articles[0]] },
      '第一条出现了两次',
    ],
    ['no day', { ...teaHouseLaw, effective: '以后' }, '施行日'],
    ['no articles', { ...teaHouseLaw, articles: [] }, '没有读到条文'],
    ['an article without number', { ...teaHouseLaw, articles: [{ text: '没有条号' }] }, '没有条号'],
    ['something else', { hello: 1 }, 'title'],
    ['no JSON', '{"title": ', '不是 JSON'],
  ])('rejects a file with %s and takes the others', async (_name, broken, reason) => {
    const report = await load({ 'broken.json': broken, 'rice-cake-law/README.md': teaHouseMarkdown });
    expect(report).toMatchObject({
      read: 2,
      written: 1,
      rejected: [{ line: 1, reason: expect.stringContaining(reason) }],
    });
  });

  it('lets two imports at once agree', async () => {
    const files = readLawFolder(folderOf({ 'a.json': teaHouseLaw, 'b.json': revised('2026-01-01') }));
    const reports = await Promise.all([1, 2, 3].map(() => asSystem((ctx) => importLaws(ctx, files))));
    expect(reports.map(({ written }) => written).sort()).toEqual([0, 0, 2]);
    expect(await desk().prisma.lawArticle.count()).toBe(8);
  });
});

describe('the demonstration', () => {
  it('loads the statutes that lie beside the project once, and does without', async () => {
    const folder = folderOf({ 'a.json': teaHouseLaw });
    const seed = (where: string) => seedLaws(desk().prisma, '511502', new Date(), where);
    expect(await seed('/nowhere/at/all')).toBe(0);
    expect(await seed(folder)).toBe(1);
    expect(await seed(folder)).toBe(0);
    expect(await desk().prisma.lawArticle.count()).toBe(4);
  });
});
