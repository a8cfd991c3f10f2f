import { Prisma } from '#prisma';
import { visibleSql, visibleTo } from '#server/features/tickets/policy';
import { actorOf } from '#server/kernel/auth';
import { as } from '../support/api';
import { now } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

/** People of every post, and one who holds three at once. */
async function everybody() {
  const several = await make.staff('GRID_STAFF', home.otherGrid);
  await make.post(several, 'BUILDING_LEAD', home.grid);
  await make.post(several, 'DEPARTMENT_CLERK', home.district, { departmentCode: 'zhujian' });
  return [
    await make.person(),
    await make.staff('GRID_STAFF', home.grid),
    await make.staff('BUILDING_LEAD', home.grid),
    await make.staff('GRID_LEAD', home.village),
    await make.staff('TOWN_CLERK', home.town),
    await make.staff('TOWN_CLERK', home.otherTown),
    await make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' }),
    await make.staff('CENTRE_SEAT', home.district),
    await make.staff('JUSTICE_BUREAU', home.district),
    await make.staff('LEGAL_ADVISOR', home.village),
    await make.staff('ADMIN', home.district),
    several,
  ];
}

const places = [{}, { gridCode: home.otherGrid }, { villageCode: home.otherVillage }];

/** Tickets of every kind that scope tells apart. */
async function anybodysTickets() {
  for (const place of places) {
    for (const confidential of [false, true]) {
      await make.ticket({ ...place, confidential });
      await make.ticket({ ...place, confidential, unitCode: 'zhujian', handlingLevel: 'DEPARTMENT' });
      await make.ticket({ ...place, confidential, categoryCode: 'dispute_neighbor' });
      await make.assist(await make.ticket({ ...place, confidential, leadUnit: 'gongan' }), { unitCode: 'zhifa' });
    }
  }
}

/** Tickets far from any post of this person, but with a hand of his or hers in them. */
async function ownTickets(person: { id: string }) {
  const away = { villageCode: home.otherVillage, unitCode: home.otherVillage, leadUnit: 'gongan' };
  for (const confidential of [false, true]) {
    await make.ticket({ ...away, confidential, reporterId: person.id });
    await make.ticket({ ...away, confidential, assigneeId: person.id });
    await make.follower(await make.ticket({ ...away, confidential }), person);
  }
}

describe('the scope of a person', () => {
  it('is the same in both forms it is written in, for every post', async () => {
    const { prisma } = desk();
    await anybodysTickets();
    for (const person of await everybody()) {
      await ownTickets(person);
      const actor = await actorOf(prisma, await as(person).token(), now(), '2026-11-23');
      const byModel = await prisma.ticket.findMany({ where: visibleTo(actor), select: { id: true } });
      const bySql = await prisma.$queryRaw<{ id: string }[]>(
        Prisma.sql`SELECT t."id" FROM "Ticket" t WHERE ${visibleSql(actor)}`,
      );
      const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
      expect(ids(bySql)).toEqual(ids(byModel));
      expect(byModel.length).toBeGreaterThan(0);
    }
  });
});
