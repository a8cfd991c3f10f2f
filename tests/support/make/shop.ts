import { v7 as uuid } from 'uuid';
import { bookEntry } from '#server/features/points/index';
import { now } from '../clock';
import { asSystem, desk } from '../desk';
import { post } from './people';
import { districtId, home, next } from './place';
import { member } from './points';

/** An outlet in the home village unless another is given. */
export const outlet = (given: { villageCode?: string; closedAt?: Date } = {}) =>
  desk().prisma.shopOutlet.create({
    data: {
      ...{ districtId, id: uuid(), villageCode: home.village, name: `便民超市${next()}`, address: '村委会旁边' },
      ...{ hours: '每天 8:00–18:00', createdAt: now(), ...given },
    },
  });

/** A good on offer at an outlet of the home village (made when none is given): 20 of it, 10 points each. */
export async function good(
  given: { outletId?: string; villageCode?: string; stock?: number; points?: number; yearLimit?: number } = {},
) {
  const { villageCode = home.village } = given;
  const outletId = given.outletId ?? (await outlet({ villageCode })).id;
  return desk().prisma.shopGood.create({
    data: {
      ...{ districtId, id: uuid(), villageCode, name: `洗衣粉${next()}`, about: '一袋 2 公斤', points: 10, stock: 20 },
      ...{ createdAt: now(), ...given, outletId },
    },
  });
}

/** Somebody who hands goods over at an outlet. */
export async function merchant(at: { id: string; villageCode: string }) {
  const person = await member({ name: `店主${next()}` });
  await post(person, 'MERCHANT', at.villageCode);
  await desk().prisma.shopKeeper.create({ data: { districtId, outletId: at.id, personId: person.id, since: now() } });
  return person;
}

/** A member of a household that has so many points. */
export async function richMember(points: number) {
  const person = await member();
  const householdId = person.householdId ?? '';
  await asSystem((ctx) =>
    bookEntry(ctx, {
      householdId,
      kind: 'AWARD',
      isBase: true,
      points,
      source: `rich:${householdId}`,
      text: '一年的积分',
    }),
  );
  return person;
}
