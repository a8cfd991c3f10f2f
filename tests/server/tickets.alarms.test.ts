import { soundAlarms } from '#server/features/tickets/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const received = '2026-11-23T10:00:00+08:00';

/** Reports through the desk, so that the alarm columns are the desk's own. */
async function reported(categoryCode = 'streetlight') {
  const clerk = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
  const { id } = await as(clerk).ok('tickets.open', {
    ...{ title: '路灯不亮', description: '门口的路灯坏了', categoryCode, address: '高桥村三组' },
    ...{ villageCode: home.village, position: undefined, attachmentIds: [] },
  });
  const { prisma } = desk();
  await prisma.ticket.updateMany({
    where: { id },
    data: { gridCode: home.grid, unitCode: home.grid, handlingLevel: 'GRID', assigneeId: clerk.id },
  });
  return { id, clerk };
}

const rowOf = (id: string) => desk().prisma.ticket.findFirstOrThrow({ where: { id } });
const actionsOf = async (id: string) =>
  (await desk().prisma.ticketStep.findMany({ where: { ticketId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(
    ({ action }) => action,
  );
const sweep = async () => {
  let sounded = 0;
  for (let more = 1; more > 0; sounded += more) more = await asSystem(soundAlarms);
  return sounded;
};

describe('alarms', () => {
  it('says yellow at four fifths of the time, red at its end, and one level more each working day, each once', async () => {
    freeze(received);
    const lead = await make.staff('GRID_LEAD', home.village);
    const town = await make.staff('TOWN_CLERK', home.town);
    const centre = await make.staff('CENTRE_SEAT', home.district);
    const { id, clerk } = await reported();
    expect(await rowOf(id)).toMatchObject({ alarmKind: 'warn', alarmAt: new Date('2026-11-23T15:12:00+08:00') });
    expect(await sweep()).toBe(0);

    freeze('2026-11-23T15:12:00+08:00');
    expect((await as(clerk).ok('tickets.get', { id })).clock.state).toBe('dueSoon');
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await rowOf(id)).toMatchObject({ alarmKind: 'overdue', alarmAt: new Date('2026-11-23T16:00:00+08:00') });

    freeze('2026-11-23T16:00:01+08:00');
    expect((await as(clerk).ok('tickets.get', { id })).clock.state).toBe('overdue');
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await rowOf(id)).toMatchObject({ escalation: 1, version: 1 });

    freeze('2026-11-24T16:00:01+08:00');
    expect(await sweep()).toBe(1);
    freeze('2026-11-25T16:00:01+08:00');
    expect(await sweep()).toBe(1);
    freeze('2026-12-25T16:00:01+08:00');
    expect(await sweep()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ escalation: 3, alarmAt: null });
    expect(await actionsOf(id)).toEqual(['open', 'warn', 'escalate', 'escalate', 'escalate']);

    await drain();
    const told = async (who: { id: string }) => (await as(who).ok('notifications.list', {})).items.length;
    expect([await told(lead), await told(town), await told(centre)]).toEqual([1, 1, 1]);
    const escalated = await desk().prisma.domainEvent.findMany({ where: { name: 'ticket.escalated' } });
    expect(escalated.map(({ payload }) => (payload as { level: string }).level).sort()).toEqual([
      ...['CENTRE', 'GRID_LEAD', 'TOWN'],
    ]);
  });

  it('catches up with every hop that was missed while nothing ran', async () => {
    freeze(received);
    const { id } = await reported();
    freeze('2026-12-10T10:00:00+08:00');
    expect(await sweep()).toBe(4);
    expect(await actionsOf(id)).toEqual(['open', 'warn', 'escalate', 'escalate', 'escalate']);
  });

  it('sounds each alarm once when several instances sweep together', async () => {
    freeze(received);
    const { id } = await reported();
    freeze('2026-11-23T15:30:00+08:00');
    const counts = await Promise.all([1, 2, 3, 4].map(() => asSystem(soundAlarms)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await actionsOf(id)).toEqual(['open', 'warn']);
  });

  it('starts anew for the next limit when somebody accepts', async () => {
    freeze(received);
    const { id, clerk } = await reported();
    freeze('2026-11-23T16:30:00+08:00');
    await sweep();
    await as(clerk).ok('tickets.accept', { id, version: 1 });
    expect(await rowOf(id)).toMatchObject({ escalation: 0, alarmKind: 'warn' });
  });

  it('counts in natural hours for what is urgent, through the night', async () => {
    freeze('2026-11-28T22:00:00+08:00');
    const { id } = await reported('manhole');
    expect(await rowOf(id)).toMatchObject({ level: 'P1', alarmAt: new Date('2026-11-28T22:24:00+08:00') });
    freeze('2026-11-28T22:31:00+08:00');
    expect(await sweep()).toBe(2);
    expect(await rowOf(id)).toMatchObject({ escalation: 1, alarmAt: new Date('2026-11-29T00:30:00+08:00') });
  });

  it('asks a silent resident again after three working days and closes after seven days', async () => {
    freeze(received);
    const resident = await make.person();
    const clerk = await make.staff('GRID_LEAD', home.village);
    const { id } = await make.ticket({ status: 'HANDLED', reporterId: resident.id });
    await as(clerk).ok('tickets.passCheck', { id, version: 1 });
    expect(await rowOf(id)).toMatchObject({ alarmKind: 'revisit', alarmAt: new Date('2026-11-26T10:00:00+08:00') });

    freeze('2026-11-26T10:00:00+08:00');
    expect(await sweep()).toBe(1);
    await drain();
    const { items } = await as(resident).ok('notifications.list', {});
    expect(items.map(({ title }) => title).sort()).toEqual(['您报的事已办好', '请您确认一下']);

    freeze('2026-11-30T10:00:00+08:00');
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await rowOf(id)).toMatchObject({ status: 'CLOSED', alarmAt: null, version: 3 });
    expect(await actionsOf(id)).toEqual(['open', 'passCheck', 'revisit', 'close']);
    expect((await as(resident).ok('tickets.get', { id })).abilities).toEqual(['reopen']);
  });
});
