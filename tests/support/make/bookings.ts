import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { desk } from '../desk';
import { staff } from './people';
import { districtId, home, next, type Row } from './place';

const since = new Date('2024-01-01T00:00:00Z');

/** A firm with a team that serves the home town unless other towns are given. */
export async function team(given: { towns?: string[]; firmId?: string } = {}) {
  const { prisma } = desk();
  const firmId = given.firmId ?? uuid();
  if (!given.firmId) await prisma.lawFirm.create({ data: { districtId, id: firmId, name: `戎州律师事务所${next()}` } });
  const id = uuid();
  await prisma.advisorTeam.create({ data: { districtId, id, firmId, name: `团队${next()}` } });
  for (const townCode of given.towns ?? [home.town])
    await prisma.teamTown.create({ data: { districtId, id: uuid(), teamId: id, townCode, startsOn: since } });
  return { id, firmId };
}

interface AdvisorGiven extends Row<Omit<Prisma.AdvisorUncheckedCreateInput, 'availability' | 'villages'>> {
  name?: string;
  /** Villages as primary advisor; none for somebody who is only of the team. */
  villages?: string[];
  rank?: 'PRIMARY' | 'SUBSTITUTE';
  /** Hours of every day of the week at the first village; null for none. */
  hours?: { fromMinute: number; toMinute: number } | null;
}

/** An advisor who sits in the home village every day 9:00–12:00, slots of 30 minutes, two hours' notice. */
export async function advisor(given: AdvisorGiven = {}) {
  const { name = `陈律师${next()}`, villages = [home.village], rank = 'PRIMARY', hours, ...row } = given;
  const { prisma } = desk();
  const person = await staff('LEGAL_ADVISOR', villages[0] ?? home.town, { name });
  const made = await prisma.advisor.create({
    data: {
      ...{ districtId, id: uuid(), personId: person.id, licenceNo: `L${next()}`, slotMinutes: 30, noticeHours: 2 },
      ...{ teamId: row.teamId ?? (await team()).id, fields: ['婚姻家庭'], languages: ['四川话'] },
      ...row,
    },
  });
  for (const villageCode of villages)
    await prisma.advisorVillage.create({
      data: { districtId, id: uuid(), advisorId: made.id, villageCode, rank, startsOn: since },
    });
  const { fromMinute, toMinute } = hours ?? { fromMinute: 540, toMinute: 720 };
  if (hours !== null)
    for (const weekday of [1, 2, 3, 4, 5, 6, 7])
      await availability(made, {
        ...{ kind: 'WEEKLY', weekday, fromMinute, toMinute },
        ...(villages[0] ? { manner: 'ONSITE', villageCode: villages[0] } : { manner: 'PHONE' }),
      });
  return { ...made, person, name };
}

/** One line of an advisor's availability: phone hours on Mondays 9:00–12:00 unless told otherwise. */
export const availability = (who: { id: string }, given: Row<Prisma.AdvisorAvailabilityUncheckedCreateInput> = {}) =>
  desk().prisma.advisorAvailability.create({
    data: {
      ...{ districtId, id: uuid(), advisorId: who.id, kind: 'WEEKLY', manner: 'PHONE', weekday: 1 },
      ...{ fromMinute: 540, toMinute: 720, startsOn: since, marketDigits: [] },
      ...given,
    },
  });

/** Leave from one Shanghai day to another, both whole. */
export const leave = (who: { id: string }, date: string, untilDate = date) =>
  availability(who, {
    ...{ kind: 'LEAVE', manner: null, weekday: null, date: new Date(date), untilDate: new Date(untilDate) },
    ...{ fromMinute: 0, toMinute: 1440 },
  });
