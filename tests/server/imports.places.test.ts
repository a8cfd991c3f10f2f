import fs from 'node:fs';
import path from 'node:path';
import { importCalendar } from '#server/features/places/importing/import-calendar';
import { importDivisions } from '#server/features/places/importing/import-divisions';
import { type GridImportOptions, importGrids } from '#server/features/places/importing/import-grids';
import { importCategories, importDepartments } from '#server/features/places/importing/import-tables';
import { reportLines } from '#server/features/places/importing/report';
import { forgetWorld, worldOf } from '#server/features/places/index';
import { anonymous } from '../support/api';
import { asSystem, desk } from '../support/desk';
import { home } from '../support/make';

const read = (name: string) => JSON.parse(fs.readFileSync(path.resolve('prisma/data', name), 'utf8'));
const divisions = read('divisions.json');
const gridFile = read('synthetic-grids.geojson');

interface GridFeature {
  properties: { code: string; name: string };
  geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] };
}
const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features });
/** Copies of the home village's three grids. */
const homeGrids = (): GridFeature[] =>
  structuredClone(gridFile.features.filter(({ properties }: GridFeature) => properties.code.startsWith(home.village)));
const grids = (features: unknown[], options: Partial<GridImportOptions> = {}) =>
  asSystem((ctx) => importGrids(ctx, collection(features), { effectiveFrom: '2026-06-01', ...options }));
/** The first and the second grid with another border between them: the same ground, cut elsewhere. */
function recut(): GridFeature[] {
  const [one, two, three] = homeGrids() as [GridFeature, GridFeature, GridFeature];
  const [ring] = two.geometry.coordinates[0] as [[number, number][]];
  const [border] = one.geometry.coordinates[0] as [[number, number][]];
  border.splice(border.findIndex(([lng]) => lng === ring[1]![0]) + 1, 0, ring[2]!);
  two.geometry.coordinates = [[[ring[0]!, ...ring.slice(2)]]];
  return [one, two, three];
}

afterEach(async () => {
  const { prisma } = desk();
  await prisma.grid.deleteMany({
    where: { OR: [{ version: { gt: 1 } }, { code: { startsWith: `${home.village}9` } }] },
  });
  await prisma.grid.updateMany({ data: { effectiveTo: null } });
  await asSystem((ctx) => importDivisions(ctx, divisions));
  forgetWorld();
});

