import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title);

describe('workbench.queue', () => {
  it('shows who is due first at the top and goes on page by page without a gap', async () => {
    const keeper = await make.staff('GRID_STAFF', home.grid);
    for (const day of [5, 1, 3, 2, 4])
      await make.ticket({
        title: `第 ${day} 天`,
        handleBy: new Date(`2026-11-2${day}T12:00:00Z`),
        assigneeId: keeper.id,
      });

    const first = await as(keeper).ok('workbench.queue', { limit: 2 });
    const second = await as(keeper).ok('workbench.queue', { limit: 2, cursor: first.nextCursor! });
    const third = await as(keeper).ok('workbench.queue', { limit: 2, cursor: second.nextCursor! });
    expect([...titles(first), ...titles(second), ...titles(third)]).toEqual([
      '第 1 天',
      '第 2 天',
      '第 3 天',
      '第 4 天',
      '第 5 天',
    ]);
    expect(third.nextCursor).toBeNull();
  });

  it('keeps to the own grid, village, town, department; the centre has all', async () => {
    await make.ticket({ title: '本格', gridCode: home.grid });
    await make.ticket({ title: '同村别格', gridCode: home.otherGrid });
    await make.ticket({ title: '同镇别村', villageCode: home.otherVillage });
    await make.ticket({ title: '保密', confidential: true });
    await make.ticket({ title: '协办', gridCode: home.otherGrid, leadUnit: 'sifa' });
    const seen = async (staff: Promise<{ id: string }>) =>
      titles(await as(staff).ok('workbench.queue', { view: 'all' })).sort();

    expect(await seen(make.staff('GRID_STAFF', home.grid))).toEqual(['本格']);
    expect(await seen(make.staff('GRID_LEAD', home.village))).toEqual(['协办', '同村别格', '本格'].sort());
    expect(await seen(make.staff('TOWN_CLERK', home.town))).toEqual(['协办', '同村别格', '同镇别村', '本格'].sort());
    expect(await seen(make.staff('TOWN_CLERK', home.otherTown))).toEqual([]);
    expect(await seen(make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'sifa' }))).toEqual(['协办']);
    expect(await seen(make.staff('CENTRE_SEAT', home.district))).toHaveLength(5);
    expect(await seen(make.staff('JUSTICE_BUREAU', home.district))).toHaveLength(4);
    expect(await seen(make.staff('ADMIN', home.district))).toEqual([]);
    expect(await seen(make.staff('LEGAL_ADVISOR', home.village))).toEqual([]);
  });

  it('sorts what is to do into views', async () => {
    const keeper = await make.staff('GRID_STAFF', home.grid);
    const other = await make.staff('GRID_STAFF', home.grid);
    await make.ticket({ title: '新来', status: 'SUBMITTED' });
    await make.ticket({ title: '在办', status: 'PROCESSING', assigneeId: keeper.id });
    await make.ticket({ title: '自己办完', status: 'HANDLED', handlerId: keeper.id, assigneeId: keeper.id });
    await make.ticket({ title: '别人办完', status: 'HANDLED', handlerId: other.id, assigneeId: other.id });
    await make.ticket({ title: '裁决', status: 'ARBITRATION' });
    await make.ticket({ title: '办结', status: 'CLOSED' });
    const view = async (who: { id: string }, name: 'todo' | 'mine' | 'check' | 'decide' | 'done' | 'all') =>
      titles(await as(who).ok('workbench.queue', { view: name })).sort();

    expect(await view(keeper, 'todo')).toEqual(['别人办完', '在办', '新来'].sort());
    expect(await view(keeper, 'mine')).toEqual(['在办', '自己办完'].sort());
    expect(await view(keeper, 'check')).toEqual(['别人办完']);
    expect(await view(keeper, 'decide')).toEqual([]);
    expect(await view(keeper, 'done')).toEqual(['办结']);
    expect(await view(await make.staff('CENTRE_SEAT', home.district), 'decide')).toEqual(['裁决']);
  });

  it('shows a department the assist tasks that are open', async () => {
    const clerk = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' });
    const ticket = await make.ticket({ title: '请协办', leadUnit: 'sifa', status: 'PROCESSING' });
    await make.assist(ticket, { unitCode: 'zhifa' });
    await make.assist(await make.ticket({ title: '协办完了', leadUnit: 'sifa' }), { unitCode: 'zhifa', state: 'DONE' });
    expect(titles(await as(clerk).ok('workbench.queue', { view: 'assist' }))).toEqual(['请协办']);
  });

  it('finds by number, words, place, category, state, level, lead unit and days, and takes signs literally', async () => {
    const seat = await make.staff('CENTRE_SEAT', home.district);
    const wanted = await make.ticket({
      title: '100%漏水',
      categoryCode: 'water_outage',
      villageCode: home.otherVillage,
    });
    await make.ticket({ title: '路灯不亮' });
    const found = async (filter: object) => titles(await as(seat).ok('workbench.queue', { view: 'all', ...filter }));

    for (const filter of [
      { search: wanted.no.toLowerCase() },
      { search: '100%' },
      { placeCode: home.otherVillage },
      { categoryCode: 'water_outage' },
      { level: 'P1' },
      { leadUnit: 'gongshui' },
      { search: '漏水', from: '2026-11-23', to: '2026-11-23' },
    ] as const)
      expect(await found(filter)).toEqual(['100%漏水']);
    expect(await found({ search: '%' })).toEqual(['100%漏水']);
    expect(await found({ search: "' OR 1=1 --" })).toEqual([]);
    expect(await found({ from: '2026-11-24' })).toEqual([]);
    expect(await found({ placeCode: home.town })).toHaveLength(2);
  });

  it('shows what is past the limit in force', async () => {
    const keeper = await make.staff('GRID_STAFF', home.grid);
    await make.ticket({ title: '没受理', status: 'SUBMITTED' });
    await make.ticket({ title: '在办', status: 'PROCESSING' });
    await make.ticket({ title: '挂起', status: 'PAUSED' });
    pass({ days: 2 });
    expect(titles(await as(keeper).ok('workbench.queue', { view: 'overdue' }))).toEqual(['没受理']);
    pass({ days: 20 });
    expect(titles(await as(keeper).ok('workbench.queue', { view: 'overdue' })).sort()).toEqual(
      ['在办', '没受理'].sort(),
    );
  });

  it('refuses a cursor that is none and people without a post', async () => {
    const bad = await as(make.staff()).call('workbench.queue', { cursor: 'x' });
    expect(bad.body.error?.code).toBe('invalid_input');
    expect((await as(make.person()).call('workbench.queue', {})).body.error?.code).toBe('forbidden');
  });
});

