import { importStaff } from '#server/features/identity/importing/import-staff';
import { readStaffSheet } from '#server/features/identity/importing/staff-sheet';
import { holdersOf } from '#server/features/identity/index';
import { worldOf } from '#server/features/places/index';
import { freeze } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';

const heading = '姓名,电话,岗位,地区,部门,开始,结束';
const run = async (...lines: string[]) => {
  const sheet = await readStaffSheet(Buffer.from([heading, ...lines].join('\n')));
  return asSystem(async (ctx) => importStaff(ctx, await worldOf(ctx.db), sheet));
};
const staffOf = (gridCode: string) => asSystem((ctx) => holdersOf(ctx, 'GRID_STAFF', gridCode));

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

describe('importing staff', () => {
  it('takes posts of every kind, by code or by name', async () => {
    const report = await run(
      '王小敏,19999001001,网格员,李庄镇高桥村第3网格,,2026-01-01,',
      `张国强,19999001002,网格长,${home.village},,2026/1/5,`,
      '周小凯,19999001003,部门经办,,区综合行政执法局,,',
      '杨小雪,19999001004,镇街经办,李庄镇,,2026年1月5日,2026-12-31',
      '何小静,19999001005,中心坐席,,,,',
    );
    expect(report).toMatchObject({ read: 5, written: 5, rejected: [] });
    expect(report.warnings[0]).toMatch(/^没有网格员的网格：.*等 780 个$/);
    expect(await staffOf(home.grid)).toMatchObject([{ name: '王小敏', phone: '19999001001' }]);
    const clerk = await desk().prisma.post.findFirstOrThrow({ where: { kind: 'DEPARTMENT_CLERK' } });
    expect(clerk).toMatchObject({
      departmentCode: 'zhifa',
      placeCode: home.district,
      startsOn: new Date('2026-11-23'),
    });
  });

  it('changes nothing the second time, also on another day', async () => {
    const lines = [
      '王小敏,19999001001,网格员,李庄镇高桥村第3网格,,,',
      '王小敏,19999001001,网格长,李庄镇高桥村,,2026-01-01,',
    ];
    await run(...lines);
    freeze('2026-11-30T10:00:00+08:00');
    expect(await run(...lines)).toMatchObject({ written: 0, unchanged: 2, rejected: [] });
    expect(await desk().prisma.person.count()).toBe(1);
  });

  it('hands a grid over: the old term ends the day before and says to whom', async () => {
    const old = await make.staff('GRID_STAFF', home.grid, { name: '老网格员' });

    await run('新网格员,19999001009,网格员,李庄镇高桥村第3网格,,2026-12-01,');

    expect(await staffOf(home.grid)).toMatchObject([{ id: old.id }]);
    freeze('2026-12-01T00:00:00+08:00');
    const [successor] = await staffOf(home.grid);
    expect(successor?.name).toBe('新网格员');
    expect(await desk().prisma.post.findFirstOrThrow({ where: { personId: old.id } })).toMatchObject({
      endsOn: new Date('2026-11-30'),
      handedToId: successor?.id,
    });
  });

  it('leaves a grid vacant when a term ends and nobody follows', async () => {
    await run('王小敏,19999001001,网格员,李庄镇高桥村第3网格,,2026-01-01,2026-11-23');
    freeze('2026-11-24T08:00:00+08:00');
    expect(await staffOf(home.grid)).toEqual([]);
  });

  it.each([
    ['王,19999001001,网格员,李庄镇高桥村第3网格,,,', '姓名要 2 到 20 个字'],
    ['王小敏,1999900,网格员,李庄镇高桥村第3网格,,,', '手机号是 11 位数字'],
    ['王小敏,19999001001,村长,李庄镇高桥村,,,', '没有「村长」这个岗位'],
    ['王小敏,19999001001,网格员,李庄镇高桥村,,,', '没有找到网格「李庄镇高桥村」'],
    ['王小敏,19999001001,网格长,骑龙社区,,,', '没有找到村（社区）「骑龙社区」，重名的请写上镇街'],
    ['王小敏,19999001001,部门经办,,教育部,,', '没有找到部门「教育部」'],
    ['王小敏,19999001001,网格员,李庄镇高桥村第3网格,,2026-02-30,', '日期要写成 2026-11-23'],
    ['王小敏,19999001001,网格员,李庄镇高桥村第3网格,,2026-03-01,2026-02-01', '结束日期早于开始日期'],
  ])('sends %s back', async (line, reason) => {
    const report = await run(line);
    expect(report).toMatchObject({ written: 0, rejected: [{ line: 2, reason }] });
    expect(await desk().prisma.person.count()).toBe(0);
  });

  it('does not give a phone number to two people, nor take a line twice', async () => {
    const line = '王小敏,19999001001,网格员,李庄镇高桥村第3网格,,2026-01-01,';
    const report = await run(line, line, '李小敏,19999001001,网格长,李庄镇高桥村,,,');
    expect(report.rejected).toEqual([
      { line: 3, reason: '和前面一行重复' },
      { line: 4, reason: '电话 199****1001 已登记为另一个人' },
    ]);
  });

  it('writes nothing at all when something breaks in the middle', async () => {
    const sheet = await readStaffSheet(Buffer.from(`${heading}\n王小敏,19999001001,网格员,李庄镇高桥村第3网格,,,`));
    const trial = asSystem(async (ctx) => {
      await importStaff(ctx, await worldOf(ctx.db), sheet);
      throw new Error('power cut');
    });
    await expect(trial).rejects.toThrow('power cut');
    expect(await desk().prisma.person.count()).toBe(0);
  });
});

describe('reading a staff list', () => {
  it('reads CSV as Excel on Chinese Windows saves it', async () => {
    // 姓名,电话,岗位 / 王敏,19999001001,网格员 in GB18030
    const bytes = Buffer.from('d0d5c3fb2cb5e7bbb02cb8dacebb0acdf5c3f42c31393939393030313030312ccdf8b8f1d4b1', 'hex');
    expect(await readStaffSheet(bytes)).toMatchObject([
      { line: 2, name: '王敏', phone: '19999001001', post: '网格员' },
    ]);
  });

  it('takes columns in any order, English headings, a byte-order mark and empty lines', async () => {
    const text = '\ufeffpost,phone,name\n\n网格员,19999001001,王敏\n';
    expect(await readStaffSheet(Buffer.from(text))).toMatchObject([
      { line: 3, name: '王敏', post: '网格员', place: '' },
    ]);
  });

  it('says which column is missing', async () => {
    await expect(readStaffSheet(Buffer.from('姓名,岗位\n王敏,网格员'))).rejects.toMatchObject({
      fields: { file: '缺少列：电话' },
    });
  });
});