describe('importing divisions', () => {
  it('changes nothing the second time', async () => {
    const report = await asSystem((ctx) => importDivisions(ctx, divisions));
    expect(report).toMatchObject({ read: 318, written: 0, unchanged: 318, rejected: [] });
    expect(await desk().prisma.domainEvent.count({ where: { name: 'world.imported' } })).toBe(0);
  });

  it('writes what changed, keeps the outlines, and the running desk sees it', async () => {
    const file = structuredClone(divisions);
    const village = file.villages.find(({ code }: { code: string }) => code === home.village);
    village.name = '新高桥村';
    village.aliases = ['老高桥'];

    const report = await asSystem((ctx) => importDivisions(ctx, file));
    forgetWorld();

    expect(report).toMatchObject({ written: 1, unchanged: 317 });
    expect((await anonymous.ok('places.search', { text: '老高桥' })).items[0]?.label).toBe('李庄镇新高桥村');
    expect((await anonymous.ok('places.locate', { lng: 104.775, lat: 28.785 })).village?.name).toBe('新高桥村');
  });

  it('sends lines back that are wrong, with their number and the reason, and takes the others', async () => {
    const file = structuredClone(divisions);
    file.villages.push({ code: '51150210120', name: '短码村', type: '村', parent: home.town });
    file.villages.push({ code: '511502999201', name: '无主村', type: '村', parent: '511502999000' });
    file.villages.push({ code: home.village, name: '高桥村', type: '村', parent: home.town });

    const report = await asSystem((ctx) => importDivisions(ctx, file));

    expect(report.rejected).toEqual([
      { line: 319, reason: 'code：要 12 位数字的统计用区划代码' },
      { line: 320, reason: '无主村 的上级 511502999000 不在文件里' },
      { line: 321, reason: `高桥村 的代码 ${home.village} 重复` },
    ]);
    expect(reportLines(report)[0]).toBe('行政区划：读到 321 条，写入 0 条，没有变化 318 条，退回 3 条');
  });

  it('refuses the file of another district and what is no such file', async () => {
    const other = { ...divisions, district: { code: '511503000000', name: '南溪区' } };
    for (const file of [other, {}, null, []])
      await expect(asSystem((ctx) => importDivisions(ctx, file))).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('importing grids', () => {
  it('changes nothing the second time', async () => {
    expect(await grids(gridFile.features)).toMatchObject({
      read: 781,
      written: 0,
      unchanged: 781,
      rejected: [],
      warnings: [],
    });
  });

  it('makes a new version of an outline that changed and ends the old one the day before', async () => {
    expect(await grids(recut())).toMatchObject({ written: 2, unchanged: 1, rejected: [] });

    const versions = await desk().prisma.grid.findMany({
      where: { code: home.otherGrid },
      orderBy: { version: 'asc' },
    });
    expect(versions.map(({ version, effectiveFrom, effectiveTo }) => [version, effectiveFrom, effectiveTo])).toEqual([
      [1, new Date('2024-01-01'), new Date('2026-05-31')],
      [2, new Date('2026-06-01'), null],
    ]);
    forgetWorld();
    const world = await worldOf(desk().prisma);
    expect(world.grid(home.otherGrid)?.version).toBe(2);
    expect(world.gridsOf(home.village)).toHaveLength(3);
    expect(await grids(recut())).toMatchObject({ written: 0, unchanged: 3 });
  });

  it('does not rewrite what already counts', async () => {
    await grids(recut());
    const { rejected } = await grids(homeGrids());
    expect(rejected[0]).toEqual({
      line: 1,
      reason: `网格 ${home.otherGrid} 从 2026-06-01 起已有边界，新边界要晚于这一天生效`,
    });
  });

  it('takes no outline that fits only with a rejected one', async () => {
    const [one, two, three] = recut();
    const broken = {
      ...two!,
      geometry: { type: 'Polygon', coordinates: [two!.geometry.coordinates[0]![0]!.slice(0, 3)] },
    };
    const { written, rejected } = await grids([one, broken, three]);
    expect(written).toBe(0);
    expect(rejected.map(({ line, reason }) => [line, reason.replace(/\d+ 平方米/, '…')])).toEqual([
      [1, `网格 ${home.otherGrid} 和 ${home.village}002 重叠约 …`],
      [2, `网格 ${home.village}002 的边界没有闭合`],
    ]);
  });

  it('finds overlap, self-intersection, open rings, parts outside the village, and writes none of them', async () => {
    const [one, two] = homeGrids() as [GridFeature, GridFeature];
    const overlapping = { ...one, properties: { ...one.properties, code: `${home.village}901`, name: '重叠网格' } };
    const [a, b, c, d] = two.geometry.coordinates[0]![0]!;
    const shaped = (code: string, ring: unknown[]) => ({
      properties: { code: `${home.village}${code}`, name: code },
      geometry: { type: 'Polygon', coordinates: [ring] },
    });

    const report = await grids([
      overlapping,
      shaped('902', [a, c, b, d, a]),
      shaped('903', [a, b, c]),
      shaped('904', [
        [104, 28],
        [104.01, 28],
        [104.01, 28.01],
        [104, 28],
      ]),
      shaped('x05', [a, b, c, a]),
    ]);

    expect(report.rejected.map(({ line, reason }) => [line, reason.replace(/[\d.]+ 平方米|经度.*附近/, '…')])).toEqual([
      [1, expect.stringContaining('重叠约')],
      [2, expect.stringContaining('自己相交')],
      [3, expect.stringContaining('没有闭合')],
      [4, expect.stringContaining('的边界外')],
      [5, expect.stringContaining('要 15 位')],
    ]);
    expect(await desk().prisma.grid.count()).toBe(781);
  });

  it('warns when a village is not wholly covered', async () => {
    const [, , three] = homeGrids();
    const [ring] = three!.geometry.coordinates[0]!;
    const half = ring!.slice(0, 3);
    const middle = half.map(([lng, lat]) => [(lng + ring![0]![0]) / 2, (lat + ring![0]![1]) / 2]);
    three!.geometry.coordinates = [[[...middle, middle[0]!] as [number, number][]]];
    const report = await grids([three]);
    expect(report.rejected).toEqual([]);
    expect(report.warnings[0]).toMatch(new RegExp(`^${home.village} 有约 \\d+ 平方米没有网格覆盖$`));
  });

  it('ends what a whole village no longer has, and never uses its code again', async () => {
    const [one, two, three] = homeGrids() as [GridFeature, GridFeature, GridFeature];
    const corner = three.geometry.coordinates[0]![0]![2]!;
    two.geometry.coordinates[0]![0]!.splice(-1, 0, corner);

    const report = await grids([one, two], { wholeVillages: true });
    expect(report.warnings).toEqual([`网格 ${home.grid} 从 2026-06-01 起停用`]);
    forgetWorld();
    expect((await worldOf(desk().prisma)).grid(home.grid)).toBeUndefined();

    const again = await grids([three], { effectiveFrom: '2026-08-01' });
    expect(again.rejected).toEqual([{ line: 1, reason: `网格 ${home.grid} 已停用，编码不能再用` }]);
  });

  it('ends nothing in a village whose new outlines were not all taken', async () => {
    const [one, two] = homeGrids() as [GridFeature, GridFeature];
    two.geometry.coordinates[0]![0]!.pop();
    const report = await grids([one, two], { wholeVillages: true });
    expect(report).toMatchObject({ written: 0, rejected: [{ line: 2 }] });
    expect(await desk().prisma.grid.count({ where: { effectiveTo: null } })).toBe(781);
  });

  it('refuses other coordinates', async () => {
    const file = { ...collection(homeGrids()), metadata: { crs: 'WGS84' } };
    const trial = asSystem((ctx) => importGrids(ctx, file, { effectiveFrom: '2026-06-01' }));
    await expect(trial).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('importing tables', () => {
  it('changes nothing the second time', async () => {
    const again = await asSystem(async (ctx) => [
      await importDepartments(ctx, read('departments.json')),
      await importCategories(ctx, read('categories.json')),
      await importCalendar(ctx, read('work-calendar.json')),
    ]);
    expect(again.map(({ written, rejected }) => [written, rejected])).toEqual([
      [0, []],
      [0, []],
      [0, []],
    ]);
  });

  it('keeps a version of the category table as it is and asks for a new one', async () => {
    const file = read('categories.json');
    file.categories[0].leadUnit = 'nowhere';
    file.categories[1].closeWhen = '随便';
    const report = await asSystem((ctx) => importCategories(ctx, file));
    expect(report.rejected).toEqual([
      { line: 1, reason: '没有单位 nowhere' },
      { line: 2, reason: '版本 2026-11 里的 manhole 不能改，请用新的版本号' },
    ]);
  });

  it('never replaces an official year by a reckoned one, and says what is wrong with a year', async () => {
    const report = await asSystem((ctx) =>
      importCalendar(ctx, {
        years: {
          '2026': { status: 'provisional', holidays: {}, workdays: {} },
          '2029': { status: 'official', holidays: { '2028-12-31': '元旦' }, workdays: {} },
          '2030': { status: 'official', holidays: { '2030-13-01': '元旦' }, workdays: {} },
        },
      }),
    );
    expect(report).toMatchObject({ written: 0 });
    expect(report.rejected.map(({ reason }) => reason)).toEqual([
      '2026 年已有正式通知，不用推算的代替',
      '2029 年：2028-12-31 不在这一年',
      expect.stringContaining('2030 年：'),
    ]);
  });
});
