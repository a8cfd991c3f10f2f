import { soundBookingAlarms } from '#server/features/bookings/index';
import { addDays, dayOf } from '#shared/domain/time/clock';
import { seedDemo } from '../../prisma/seed/seed';
import { as } from '../support/api';
import { freeze, now } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home } from '../support/make';

const person = (name: string) => desk().prisma.person.findFirstOrThrow({ where: { name, demoRole: { not: null } } });

describe('the advisors of the demonstration', () => {
  const begin = () => seedDemo(desk().prisma, desk().store, home.districtId, now());

  it('are 17 firms for 16 towns, with every village served but a few, and one lawyer with one too many', async () => {
    await begin();
    const { prisma } = desk();
    expect(await prisma.lawFirm.count()).toBe(17);
    expect(await prisma.advisorTeam.count()).toBe(17);
    const towns = await prisma.teamTown.groupBy({ by: ['townCode'] });
    expect(towns).toHaveLength(16);
    const teams = await prisma.teamTown.groupBy({ by: ['teamId'] });
    expect(teams).toHaveLength(17);
    const primaries = await prisma.advisorVillage.groupBy({ by: ['villageCode'], where: { rank: 'PRIMARY' } });
    const villages = await prisma.division.count({ where: { kind: 'VILLAGE', inScope: true } });
    expect(villages - primaries.length).toBeGreaterThan(0);
    expect(villages - primaries.length).toBeLessThan(4);
    const loads = await prisma.advisorVillage.groupBy({ by: ['advisorId'], where: { rank: 'PRIMARY' }, _count: true });
    expect(loads.filter(({ _count: served }) => served > 5)).toHaveLength(1);
  });

  it('give 李大爷 an advisor with free times tomorrow and the day after, whatever day it is', async () => {
    await begin();
    const li = await person('李大爷');
    for (const ahead of [1, 2]) {
      const { advisor, days } = await as(li).ok('bookings.slots', { from: addDays(dayOf(now()), ahead), days: 1 });
      expect(advisor).toMatchObject({ name: '陈律师', rank: 'PRIMARY', villageLabel: '李庄镇高桥村' });
      expect(days[0]?.slots.filter(({ free }) => free).length).toBeGreaterThan(1);
    }
    const { items: calls } = await as(await person('王敏')).ok('calls.list', {});
    expect(calls.map(({ doneText }) => doneText)).toEqual([null, null]);
    const { items } = await as(li).ok('bookings.list', {});
    expect(items.map(({ status }) => status)).toEqual(['DONE', 'DONE']);
    expect(items.filter(({ abilities }) => abilities.includes('rate'))).toHaveLength(1);
  });

  it('look back on months of visits, records and lectures, and set no alarm off by starting, not even the evening after a talk that has no record', async () => {
    freeze('2026-11-27T19:55:00+08:00');
    await begin();
    const { prisma } = desk();
    expect(await prisma.serviceRecord.count()).toBeGreaterThan(1000);
    expect(await prisma.advisorPresence.count()).toBeGreaterThan(2000);
    expect(await prisma.advisorLecture.count()).toBeGreaterThan(200);
    expect(await prisma.bookingStep.count({ where: { at: { gt: now() } } })).toBe(0);
    expect(await asSystem(soundBookingAlarms)).toBe(0);
  });
});
