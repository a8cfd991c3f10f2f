import { soundAlarms } from '#server/features/tickets/index';
import { ticketStatuses } from '#shared/domain/tickets/lifecycle';
import { seedScale } from '../../prisma/seed/scale';
import { seedDemo } from '../../prisma/seed/seed';
import { anonymous, as } from '../support/api';
import { now } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home } from '../support/make';

const seed = () => seedDemo(desk().prisma, desk().store, home.districtId, now());

describe('the demonstration', () => {
  it('fills every queue: tickets in every state, staff in every grid but a few, 175 virtual estates', async () => {
    expect(await seed()).toBe(true);
    const { prisma } = desk();

    const states = await prisma.ticket.groupBy({ by: ['status'], _count: true });
    expect(states.map(({ status }) => status).sort()).toEqual([...ticketStatuses].sort());
    expect(await prisma.ticket.count()).toBeGreaterThanOrEqual(1200);
    expect(await prisma.estate.count({ where: { kind: 'VIRTUAL', synthetic: true } })).toBe(175);
    const staffed = await prisma.post.groupBy({ by: ['placeCode'], where: { kind: 'GRID_STAFF', endsOn: null } });
    expect(781 - staffed.length).toBeGreaterThan(0);
    expect(781 - staffed.length).toBeLessThan(20);
    expect(await prisma.conversation.count({ where: { mode: 'QUEUED' } })).toBe(4);
    const people = await prisma.person.findMany({ select: { phone: true } });
    expect(people.filter(({ phone }) => phone && !phone.startsWith('1999900'))).toEqual([]);
  });

  it('has a person for every role, who can sign in', async () => {
    await seed();
    const { items } = await anonymous.ok('auth.demoPeople', {});
    expect(items.map(({ role }) => role)).toEqual([
      '村民',
      '村民（邻居）',
      '网格员',
      '网格长',
      '楼栋长',
      '法律顾问',
      '部门经办',
      '镇街经办',
      '中心坐席',
      '司法局',
      '管理员',
      '议事会成员',
      '同心服务团',
      '人民调解员',
      '评议员',
      '积分兑换点',
    ]);
    for (const { code, name } of items) {
      const { status, body } = await anonymous.call('auth.login', { code });
      expect([status, body.me.name]).toEqual([200, name]);
    }
  });

  it('gives 王敏 a queue with one case overdue and one due soon, the most urgent first', async () => {
    await seed();
    const wang = await desk().prisma.person.findFirstOrThrow({ where: { name: '王敏', demoRole: '网格员' } });
    const { items } = await as(wang).ok('workbench.queue', { view: 'todo' });
    expect(items.length).toBeGreaterThanOrEqual(6);
    expect(items[0]?.clock.state).toBe('overdue');
    expect(items.filter(({ clock }) => clock.state === 'overdue')).toHaveLength(1);
    expect(items.some(({ clock }) => clock.state === 'dueSoon')).toBe(true);
  });

  it('has deeds of 李大爷’s family in every state, with what was taken from it explained', async () => {
    await seed();
    const li = await desk().prisma.person.findFirstOrThrow({ where: { name: '李大爷', demoRole: '村民' } });
    const { items } = await as(li).ok('claims.mine', { limit: 50 });
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['PROPOSED', 'NOTICE', 'BOOKED', 'REJECTED']));
    const taken = items.find(({ points }) => points < 0)!;
    expect(await as(li).ok('claims.get', { id: taken.id })).toMatchObject({
      ...{ state: 'BOOKED', warning: { text: expect.stringContaining('垃圾') } },
      photos: [expect.anything()],
    });
    const tang = await desk().prisma.person.findFirstOrThrow({ where: { demoRole: '评议员' } });
    const { items: toJudge } = await as(tang).ok('claims.desk', { view: 'review' });
    expect(toJudge.filter(({ abilities }) => abilities.includes('vote')).length).toBeGreaterThan(0);
    const { items: seen } = await as(li).ok('claims.notices', {});
    expect(seen.map(({ mayObject }) => mayObject)).toContain(true);
  });

  it('shows its drawn pictures', async () => {
    await seed();
    const photo = await desk().prisma.attachment.findFirstOrThrow();
    for (const key of [photo.key, photo.thumbKey])
      expect(await desk().store.head(key)).toMatchObject({ ok: true, contentType: 'image/jpeg' });
  });

  it('tells every life in order of time, never beyond now, with counts that match', async () => {
    await seed();
    const { prisma } = desk();
    const [wrong] = await prisma.$queryRaw<{ future: number; versions: number; followers: number }[]>`
      SELECT (SELECT count(*)::int FROM "TicketStep" WHERE "at" > ${now()}) AS future,
        (SELECT count(*)::int FROM "Ticket" t WHERE (SELECT count(*) FROM "TicketStep" s WHERE s."ticketId" = t."id"
          AND s."action" <> 'requestAssist') <> t."version") AS versions,
        (SELECT count(*)::int FROM "Ticket" t WHERE (SELECT count(*) FROM "TicketFollower" f WHERE f."ticketId" = t."id") <> t."followerCount") AS followers`;
    expect(wrong).toEqual({ future: 0, versions: 0, followers: 0 });
  });

  it('sets no alarm off by starting', async () => {
    await seed();
    expect(await asSystem(soundAlarms)).toBe(0);
  });

  it('leaves a desk alone that has people', async () => {
    await seed();
    const before = await desk().prisma.ticket.count();
    expect(await seed()).toBe(false);
    expect(await desk().prisma.ticket.count()).toBe(before);
  });

  it('adds as many tickets as a measurement wants, in one grid if told so', async () => {
    await seedScale(desk().prisma, { count: 500, gridCode: home.grid });
    await seedScale(desk().prisma, { count: 300 });
    expect(await desk().prisma.ticket.count()).toBe(800);
    expect(await desk().prisma.ticket.count({ where: { gridCode: home.grid } })).toBeGreaterThanOrEqual(500);
    await expect(seedScale(desk().prisma, { count: 1, gridCode: '511502999999999' })).rejects.toThrow('没有网格');
  });
});
