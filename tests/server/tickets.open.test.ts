import { Prisma } from '#prisma';
import { worldOf } from '#server/features/places/index';
import { planTicket, type TicketDraft, ticketInsert } from '#server/features/tickets/index';
import type { Input } from '#shared/contract';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const report = (given: Partial<Input<'tickets.open'>> = {}): Input<'tickets.open'> => ({
  ...{ title: '路灯不亮', description: '家门口路灯坏了一个星期没人修', categoryCode: 'streetlight' },
  ...{ address: '高桥村三组', attachmentIds: [] },
  ...given,
});

async function pinOf(gridCode: string) {
  const grid = (await worldOf(desk().prisma)).grid(gridCode);
  return { lng: grid?.lng ?? 0, lat: grid?.lat ?? 0 };
}

describe('tickets.open', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('finds the grid under the pin and its 网格员, and says why', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const opened = await as(grid).ok('tickets.open', report({ position: await pinOf(home.grid) }));

    expect(opened).toMatchObject({
      ...{ status: 'SUBMITTED', level: 'P2', headline: '已交给王敏，等待受理', placeLabel: '李庄镇高桥村' },
      responsible: { name: '王敏', role: '网格员' },
      ...{ leadUnitName: '区综合行政执法局', photoRequired: true, anonymous: false },
    });
    expect(opened.no).toMatch(/^CP20261123-\d+$/);
    expect(opened.routing).toEqual([
      { to: '王敏', because: '位置在高桥村第 3 网格，网格员是王敏' },
      { to: '区综合行政执法局', because: '路灯不亮由区综合行政执法局协办' },
    ]);
    expect(opened.grid).toMatchObject({ synthetic: true, label: '高桥村第3网格' });
    expect(opened.deadlines).toEqual({
      ...{ acceptBy: '2026-11-23T08:00:00.000Z', contactBy: '2026-11-24T02:00:00.000Z' },
      handleBy: '2026-11-30T15:59:59.000Z',
    });
    expect(opened.steps).toMatchObject([{ action: 'open', actorName: '王敏', text: '代居民报了这件事，交给王敏' }]);
  });

  it.each([
    ['VILLAGE', 'GRID_LEAD', home.village, '张书记'],
    ['TOWN', 'TOWN_CLERK', home.town, '赵经办'],
  ] as const)('falls back to the %s while the posts below are vacant', async (level, kind, place, name) => {
    const seat = await make.staff('CENTRE_SEAT', home.district);
    await make.staff(kind, place, { name });
    const { id, responsible } = await as(seat).ok('tickets.open', report({ position: await pinOf(home.grid) }));
    expect(responsible?.name).toBe(name);
    expect(await desk().prisma.ticket.findFirst({ where: { id } })).toMatchObject({
      ...{ handlingLevel: level, unitCode: place, gridCode: home.grid },
    });
  });

  it('comes to the centre when nobody below holds a post, and its seats are told', async () => {
    const seat = await make.staff('CENTRE_SEAT', home.district);
    const grid = await make.staff('GRID_STAFF', home.grid, { endsOn: new Date('2026-11-22') });
    const clerk = await make.staff('JUSTICE_BUREAU', home.district);
    const opened = await as(clerk).ok('tickets.open', report({ position: await pinOf(home.grid) }));
    expect(opened.headline).toBe('已交给区矛盾纠纷多元化解协调中心，等待受理');
    await drain();
    expect((await as(seat).ok('notifications.list', {})).items).toMatchObject([{ title: '有一件新的事' }]);
    expect((await as(grid).ok('notifications.list', {})).items).toEqual([]);
  });

  it('takes sensitive reports past the grid to the centre and keeps them confidential', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const input = report({ categoryCode: 'cadre_conduct', position: await pinOf(home.grid), reporterName: '周某某' });
    const opened = await as(grid).ok('tickets.open', input);
    expect(opened).toMatchObject({ confidential: true, headline: '已交给区矛盾纠纷多元化解协调中心，等待受理' });
    expect(opened.reporter).toMatchObject({ label: '反映人保密', mayReveal: false });
    expect((await as(grid).call('tickets.get', { id: opened.id })).status).toBe(404);
  });

  it('is refused for categories, places and districts that are not ours', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const open = async (given: Partial<Input<'tickets.open'>>) =>
      (await as(grid).call('tickets.open', report(given))).body.error?.code;
    const world = await worldOf(desk().prisma);
    const foreign = [...world.divisions.values()].find(({ kind, inScope }) => kind === 'VILLAGE' && !inScope);
    expect(await open({ categoryCode: 'nosuch' })).toBe('category_unknown');
    expect(await open({ villageCode: '511502999999' })).toBe('place_unknown');
    expect(await open({ villageCode: foreign?.code ?? '' })).toBe('place_out_of_scope');
    expect(await open({ attachmentIds: [(await make.photo({ ownerId: (await make.person()).id })).id] })).toBe(
      'not_found',
    );
    expect((await as(await make.person()).call('tickets.open', report())).body.error?.code).toBe('forbidden');
    expect(await desk().prisma.ticket.count()).toBe(0);
  });

  it('carries photos over as pictures of before, and gives every ticket its own number', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const photo = await make.photo({ ownerId: grid.id });
    const first = await as(grid).ok('tickets.open', report({ attachmentIds: [photo.id] }));
    expect(first.photos).toMatchObject([{ id: photo.id, role: 'BEFORE' }]);
    expect(first.thumbUrl).toContain(photo.thumbKey);
    const again = await as(grid).call('tickets.open', report({ attachmentIds: [photo.id] }));
    expect(again.body.error?.code).toBe('not_found');
    const many = await Promise.all(Array.from({ length: 60 }, () => as(grid).ok('tickets.open', report())));
    expect(new Set([first.no, ...many.map(({ no }) => no)]).size).toBe(61);
  });
});

