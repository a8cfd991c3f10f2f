import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { addDays, dayOf, hourMs, later } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { story } from './people';

/** More of the families of the story, and what they ask for. */
export interface Families {
  readonly people: Prisma.PersonCreateManyInput[];
  readonly moves: Prisma.HouseholdMoveCreateManyInput[];
  readonly consents: Prisma.HouseholdConsentCreateManyInput[];
}

/** 李大爷 lives with his son and a grandchild; the son wants a household of his own, a niece wants to join, a newcomer has none yet. */
export function inventFamilies({ world, crowd, now }: Stage): Families {
  const { districtId } = world;
  const own = crowd.households.find(({ id }) => id === crowd.cast.resident.householdId);
  if (!own) return { people: [], moves: [], consents: [] };
  const place = { villageCode: own.villageCode, gridCode: story.grid };
  const person = (name: string, more: Partial<Prisma.PersonCreateManyInput> = {}) => ({
    ...{ districtId, id: uuid(), name, createdAt: later(now, -200 * 24 * hourMs) },
    ...{ homeVillageCode: place.villageCode, homeGridCode: place.gridCode, ...more },
  });
  const son = person('李建华', { householdId: own.id });
  const child = person('李小满', {
    householdId: own.id,
    adultOn: new Date(addDays(dayOf(now), 3000)),
  });
  const niece = person('李春燕');
  const newcomer = person('赵明');
  const ask = (
    byId: string,
    hours: number,
    more: Pick<Prisma.HouseholdMoveCreateManyInput, 'kind'> & Partial<Prisma.HouseholdMoveCreateManyInput>,
  ) => ({ districtId, id: uuid(), ...place, byId, askedAt: later(now, -hours * hourMs), ...more });
  const moves = [
    ask(son.id, 20, {
      ...{ kind: 'SPLIT', householdId: own.id, name: '李建华家', personIds: [son.id, child.id] },
      note: '分家另过，房子在村口',
    }),
    ask(niece.id, 5, { kind: 'JOIN', householdId: own.id, note: '搬来和伯伯一起住' }),
    ask(newcomer.id, 30, { kind: 'REGISTER', name: '赵家', note: '今年搬到三组' }),
  ];
  return {
    people: [son, child, niece, newcomer],
    moves,
    consents: moves.map(({ id: moveId, byId: personId, askedAt: at }) => ({ districtId, moveId, personId, at })),
  };
}
