import { worldOf } from '#server/features/places/index';
import { anonymous } from '../support/api';
import { desk } from '../support/desk';
import { home } from '../support/make';

const search = async (text: string, limit?: number) =>
  (await anonymous.ok('places.search', { text, ...(limit && { limit }) })).items.map(({ label }) => label);

describe('places.search', () => {
  it.each([
    ['the whole name', '高桥村'],
    ['town and name', '李庄镇高桥村'],
    ['town without its kind', '李庄高桥村'],
    ['the sound of it', '高乔村'],
    ['initials', 'gqc'],
    ['a longer sentence', '我住在李庄镇高桥村三组'],
  ])('finds a village by %s', async (_how, text) => {
    expect((await search(text))[0]).toBe('李庄镇高桥村');
  });

  it('offers both places of one name', async () => {
    expect(await search('高桥')).toEqual(expect.arrayContaining(['李庄镇高桥村', '西郊街道高桥社区']));
    expect(await search('gaoqiao')).toEqual(expect.arrayContaining(['李庄镇高桥村', '西郊街道高桥社区']));
  });

  it('offers the villages of a town', async () => {
    const found = await search('李庄镇', 20);
    expect(found).toHaveLength(16);
    expect(found.every((label) => label.startsWith('李庄镇'))).toBe(true);
  });

  it('finds nothing where nothing is alike, and keeps to the limit', async () => {
    expect(await search('北京天安门')).toEqual([]);
    expect(await search('社区', 3)).toHaveLength(3);
  });
});

describe('places.list', () => {
  it('lists the 16 towns the desk answers for, and the villages of one', async () => {
    const towns = (await anonymous.ok('places.list', {})).items;
    expect(towns).toHaveLength(16);
    const villages = (await anonymous.ok('places.list', { townCode: home.town })).items;
    expect(villages).toContainEqual({ code: home.village, name: '高桥村', parentCode: home.town });
  });

  it('knows no town that is none', async () => {
    for (const townCode of [home.village, '511502999000'])
      expect((await anonymous.call('places.list', { townCode })).body.error?.code).toBe('place_unknown');
  });
});

describe('places.locate', () => {
  it('finds town, village and grid of a point and says that the grid is synthetic', async () => {
    expect(await anonymous.ok('places.locate', { lng: 104.775, lat: 28.785 })).toEqual({
      town: { code: home.town, name: '李庄镇' },
      village: { code: home.village, name: '高桥村' },
      grid: { code: home.grid, name: '高桥村第3网格', synthetic: true },
      label: '李庄镇高桥村第3网格',
    });
  });

  it('says so outside the district', async () => {
    const found = await anonymous.ok('places.locate', { lng: 116.4, lat: 39.9 });
    expect(found).toEqual({ town: null, village: null, grid: null, label: '不在翠屏区范围内' });
  });

  it('names town and village that another district manages, without a grid', async () => {
    const world = await worldOf(desk().prisma);
    const managed = [...world.divisions.values()].find(({ kind, inScope }) => kind === 'VILLAGE' && !inScope)!;

    const found = await anonymous.ok('places.locate', { lng: managed.lng!, lat: managed.lat! });

    expect(found).toMatchObject({ village: { code: managed.code }, town: { code: managed.parentCode }, grid: null });
  });

  it.each([
    { lng: 181, lat: 0 },
    { lng: 0, lat: 91 },
    { lng: 'x', lat: 0 },
  ])('refuses %j', async (input) => {
    const { status } = await anonymous.call('places.locate', input as { lng: number; lat: number });
    expect(status).toBe(422);
  });
});

describe('categories.list', () => {
  it('shows the five columns with units by name', async () => {
    const { version, items } = await anonymous.ok('categories.list', {});
    expect(version).toBe('2026-11');
    expect(items).toHaveLength(55);
    expect(items.find(({ code }) => code === 'manhole')).toMatchObject({
      name: '井盖破损缺失',
      group: '公用设施',
      level: 'P1',
      leadUnitName: '区住房城乡建设局',
      assistUnitNames: ['区综合行政执法局'],
    });
  });
});
