import { beginYears, closeNextYear } from '#server/features/points/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';
import { bookPoints, grounds } from '../support/points';

type Who = { id: string };
const sweep = async () => {
  while ((await asSystem(beginYears)) > 0);
  while (await closeNextYear(desk().ground));
  await drain();
};
const titles = async (who: Who) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
const mine = (who: Who) => as(who).ok('points.mine', {});
const reset = (id: string, yearEnd: 'KEEP' | 'RESET' = 'RESET') =>
  desk().prisma.ruleBook.updateMany({ where: { id }, data: { yearEnd } });
const expiries = () => desk().prisma.pointsEntry.findMany({ where: { kind: 'EXPIRE' } });
const statement = (villager: Who, year: number, quarter: number) =>
  as(villager).ok('points.statement', { villageCode: home.village, quarter: { year, quarter } });

/** A family with 100 points in a village whose rules say what becomes of them. */
async function family(yearEnd: 'KEEP' | 'RESET' = 'RESET') {
  const ground = await grounds();
  const { id } = await make.ruleBook();
  await reset(id, yearEnd);
  const li = await make.member();
  const book = (points: number, source: string, kind: 'AWARD' | 'REDEEM' = 'AWARD') =>
    bookPoints(ground, li.householdId!, { points, source, kind });
  await book(100, 'base');
  return { li, bookId: id, book };
}

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

describe('the end of a points year', () => {
  it('is told thirty days ahead, takes what is left of the year as one entry, and is kept for the family', async () => {
    const { li, book } = await family();
    await sweep();
    expect(await titles(li)).toEqual([]);
    freeze('2026-12-02T00:00:30+08:00');
    await sweep();
    await sweep();
    expect(await titles(li)).toEqual(['您家 2026 年的积分快到期了']);
    expect((await mine(li)).yearEndText).toContain('清零');
    expect(await expiries()).toEqual([]);

    await book(20, 'shop', 'REDEEM');
    freeze('2026-12-31T23:59:00+08:00');
    await sweep();
    expect(await expiries()).toEqual([]);
    expect(await desk().prisma.pointsYear.count({ where: { closedAt: { not: null } } })).toBe(0);
    freeze('2027-01-01T00:00:30+08:00');
    const wife = await make.member({ householdId: li.householdId! });
    await book(5, 'new year');
    await sweep();
    expect(await expiries()).toMatchObject([
      { delta: -80, source: `expire:2026:${li.householdId}`, text: '2026 年的积分到期清零' },
    ]);
    expect(await mine(wife)).toMatchObject({ balance: 5, yearPlus: 5, yearMinus: 0, yearEndText: null });
    expect((await as(wife).ok('points.years', {})).items).toEqual([
      { year: 2026, balance: 80, stars: 2, plus: 100, minus: 0, spent: 20, expired: 80 },
    ]);
  });

  it('keeps points where the rules say so, and keeps the year all the same', async () => {
    const { li } = await family('KEEP');
    freeze('2027-01-01T00:00:30+08:00');
    await sweep();
    expect(await expiries()).toEqual([]);
    expect(await desk().prisma.notification.count()).toBe(0);
    const wife = await make.member({ householdId: li.householdId! });
    expect((await as(wife).ok('points.years', {})).items).toMatchObject([{ year: 2026, balance: 100, expired: 0 }]);
  });

  it('lets nothing expire without notice: who is told late has thirty days, whoever changed the rules', async () => {
    const { li, bookId } = await family('KEEP');
    freeze('2026-12-10T10:00:00+08:00');
    await sweep();
    await reset(bookId);
    freeze('2027-01-01T00:00:30+08:00');
    await sweep();
    expect(await expiries()).toEqual([]);
    expect(await titles(li)).toEqual(['您家 2026 年的积分快到期了']);
    freeze('2027-01-30T23:00:00+08:00');
    await sweep();
    expect(await expiries()).toEqual([]);
    freeze('2027-01-31T00:00:30+08:00');
    await sweep();
    expect(await expiries()).toMatchObject([{ delta: -100 }]);
  });

  it('closes every year once when two desks do it at once and one dies in the middle, and the statement comes to zero', async () => {
    const ground = await grounds();
    await reset((await make.ruleBook()).id);
    const families = await Promise.all(Array.from({ length: 8 }, () => make.member()));
    for (const one of families) await bookPoints(ground, one.householdId!, { points: 50, source: `base:${one.id}` });
    freeze('2026-12-02T00:00:30+08:00');
    const begun = () => asSystem(beginYears);
    await Promise.all([begun(), begun()]);
    await drain();
    for (const one of families) expect(await titles(one)).toHaveLength(1);

    freeze('2027-01-01T00:00:30+08:00');
    for (let done = 0; done < 3; done += 1) await closeNextYear(desk().ground);
    expect(await expiries()).toHaveLength(3);
    const rest = async () => {
      while (await closeNextYear(desk().ground));
    };
    await Promise.all([rest(), rest(), rest()]);
    expect(await expiries()).toHaveLength(8);
    expect(await desk().prisma.pointsYear.count({ where: { closedAt: { not: null }, expired: 50 } })).toBe(8);
    const first = await statement(await make.member(), 2027, 1);
    expect(first).toMatchObject({ opening: 400, closing: 0, difference: 0 });
    expect(first.lines.find(({ line }) => line === 'expired')).toMatchObject({ points: -400, entries: 8 });
  });
});
