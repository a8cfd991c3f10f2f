import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const at = '2026-11-23T10:00:00+08:00';

async function cast() {
  const resident = await make.person({ name: '李大爷' });
  const grid = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
  const lead = await make.staff('GRID_LEAD', home.village, { name: '张书记' });
  return { resident, grid, lead };
}

const photoOf = async (owner: { id: string }, role: 'BEFORE' | 'AFTER' | 'OTHER' = 'OTHER') =>
  (await make.photo({ ownerId: owner.id, role })).id;

describe('the life of a ticket', () => {
  beforeEach(() => freeze(at));

  it('goes from the report to the confirmation, each by the right person', async () => {
    const { resident, grid, lead } = await cast();
    const { id } = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });
    const staff = as(grid);

    const accepted = await staff.ok('tickets.accept', { id, version: 1, note: '马上去看' });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', version: 2, headline: '王敏已受理' });
    expect(accepted.abilities).toContain('contact');

    const contacted = await staff.ok('tickets.contact', { id, version: 2, note: '电话里说好下午去' });
    expect(contacted).toMatchObject({ status: 'PROCESSING', headline: '王敏正在处理' });

    const attachmentIds = [await photoOf(grid), await photoOf(grid)];
    const handled = await staff.ok('tickets.handle', { id, version: 3, result: '换了灯泡', attachmentIds });
    expect(handled).toMatchObject({ status: 'HANDLED', headline: '王敏已处理，等待核查' });
    expect(handled.photos.map(({ role }) => role)).toEqual(['BEFORE', 'AFTER']);
    expect(handled.abilities).not.toContain('passCheck');

    const checked = await as(lead).ok('tickets.passCheck', { id, version: 4 });
    expect(checked.status).toBe('RESOLVED');

    const mine = await as(resident).ok('tickets.get', { id });
    expect(mine.headline).toBe('已办好，请您确认');
    expect(mine.abilities).toEqual(expect.arrayContaining(['confirm', 'reopen']));
    const closed = await as(resident).ok('tickets.confirm', {
      ...{ id, version: 5, contacted: true, solved: true, satisfied: false, note: '慢了一点' },
    });
    expect(closed).toMatchObject({
      status: 'CLOSED',
      rating: { contacted: true, solved: true, satisfied: false, note: '慢了一点' },
    });
    expect(closed.steps.map(({ action }) => action)).toEqual([
      ...['open', 'accept', 'contact', 'handle', 'passCheck', 'confirm'],
    ]);
  });

  it('tells the reporter and the followers of each step that concerns them, once', async () => {
    const { resident, grid } = await cast();
    const follower = await make.person();
    const ticket = await make.ticket({ reporterId: resident.id, assigneeId: grid.id, followerCount: 1 });
    await make.follower(ticket, follower);
    await as(grid).ok('tickets.accept', { id: ticket.id, version: 1 });
    await drain();
    await drain();

    for (const [person, whose] of [
      [resident, '您报的事'],
      [follower, '您关心的事'],
    ] as const) {
      const { items, unread } = await as(person).ok('notifications.list', {});
      expect(items).toMatchObject([{ title: `${whose}已受理`, body: '「路灯不亮」已受理', read: false }]);
      expect(unread).toBe(1);
    }
    expect((await as(grid).ok('notifications.list', {})).items).toEqual([]);
  });

  it('lets exactly one of two racing staff win', async () => {
    const one = await make.staff('GRID_STAFF', home.grid);
    const two = await make.staff('GRID_STAFF', home.grid);
    const { id } = await make.ticket();

    const replies = await Promise.all([one, two].map((who) => as(who).call('tickets.accept', { id, version: 1 })));

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = replies.find(({ status }) => status === 409);
    expect(['stale_version', 'ticket_action_not_allowed']).toContain(lost?.body.error?.code);
    const { prisma } = desk();
    expect(await prisma.domainEvent.count({ where: { name: 'ticket.moved' } })).toBe(1);
    expect(await prisma.ticketStep.count({ where: { ticketId: id, action: 'accept' } })).toBe(1);
  });

  it('takes a stale version for what it is', async () => {
    const { grid } = await cast();
    const { id } = await make.ticket({ version: 4 });
    const { status, body } = await as(grid).call('tickets.accept', { id, version: 3 });
    expect([status, body.error?.code]).toEqual([409, 'stale_version']);
  });

  it('files one ticket for 50 identical submits with one key', async () => {
    const { grid } = await cast();
    const input = {
      ...{ title: '路灯不亮', description: '王婆婆家门口的路灯坏了', categoryCode: 'streetlight' },
      ...{ address: '高桥村三组', villageCode: home.village, reporterName: '王婆婆', attachmentIds: [] },
    };
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => as(grid).call('tickets.open', input, { key: 'same-key-for-all' })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(replies.map(({ body }) => body.no)).size).toBe(1);
    expect(await desk().prisma.ticket.count()).toBe(1);
    const other = await as(grid).call('tickets.open', { ...input, title: '井盖坏了' }, { key: 'same-key-for-all' });
    expect(other.body.error?.code).toBe('idempotency_mismatch');
  });

  it('needs pictures of before and after where the result can be seen', async () => {
    const { grid } = await cast();
    const { id } = await make.ticket({ status: 'PROCESSING' });
    const handle = (attachmentIds: string[]) =>
      as(grid).call('tickets.handle', { id, version: 1, result: '修好了', attachmentIds });

    expect((await handle([])).body.error?.code).toBe('ticket_photo_required');
    expect((await handle([await photoOf(grid)])).body.error?.code).toBe('ticket_photo_required');
    expect((await handle([await photoOf(grid, 'BEFORE')])).body.error?.code).toBe('ticket_photo_required');
    expect((await handle([await photoOf(await make.person())])).body.error?.code).toBe('not_found');
    expect((await handle([await photoOf(grid, 'BEFORE'), await photoOf(grid)])).status).toBe(200);
  });

  it('needs none for a dispute', async () => {
    const { grid } = await cast();
    const { id } = await make.ticket({ status: 'PROCESSING', categoryCode: 'dispute_neighbor' });
    const { body } = await as(grid).call('tickets.handle', { id, version: 1, result: '双方说好了' });
    expect(body).toMatchObject({ status: 'HANDLED', photoRequired: false });
  });

  it('is not checked by who handled it', async () => {
    const { grid, lead } = await cast();
    const { id } = await make.ticket({ status: 'HANDLED', handlerId: grid.id, assigneeId: grid.id });
    expect((await as(grid).call('tickets.passCheck', { id, version: 1 })).body.error?.code).toBe('ticket_same_person');
    const back = await as(lead).ok('tickets.failCheck', { id, version: 1, reason: '灯还是不亮' });
    expect(back).toMatchObject({ status: 'PROCESSING', headline: '王敏正在处理' });
  });

  it('is reopened once, within 15 days, with a new limit of five working days', async () => {
    const { resident } = await cast();
    const { id } = await make.ticket({ status: 'RESOLVED', reporterId: resident.id });
    const again = await as(resident).ok('tickets.reopen', { id, version: 1, reason: '第二天又黑了' });
    expect(again).toMatchObject({ status: 'PROCESSING', rating: null });
    expect(again.deadlines.handleBy).toBe('2026-11-30T15:59:59.000Z');

    await desk().prisma.ticket.updateMany({ where: { id }, data: { status: 'RESOLVED' } });
    const second = await as(resident).call('tickets.reopen', { id, version: 2, reason: '还是不亮' });
    expect(second.body.error?.code).toBe('ticket_reopen_limit');

    const old = await make.ticket({ status: 'CLOSED', reporterId: resident.id });
    pass({ days: 15, minutes: 1 });
    const late = await as(resident).call('tickets.reopen', { id: old.id, version: 1, reason: '又坏了' });
    expect(late.body.error?.code).toBe('ticket_reopen_too_late');
  });

  it('is closed by staff only when it is anonymous or has been silent for seven days', async () => {
    const { grid } = await cast();
    const named = await make.ticket({ status: 'RESOLVED' });
    const anonymous = await make.ticket({ status: 'RESOLVED', reporterId: null });
    const close = (id: string) => as(grid).call('tickets.close', { id, version: 1 });
    expect((await close(named.id)).body.error?.code).toBe('ticket_action_not_allowed');
    expect((await close(anonymous.id)).body.status).toBe('CLOSED');
    pass({ days: 7 });
    expect((await close(named.id)).body.status).toBe('CLOSED');
  });
});
