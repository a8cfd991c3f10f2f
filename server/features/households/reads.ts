import type { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { splitRuleLabel } from '#shared/domain/households/split';
import { dayMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { isWorker, placesInCare } from '../claims/index';
import { worldOf } from '../places/index';
import { balanceOf, splitRuleOf } from '../points/index';
import { familyOf, isMinor, personOf } from './family';
import { presentMove } from './present';

/** What has ended is shown this long. */
const shownDays = 30;

/** The caller's household with its people and what goes on about it; also for somebody who belongs to none. */
export async function myHousehold(ctx: Ctx): Promise<Output<'households.mine'>> {
  const { db, districtId, actor, now } = ctx;
  const me = await personOf(ctx);
  const world = await worldOf(db);
  const family = me.householdId ? await familyOf(ctx, me.householdId) : null;
  const about: Prisma.HouseholdMoveWhereInput[] = [
    { byId: actor.id },
    ...(family && !isMinor(me, now) ? [{ householdId: family.id }, { otherId: family.id }] : []),
  ];
  const moves = await db.householdMove.findMany({
    where: {
      AND: [
        { districtId, OR: about },
        { OR: [{ state: 'OPEN' }, { decidedAt: { gte: later(now, -shownDays * dayMs) } }] },
      ],
    },
    orderBy: [{ state: 'asc' }, { askedAt: 'desc' }],
    take: 20,
    include: { consents: true },
  });
  return {
    household: family && {
      ...{ id: family.id, code: family.code, name: family.name, placeLabel: world.placeLabel(family.villageCode) },
      balance: await balanceOf(ctx, family.id),
      members: family.people.map((person) => ({
        ...{ id: person.id, name: person.name, isMe: person.id === actor.id, isHead: person.id === family.headId },
        isMinor: isMinor(person, now),
      })),
      splitText: splitRuleLabel(await splitRuleOf(ctx, family.villageCode)),
    },
    isHead: family !== null && family.headId === actor.id,
    isMinor: isMinor(me, now),
    homeLabel: me.homeVillageCode && world.placeLabel(me.homeVillageCode),
    moves: await inTurn(moves, (move) => presentMove(ctx, move)),
  };
}

/** What waits for the staff of the caller's places, the longest wait first; or what has ended, the latest first. Throws forbidden. */
export async function householdDesk(ctx: Ctx, { view }: Parsed<'households.desk'>): Promise<Output<'households.desk'>> {
  const { db, districtId, actor } = ctx;
  if (!isWorker(actor)) throw new AppError('forbidden');
  const inCare: Prisma.HouseholdMoveWhereInput = { AND: [{ districtId }, placesInCare(actor)] };
  const isOpen = view === 'open';
  const moves = await db.householdMove.findMany({
    where: { AND: [inCare, { state: isOpen ? 'OPEN' : { in: ['DONE', 'REFUSED'] } }] },
    orderBy: isOpen ? { askedAt: 'asc' } : { decidedAt: 'desc' },
    take: 50,
    include: { consents: true },
  });
  return {
    items: await inTurn(moves, (move) => presentMove(ctx, move)),
    open: await db.householdMove.count({ where: { AND: [inCare, { state: 'OPEN' }] } }),
  };
}

/** One after the other: they share one connection. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
