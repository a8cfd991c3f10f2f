import { clerksOf, holdersOf, ladderOf, membersOf, onDuty, peopleOf } from '#server/features/identity/index';
import { freeze } from '../support/clock';
import { asSystem } from '../support/desk';
import { home, make } from '../support/make';

const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).sort();

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

describe('who holds a post', () => {
  it('names the one who came last first, and nobody whose term is over or who is disabled', async () => {
    await make.staff('GRID_STAFF', home.grid, { name: '早来的', startsOn: new Date('2025-01-01') });
    await make.staff('GRID_STAFF', home.grid, { name: '后来的', startsOn: new Date('2026-01-01') });
    await make.staff('GRID_STAFF', home.grid, { name: '走了的', endsOn: new Date('2026-11-22') });
    await make.staff('GRID_STAFF', home.grid, { name: '未到的', startsOn: new Date('2026-11-24') });
    await make.staff('GRID_STAFF', home.grid, { name: '停用的', disabledAt: new Date() });

    const holders = await asSystem((ctx) => holdersOf(ctx, 'GRID_STAFF', home.grid));

    expect(holders.map(({ name }) => name)).toEqual(['后来的', '早来的']);
  });

  it('climbs from grid to town in one look, vacancies left out', async () => {
    await make.staff('GRID_LEAD', home.village, { name: '网格长' });
    await make.staff('TOWN_CLERK', home.town, { name: '镇街经办' });

    const ladder = await asSystem((ctx) =>
      ladderOf(ctx, { gridCode: home.grid, villageCode: home.village, townCode: home.town }),
    );

    expect(ladder).toMatchObject({ village: { name: '网格长' }, town: { name: '镇街经办' } });
    expect(ladder.grid).toBeUndefined();
    expect(await asSystem((ctx) => ladderOf(ctx, {}))).toEqual({});
  });

  it('knows who works in the name of a unit', async () => {
    await make.staff('GRID_STAFF', home.grid, { name: '网格员' });
    await make.staff('GRID_LEAD', home.village, { name: '网格长' });
    await make.staff('TOWN_CLERK', home.town, { name: '镇街经办' });
    await make.staff('DEPARTMENT_CLERK', home.district, { name: '部门经办', departmentCode: 'zhifa' });
    await make.staff('CENTRE_SEAT', home.district, { name: '坐席', departmentCode: 'zhongxin' });

    const members = async (unit: string) => names(await asSystem((ctx) => membersOf(ctx, unit)));

    expect(await members(home.grid)).toEqual(['网格员']);
    expect(await members(home.village)).toEqual(['网格员', '网格长']);
    expect(await members(home.town)).toEqual(['镇街经办']);
    expect(await members('zhifa')).toEqual(['部门经办']);
    expect(await members('zhongxin')).toEqual(['坐席']);
    expect(await members(home.district)).toEqual(['坐席']);
    expect(names(await asSystem((ctx) => clerksOf(ctx, 'gongan')))).toEqual([]);
  });

  it('asks the roster who is on duty, and everybody where the roster is empty', async () => {
    const seats = await Promise.all(
      ['甲', '乙'].map((name) => make.staff('CENTRE_SEAT', home.district, { name, departmentCode: 'zhongxin' })),
    );
    const duty = async () => names(await asSystem((ctx) => onDuty(ctx, 'zhongxin')));

    expect(await duty()).toEqual(['乙', '甲']);
    await make.shift(seats[0]!, 'zhongxin');
    expect(await duty()).toEqual(['甲']);
    freeze('2026-11-23T12:00:00+08:00');
    expect(await duty()).toEqual(['乙', '甲']);
  });

  it('finds people by id and leaves unknown ones out', async () => {
    const li = await make.person({ name: '李大爷' });
    const found = await asSystem((ctx) => peopleOf(ctx, [li.id, li.id, '00000000-0000-7000-8000-000000000000']));
    expect([...found.values()]).toMatchObject([{ id: li.id, name: '李大爷' }]);
  });
});
