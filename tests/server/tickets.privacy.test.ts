import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

const nowhere = '01930000-0000-7000-8000-000000000000';

describe('what whom is shown of a ticket', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('shows a confidential report to the reporter and the centre only, and its reporter to neither by name', async () => {
    const resident = await make.person({ name: '刘某某' });
    const centre = await make.staff('CENTRE_SEAT', home.district);
    const { id } = await make.ticket({
      ...{ reporterId: resident.id, confidential: true, categoryCode: 'cadre_conduct' },
      ...{ unitCode: home.centre, handlingLevel: 'CENTRE', leadUnit: home.centre },
    });
    const others = [
      await make.staff('GRID_STAFF', home.grid),
      await make.staff('GRID_LEAD', home.village),
      await make.staff('TOWN_CLERK', home.town),
      await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'sifa' }),
      await make.staff('JUSTICE_BUREAU', home.district),
      await make.staff('ADMIN', home.district),
      await make.person(),
    ];
    for (const person of others) {
      expect((await as(person).call('tickets.get', { id })).status).toBe(404);
      expect((await as(person).call('tickets.join', { id })).body.error?.code).toBe('not_found');
    }
    const seen = await as(centre).ok('tickets.get', { id });
    expect(seen.reporter).toEqual({ label: '反映人保密', phoneMasked: null, hidden: true, mayReveal: true });
    expect(JSON.stringify(seen)).not.toContain('刘某某');
    expect(seen.abilities).not.toContain('transfer');
    expect((await as(resident).ok('tickets.get', { id })).reporter.label).toBe('您');
  });

  it('never tells who reported anonymously', async () => {
    const resident = await make.person({ name: '赵某某' });
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { id } = await make.ticket({ reporterId: resident.id, anonymous: true });
    const seen = await as(grid).ok('tickets.get', { id });
    expect(seen.reporter).toEqual({ label: '匿名居民', phoneMasked: null, hidden: true, mayReveal: false });
    expect(JSON.stringify(seen)).not.toContain('赵某某');
    expect((await as(grid).call('tickets.reveal', { id, reason: '要联系' })).body.error?.code).toBe('forbidden');
  });

  it('masks the number and shows it only for a written reason', async () => {
    const resident = await make.person({ name: '李大爷', phone: '19999001234' });
    const grid = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const building = await make.staff('BUILDING_LEAD', home.grid);
    const { id } = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });

    const seen = await as(grid).ok('tickets.get', { id });
    expect(seen.reporter).toEqual({ label: '李大爷', phoneMasked: '199****1234', hidden: false, mayReveal: true });
    expect(JSON.stringify(seen)).not.toContain('19999001234');
    expect((await as(building).ok('tickets.get', { id })).reporter).toMatchObject({ label: '一位居民', hidden: true });
    expect((await as(building).call('tickets.reveal', { id, reason: '好奇' })).body.error?.code).toBe('forbidden');

    const shown = await as(grid).ok('tickets.reveal', { id, reason: '约上门时间' });
    expect(shown).toEqual({ name: '李大爷', phone: '19999001234' });
    const events = await desk().prisma.domainEvent.findMany({ where: { name: 'ticket.contactRevealed' } });
    expect(events).toMatchObject([{ actorId: grid.id, payload: { ticketId: id, reason: '约上门时间' } }]);
    expect((await as(resident).ok('tickets.get', { id })).steps.map(({ action }) => action)).toEqual(['open']);
    const steps = (await as(grid).ok('tickets.get', { id })).steps;
    expect(steps.at(-1)).toMatchObject({ action: 'reveal', internal: true, actorName: '王敏', actorRole: '网格员' });
  });

  it('gives a follower the progress, but not the words of the reporter', async () => {
    const follower = await make.person();
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { id } = await make.ticket({ description: '我住三组 5 号，电话 19999005678', lng: 104.8, lat: 28.8 });
    await as(grid).ok('tickets.comment', { id, version: 1, text: '老住户，脾气急' });
    const seen = await as(follower).ok('tickets.join', { id, note: '我家也是' });
    expect(seen).toMatchObject({ mine: 'follower', followerCount: 1, description: '路灯不亮', position: null });
    expect(JSON.stringify(seen)).not.toMatch(/19999005678|脾气急|我家也是/);
    expect(seen.version).toBe(2);
    expect((await as(follower).call('tickets.join', { id })).body.error?.code).toBe('ticket_already_joined');
  });

  it('counts each follower once when many join together', async () => {
    const follower = await make.person();
    const { id } = await make.ticket();
    const replies = await Promise.all(Array.from({ length: 8 }, () => as(follower).call('tickets.join', { id })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await desk().prisma.ticket.findFirst({ where: { id } })).toMatchObject({ followerCount: 1 });
  });

  it('knows nothing of ids that are not there, nor of those out of scope', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const elsewhere = await make.ticket({ gridCode: home.otherGrid });
    for (const id of [nowhere, elsewhere.id]) {
      expect((await as(grid).call('tickets.get', { id })).status).toBe(404);
      expect((await as(grid).call('tickets.accept', { id, version: 1 })).status).toBe(404);
      expect((await as(grid).call('tickets.reveal', { id, reason: '看看' })).status).toBe(404);
    }
    const own = await make.ticket();
    const into = { id: own.id, version: 1, intoId: elsewhere.id, reason: '试试' };
    expect((await as(grid).call('tickets.merge', into)).status).toBe(404);
    const assist = { id: own.id, version: 1, assistId: nowhere, result: '试试' };
    expect((await as(grid).call('tickets.finishAssist', assist)).status).toBe(403);
  });

  it('lists what one reported and follows, the newest first, page by page', async () => {
    const resident = await make.person();
    for (let day = 1; day <= 5; day += 1) {
      const ticket = await make.ticket({
        ...{ title: `第${day}件`, receivedAt: new Date(`2026-11-0${day}T10:00:00+08:00`) },
        ...(day !== 3 && { reporterId: resident.id }),
        ...(day === 1 && { status: 'CLOSED' }),
      });
      if (day === 3) await make.follower(ticket, resident);
    }
    await make.ticket();
    const titles: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await as(resident).ok('tickets.list', { limit: 2, ...(cursor && { cursor }) });
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(titles).toEqual(['第5件', '第4件', '第3件', '第2件', '第1件']);
    expect((await as(resident).ok('tickets.list', { state: 'done' })).items.map(({ title }) => title)).toEqual([
      '第1件',
    ]);
    expect((await as(resident).call('tickets.list', { cursor: 'bm90IGEgY3Vyc29y' })).body.error?.code).toBe(
      'invalid_input',
    );
  });

  it('lets people remove only their own photos that no ticket has', async () => {
    const resident = await make.person();
    const free = await make.photo({ ownerId: resident.id });
    const { id: ticketId } = await make.ticket();
    const used = await make.photo({ ownerId: resident.id, ticketId });
    const remove = (id: string) => as(resident).call('tickets.removePhoto', { id });
    expect((await remove(free.id)).body).toEqual({ ok: true });
    expect((await remove(free.id)).status).toBe(404);
    expect((await remove(used.id)).body.error?.code).toBe('photo_in_use');
    const foreign = await make.photo({ ownerId: (await make.person()).id });
    expect((await remove(foreign.id)).status).toBe(404);
  });
});
