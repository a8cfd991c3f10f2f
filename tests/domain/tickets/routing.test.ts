import fc from 'fast-check';
import { type RoutingFacts, routeTicket } from '#shared/domain/tickets/routing';

const holder = (name: string) => ({ id: `id-${name}`, name });
const facts: RoutingFacts = {
  grid: { code: '511502101201003', name: '高桥村第3网格', holder: holder('王敏') },
  village: { code: '511502101201', name: '高桥村', holder: holder('陈建国') },
  town: { code: '511502101000', name: '李庄镇', holder: holder('何丽') },
  centre: { code: 'zhongxin', name: '区综治中心' },
  category: {
    name: '路灯',
    handler: 'GRID',
    lead: { code: 'zhifa', name: '区综合行政执法局' },
    assist: [],
  },
  sensitive: false,
};
const vacant = <T extends { holder?: unknown }>(place: T) => ({ ...place, holder: null });
const reasons = (given: Partial<RoutingFacts>) =>
  routeTicket({ ...facts, ...given }).hops.map(({ because }) => because);

describe('routeTicket', () => {
  it('gives it to the grid staff of the place and says so', () => {
    expect(routeTicket(facts)).toEqual({
      level: 'GRID',
      assigneeId: 'id-王敏',
      unitCode: '511502101201003',
      leadUnit: 'zhifa',
      assistUnits: [],
      hideReporter: false,
      hops: [
        { to: '王敏', because: '位置在高桥村第 3 网格，网格员是王敏' },
        { to: '区综合行政执法局', because: '路灯由区综合行政执法局协办' },
      ],
    });
  });

  it('falls to the village while the grid has nobody', () => {
    const route = routeTicket({ ...facts, grid: vacant(facts.grid!) });
    expect(route).toMatchObject({ level: 'VILLAGE', assigneeId: 'id-陈建国', unitCode: '511502101201' });
    expect(route.hops[1]?.because).toBe('这一格暂时没有网格员，先交给村里的网格长陈建国');
  });

  it('falls to the town while the village has nobody either', () => {
    const route = routeTicket({ ...facts, grid: vacant(facts.grid!), village: vacant(facts.village!) });
    expect(route).toMatchObject({ level: 'TOWN', assigneeId: 'id-何丽', unitCode: '511502101000' });
    expect(route.hops.map(({ because }) => because).join('；')).toContain('村里暂时没有人接，先交给李庄镇的何丽');
  });

  it('ends at the centre when nobody is there', () => {
    const route = routeTicket({
      ...facts,
      grid: vacant(facts.grid!),
      village: vacant(facts.village!),
      town: vacant(facts.town!),
    });
    expect(route).toMatchObject({ level: 'CENTRE', assigneeId: undefined, unitCode: 'zhongxin', hideReporter: false });
  });

  it.each([
    ['only the village', { grid: null }, '位置在高桥村，还定不到是哪一格，先交给村里的网格长陈建国'],
    ['only the town', { grid: null, village: null }, '只知道在李庄镇，先交给李庄镇的何丽'],
    ['nothing', { grid: null, village: null, town: null }, '还不知道具体位置，先交区综治中心分派'],
  ])('with %s known of the place: says why', (_title, given, reason) => {
    expect(reasons(given)[0]).toBe(reason);
  });

  it('takes a sensitive report past grid, village and town and hides who reported it', () => {
    const route = routeTicket({ ...facts, sensitive: true });
    expect(route).toMatchObject({ level: 'CENTRE', assigneeId: undefined, hideReporter: true });
    expect(JSON.stringify(route)).not.toMatch(/王敏|陈建国|何丽/);
  });

  it("sends the centre's own categories there", () => {
    const category = { ...facts.category, name: '意见建议', handler: 'CENTRE' as const, lead: facts.centre };
    expect(routeTicket({ ...facts, category })).toMatchObject({
      level: 'CENTRE',
      leadUnit: 'zhongxin',
      hops: [{ to: '区综治中心', because: '「意见建议」由区综治中心直接办理' }],
    });
  });

  it('names the assisting units', () => {
    const assist = [{ code: 'gongan', name: '区公安分局' }];
    const route = routeTicket({ ...facts, category: { ...facts.category, assist } });
    expect(route.assistUnits).toEqual(['gongan']);
    expect(route.hops.at(-1)?.because).toBe('路灯由区公安分局配合');
  });

  it('always finds somebody and always says why, whatever is vacant or unknown', () => {
    const place = (code: string) =>
      fc.option(
        fc.record({ code: fc.constant(code), name: fc.constant(code), holder: fc.option(fc.constant(holder('某'))) }),
      );
    fc.assert(
      fc.property(place('g'), place('v'), place('t'), fc.boolean(), (grid, village, town, sensitive) => {
        const route = routeTicket({ ...facts, grid, village, town, sensitive });
        expect(route.unitCode).not.toBe('');
        expect(route.hops.length).toBeGreaterThan(0);
        expect(route.hops.every(({ because }) => because.length > 0)).toBe(true);
        expect(route.level === 'CENTRE').toBe(route.assigneeId === undefined);
      }),
    );
  });
});
