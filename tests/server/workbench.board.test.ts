import { as } from '../support/api';
import { freeze, now } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const range = { from: '2026-11-01', to: '2026-11-23' };
const seat = () => make.staff('CENTRE_SEAT', home.district, { name: '中心坐席' });
const rated = (ratedContacted: boolean, ratedSolved: boolean, ratedSatisfied: boolean) =>
  make.ticket({ status: 'CLOSED', ratedAt: now(), ratedContacted, ratedSolved, ratedSatisfied });

describe('workbench.board', () => {
  it('has for each figure a list of exactly as many', async () => {
    const centre = await seat();
    await make.ticket();
    await make.ticket({ receivedAt: new Date('2026-11-02T02:00:00Z') });
    await make.ticket({ receivedAt: new Date('2026-10-02T02:00:00Z'), status: 'PROCESSING' });
    await make.ticket({ status: 'RESOLVED', alarmKind: 'overdue' });
    await make.ticket({ status: 'ACCEPTED', alarmKind: 'overdue', alarmAt: new Date('2026-11-25T02:00:00Z') });
    freeze('2026-11-23T10:00:00+08:00');
    for (let index = 0; index < 6; index += 1) await rated(true, index < 4, index < 3);

    const { counts, rates } = await as(centre).ok('workbench.board', range);
    for (const figure of ['opened', 'open', 'closed', 'overdue', 'dueSoon'] as const) {
      const { items } = await as(centre).ok('workbench.queue', { view: 'all', figure, ...range, limit: 100 });
      expect([figure, items.length]).toEqual([figure, counts[figure]]);
      expect(counts[figure]).toBeGreaterThan(0);
    }
    expect(rates).toMatchObject({
      contact: { value: 1, of: 6, suppressed: false },
      solve: { value: 4 / 6 },
      satisfaction: { value: 0.5 },
    });
    const unhappy = await as(centre).ok('workbench.queue', { view: 'all', figure: 'notSatisfied', ...range });
    expect(unhappy.items).toHaveLength(3);
  });

  it('does not show a rate of fewer than five', async () => {
    const centre = await seat();
    for (let index = 0; index < 4; index += 1) await rated(true, true, true);
    const { rates } = await as(centre).ok('workbench.board', range);
    expect(rates.contact).toEqual({ value: null, of: 0, suppressed: true });
  });

  it('draws each day, each unit and the places, and narrows to a town', async () => {
    const centre = await seat();
    await make.ticket();
    await make.ticket({ villageCode: '511502116200' });
    const board = await as(centre).ok('workbench.board', range);
    expect(board.trend).toHaveLength(23);
    expect(board.trend.at(-1)).toEqual({ date: '2026-11-23', opened: 2, closed: 0 });
    expect(board.units).toMatchObject([{ code: 'zhifa', open: 2, onTime: null }]);
    expect(board.heat).toHaveLength(234);
    const town = await as(centre).ok('workbench.board', { ...range, townCode: home.town });
    expect(town).toMatchObject({ label: '李庄镇', counts: { opened: 1 } });
    expect(town.heat.find(({ code }) => code === home.grid)?.count).toBe(1);
  });

  it('shows a village its own figures only, and some nothing', async () => {
    await make.ticket();
    await make.ticket({ villageCode: home.otherVillage });
    const lead = await as(make.staff('GRID_LEAD', home.village)).ok('workbench.board', range);
    expect(lead).toMatchObject({ label: '李庄镇高桥村', counts: { opened: 1 } });
    expect((await as(make.staff('GRID_STAFF', home.grid)).call('workbench.board', range)).body.error?.code).toBe(
      'forbidden',
    );
  });

  it('refuses ranges that are none', async () => {
    const centre = await seat();
    for (const bad of [
      { from: '2026-11-02', to: '2026-11-01' },
      { from: '2020-01-01', to: '2026-11-01' },
    ])
      expect((await as(centre).call('workbench.board', bad)).body.error?.code).toBe('invalid_input');
  });
});

describe('workbench.export', () => {
  it('writes a list that no spreadsheet runs, with a watermark, and says so in the records', async () => {
    const centre = await seat();
    await make.ticket({
      title: '=HYPERLINK("http://x")',
      address: '+86 高桥村, "桥头"',
      reporterId: (await make.person({ name: '李大爷' })).id,
    });
    const { url, rows } = await as(centre).ok('workbench.export', { view: 'all', reason: '月度通报' });
    expect(rows).toBe(1);

    const text = await (await fetch(`${desk().url}${url}`)).text();
    expect(text.replace(/^\uFEFF/, '').split('\r\n')[0]).toMatch(
      /^导出人 中心坐席，2026-11-23 今天 10:00，理由：月度通报/,
    );
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(`"'+86 高桥村, ""桥头"""`);
    expect(text).not.toContain('李大爷');
    expect(await desk().prisma.domainEvent.findMany({ where: { name: 'tickets.exported' } })).toMatchObject([
      { actorId: centre.id, payload: { rows: 1, reason: '月度通报' } },
    ]);
  });

  it('begins with the mark by which spreadsheets know the letters', async () => {
    const { url } = await as(seat()).ok('workbench.export', { view: 'all', reason: '月度通报' });
    const bytes = new Uint8Array(await (await fetch(`${desk().url}${url}`)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('says when it is too much for one file, and leaves nothing out in silence', async () => {
    await make.ticket();
    await desk().prisma.$executeRaw`
      INSERT INTO "Ticket" SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'no', 'X' || n))).*
      FROM "Ticket" t, generate_series(1, 5000) n`;
    const asked = await as(seat()).call('workbench.export', { view: 'all', reason: '月度通报' });
    expect(asked.body.error?.code).toBe('export_too_many');
    expect(await desk().prisma.domainEvent.count({ where: { name: 'tickets.exported' } })).toBe(0);
  });

  it('exports what one may see, and nothing for grid staff', async () => {
    await make.ticket();
    await make.ticket({ villageCode: '511502116200' });
    const { rows } = await as(make.staff('TOWN_CLERK', home.town)).ok('workbench.export', {
      view: 'all',
      reason: '月度通报',
    });
    expect(rows).toBe(1);
    const refused = await as(make.staff('GRID_STAFF', home.grid)).call('workbench.export', {
      view: 'all',
      reason: '月度通报',
    });
    expect(refused.body.error?.code).toBe('forbidden');
  });
});