describe('planTicket and ticketInsert', () => {
  const draft = (reporterId: string): TicketDraft => ({
    ...{ categoryCode: 'manhole', title: '井盖缺失', description: '村口井盖不见了', address: '高桥村口' },
    ...{ villageCode: home.village, gridCode: home.grid, since: '两天' },
    ...{ reporterId, anonymous: false, source: 'chat' as const, attachmentIds: [], understanding: null },
  });

  it('tells beforehand who will have it, why and by when, and writes nothing', async () => {
    freeze('2026-11-23T10:00:00+08:00');
    await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const resident = await make.person();
    const plan = await asSystem((ctx) => planTicket(ctx, draft(resident.id)));
    expect(plan).toMatchObject({
      ...{ responsible: { name: '王敏', role: '网格员' }, leadUnitName: '区住房城乡建设局' },
      ...{ assistUnitNames: ['区综合行政执法局'], categoryName: '井盖破损缺失', placeLabel: '李庄镇高桥村' },
      byWhen: { accept: '今天 10:30 前', contact: '今天 12:00 前', handle: '明天 10:00 前' },
    });
    expect(await desk().prisma.ticket.count()).toBe(0);
  });

  it('makes danger a P0', async () => {
    const plan = await asSystem((ctx) => planTicket(ctx, { ...draft(ctx.actor.id), danger: true }));
    expect(plan.ticket.level).toBe('P0');
  });

  it('files all or nothing inside another statement', async () => {
    const resident = await make.person();
    const plan = await asSystem((ctx) => planTicket(ctx, draft(resident.id)));
    const file = (when: Prisma.Sql) =>
      desk().prisma.$queryRaw<{ no: string }[]>(
        Prisma.sql`WITH ${ticketInsert(plan, when)} SELECT "no" FROM ticket_row`,
      );
    const counts = async () => {
      const { prisma } = desk();
      return [await prisma.ticket.count(), await prisma.ticketStep.count(), await prisma.domainEvent.count()];
    };
    expect(await file(Prisma.sql`SELECT 1 WHERE FALSE`)).toEqual([]);
    expect(await counts()).toEqual([0, 0, 0]);
    expect(await file(Prisma.sql`SELECT 1`)).toEqual([{ no: plan.ticket.no }]);
    expect(await counts()).toEqual([1, 1, 1]);
    const stored = await desk().prisma.ticket.findFirstOrThrow();
    expect(stored).toEqual(plan.ticket);
  });
});

describe('tickets.nearby', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('finds open matters of the same kind that are near and alike, and nothing else', async () => {
    const resident = await make.person();
    const pin = await pinOf(home.grid);
    const same = await make.ticket({ lng: pin.lng + 0.001, lat: pin.lat });
    await make.ticket({ lng: pin.lng + 0.02, lat: pin.lat });
    await make.ticket({ lng: pin.lng, lat: pin.lat, status: 'CLOSED' });
    await make.ticket({ lng: pin.lng, lat: pin.lat, confidential: true });
    await make.ticket({ lng: pin.lng, lat: pin.lat, categoryCode: 'garbage' });
    await make.ticket({ lng: pin.lng, lat: pin.lat, receivedAt: new Date('2026-10-01T10:00:00+08:00') });
    await make.ticket({ lng: pin.lng, lat: pin.lat, title: '别的', description: '完全无关的内容' });
    const asked = { categoryCode: 'streetlight', position: pin, villageCode: home.village, text: '门口路灯坏了没人修' };

    const { items } = await as(resident).ok('tickets.nearby', asked);

    expect(items.map(({ id }) => id)).toEqual([same.id]);
    expect(items[0]).toMatchObject({ mine: 'none', abilities: ['join'] });
  });

  it('goes by the village where nobody gave a pin, for thirty days', async () => {
    const resident = await make.person();
    const { id } = await make.ticket();
    const asked = { categoryCode: 'streetlight', villageCode: home.village, text: '路灯坏了' };
    expect((await as(resident).ok('tickets.nearby', asked)).items.map((item) => item.id)).toEqual([id]);
    expect((await as(resident).ok('tickets.nearby', { ...asked, villageCode: home.otherVillage })).items).toEqual([]);
    pass({ days: 30, minutes: 1 });
    expect((await as(make.person()).ok('tickets.nearby', asked)).items).toEqual([]);
  });
});