describe('workbench.counts', () => {
  it('counts each view as its list has it, a ticket once', async () => {
    const keeper = await make.staff('GRID_STAFF', home.grid);
    await make.ticket({ assigneeId: keeper.id });
    await make.ticket({ status: 'CLOSED' });
    const { title, views } = await as(keeper).ok('workbench.counts', {});
    expect(title).toContain('网格');
    expect(Object.fromEntries(views.map(({ view, count }) => [view, count]))).toMatchObject({
      todo: 1,
      mine: 1,
      all: 1,
      done: 1,
      decide: 0,
    });
  });
});

describe('workbench.map', () => {
  it('shows the own grid with its open tickets and marks the outlines as made up', async () => {
    const keeper = await make.staff('GRID_STAFF', home.grid);
    await make.ticket({ lng: 104.7, lat: 28.8 });
    await make.ticket({ gridCode: home.otherGrid, lng: 104.7, lat: 28.8 });
    const map = await as(keeper).ok('workbench.map', {});
    expect(map).toMatchObject({ synthetic: true, shapes: [{ code: home.grid, openCount: 1 }] });
    expect(map.tickets).toHaveLength(1);
  });

  it('does not show places of others', async () => {
    const { body } = await as(make.staff('GRID_STAFF', home.grid)).call('workbench.map', { placeCode: home.otherGrid });
    expect(body.error?.code).toBe('not_found');
  });

  it('shows the centre villages, for grids would be too many', async () => {
    const map = await as(make.staff('CENTRE_SEAT', home.district)).ok('workbench.map', {});
    expect(map.shapes.length).toBe(234);
  });
});

describe('workbench.canned, workbench.colleagues, workbench.units', () => {
  it('offer what fits a ticket one may see', async () => {
    const keeper = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const lead = await make.staff('GRID_LEAD', home.village, { name: '张国平' });
    const ticket = await make.ticket({ assigneeId: keeper.id, unitCode: home.grid });
    const ticketId = ticket.id;

    const { items } = await as(keeper).ok('workbench.canned', { ticketId, action: 'contact' });
    expect(items[0]?.text).toBe('已联系居民，确认是哪一根灯杆不亮。');
    const colleagues = await as(lead).ok('workbench.colleagues', { ticketId });
    expect(colleagues.items).toMatchObject([
      { name: '张国平', openCount: 0 },
      { name: '王敏', openCount: 1 },
    ]);
    const units = await as(keeper).ok('workbench.units', { ticketId });
    expect(units.items.map(({ code }) => code)).toEqual(
      expect.arrayContaining([home.otherGrid, home.village, home.town, 'zhifa', 'zhongxin']),
    );
    expect(units.items.map(({ code }) => code)).not.toContain(home.grid);
  });

  it('know nothing of tickets of others', async () => {
    const ticketId = (await make.ticket({ gridCode: home.otherGrid })).id;
    const keeper = make.staff('GRID_STAFF', home.grid);
    for (const call of [
      as(keeper).call('workbench.canned', { ticketId, action: 'contact' }),
      as(keeper).call('workbench.colleagues', { ticketId }),
      as(keeper).call('workbench.units', { ticketId }),
    ])
      expect((await call).body.error?.code).toBe('not_found');
  });
});
