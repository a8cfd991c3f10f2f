import { notify } from '#server/features/notifications/index';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const notice = (personId: string, dedupeKey: string) => ({
  ...{ personId, dedupeKey, kind: 'ticket.accept', title: '您关心的事已受理', body: '「路灯不亮」已受理' },
  page: 'packages/ticket/pages/detail/index?id=1',
});

describe('notifications', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('tells the same thing once, however often and however parallel it is asked for', async () => {
    const person = await make.person();
    const told = await Promise.all(
      Array.from({ length: 10 }, () =>
        asSystem((ctx) => notify(ctx, [{ ...notice(person.id, 'a'), template: 'progress' }])),
      ),
    );
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await desk().prisma.notification.count()).toBe(1);
    expect(await desk().prisma.delivery.count()).toBe(1);
  });

  it('lists own notices page by page, and marks some or all of them as read', async () => {
    const person = await make.person();
    const other = await make.person();
    for (let minute = 1; minute <= 5; minute += 1) {
      pass({ minutes: 1 });
      await asSystem((ctx) => notify(ctx, [notice(person.id, `n${minute}`), notice(other.id, `o${minute}`)]));
    }
    const first = await as(person).ok('notifications.list', { limit: 3 });
    expect(first).toMatchObject({ unread: 5, items: [{ atText: '刚刚', read: false }, {}, {}] });
    const rest = await as(person).ok('notifications.list', { limit: 3, cursor: first.nextCursor ?? '' });
    expect([rest.items.length, rest.nextCursor]).toEqual([2, null]);

    const foreign = (await as(other).ok('notifications.list', {})).items.map(({ id }) => id);
    await as(person).ok('notifications.markRead', { ids: [first.items[0]?.id ?? '', ...foreign] });
    expect((await as(person).ok('notifications.list', {})).unread).toBe(4);
    expect((await as(other).ok('notifications.list', {})).unread).toBe(5);
    await as(person).ok('notifications.markRead', {});
    expect((await as(person).ok('notifications.list', {})).unread).toBe(0);
  });

  it('tells whoever has a new ticket, the next unit on a transfer, and nobody of what they did themselves', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const law = await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' });
    const resident = await make.person();
    const { id } = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });
    await as(grid).ok('tickets.transfer', { id, version: 1, unitCode: 'zhifa', reason: '路灯归执法局' });
    await drain();
    const titles = async (who: { id: string }) =>
      (await as(who).ok('notifications.list', {})).items.map(({ title, page }) => [title, page]);
    expect(await titles(grid)).toEqual([]);
    expect(await titles(law)).toEqual([['有一件事改派过来', `packages/staff/pages/case/index?id=${id}`]]);
    expect(await titles(resident)).toEqual([['您报的事换了承办单位', `packages/ticket/pages/detail/index?id=${id}`]]);
  });

  it('reminds staff of urging once a day', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    const resident = await make.person();
    const { id } = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });
    for (const version of [1, 2, 3]) await as(resident).ok('tickets.urge', { id, version });
    await drain();
    expect((await as(grid).ok('notifications.list', {})).items).toMatchObject([{ title: '居民在催' }]);
    pass({ days: 1 });
    await as(resident).ok('tickets.urge', { id, version: 4 });
    await drain();
    expect((await as(grid).ok('notifications.list', {})).items).toHaveLength(2);
  });

  it('keeps the dead letters for the centre and the administrator', async () => {
    const person = await make.person();
    const seat = await make.staff('CENTRE_SEAT', home.district);
    const clerk = await make.staff('GRID_STAFF', home.grid);
    await asSystem((ctx) => notify(ctx, [{ ...notice(person.id, 'a'), template: 'progress' }]));
    const { prisma } = desk();
    const { id } = await prisma.delivery.findFirstOrThrow();
    expect((await as(seat).call('notifications.retry', { id })).status).toBe(404);
    await prisma.delivery.updateMany({ data: { state: 'DEAD', tries: 6, reason: 'unavailable' } });

    expect((await as(clerk).call('notifications.deadLetters', {})).body.error?.code).toBe('forbidden');
    expect((await as(clerk).call('notifications.retry', { id })).body.error?.code).toBe('forbidden');
    expect((await as(person).call('notifications.deadLetters', {})).body.error?.code).toBe('forbidden');
    const { items } = await as(seat).ok('notifications.deadLetters', {});
    expect(items).toMatchObject([{ id, state: 'DEAD', reason: 'unavailable', tries: 6, template: '办理进展提醒' }]);
    await as(seat).ok('notifications.retry', { id });
    expect(await prisma.delivery.findFirst()).toMatchObject({ state: 'PENDING', tries: 0, reason: null });
    expect((await as(seat).ok('notifications.deadLetters', {})).items).toEqual([]);
  });
});
