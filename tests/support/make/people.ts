import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { now } from '../clock';
import { desk } from '../desk';
import { districtId, home, next, type PostKind, type Row } from './place';

/** A phone number of the form that is never given out: 1999900xxxx. */
const phone = () => `1999900${String(next()).padStart(4, '0')}`;

export const person = (given: Row<Prisma.PersonUncheckedCreateInput> = {}) =>
  desk().prisma.person.create({
    data: {
      districtId,
      id: uuid(),
      name: `居民${next()}`,
      phone: phone(),
      openid: `test-${uuid()}`,
      homeVillageCode: home.village,
      createdAt: now(),
      ...given,
    },
  });

/** A person who holds a post since the beginning of 2024. Clerks of departments need `departmentCode`. */
export async function staff(
  kind: PostKind = 'GRID_STAFF',
  placeCode: string = home.grid,
  given: Row<Prisma.PersonUncheckedCreateInput> &
    Pick<Row<Prisma.PostUncheckedCreateInput>, 'departmentCode' | 'startsOn' | 'endsOn' | 'handedToId'> = {},
) {
  const { departmentCode, startsOn, endsOn, handedToId, ...rest } = given;
  const holder = await person({ name: `工作人员${next()}`, homeVillageCode: null, ...rest });
  await post(holder, kind, placeCode, { departmentCode, startsOn, endsOn, handedToId });
  return holder;
}

/** One more post for a person. */
export const post = (
  holder: { id: string },
  kind: PostKind,
  placeCode: string,
  given: Row<Prisma.PostUncheckedCreateInput> = {},
) =>
  desk().prisma.post.create({
    data: {
      districtId,
      id: uuid(),
      personId: holder.id,
      kind,
      placeCode,
      ...given,
      startsOn: given.startsOn ?? new Date('2024-01-01T00:00:00Z'),
    },
  });

export const household = (given: Row<Prisma.HouseholdUncheckedCreateInput> = {}) =>
  desk().prisma.household.create({
    data: {
      districtId,
      id: uuid(),
      code: `H${next()}`,
      name: '李家',
      villageCode: home.village,
      gridCode: home.grid,
      createdAt: now(),
      ...given,
    },
  });

/** A turn of duty for a place, from an hour ago to an hour from now unless given. */
export const shift = (who: { id: string }, placeCode: string, given: Row<Prisma.DutyShiftUncheckedCreateInput> = {}) =>
  desk().prisma.dutyShift.create({
    data: {
      districtId,
      id: uuid(),
      personId: who.id,
      placeCode,
      startsAt: new Date(now().getTime() - 3_600_000),
      endsAt: new Date(now().getTime() + 3_600_000),
      ...given,
    },
  });
