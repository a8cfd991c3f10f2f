import { type Movement, reverseEntry } from '#server/features/points/index';
import { as } from '../support/api';
import { freeze } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';
import { bookPoints, type Grounds, grounds } from '../support/points';

let sources = 0;
let given: Grounds;
beforeEach(async () => {
  given = await grounds();
});
const book = (householdId: string, kind: Movement['kind'], points: number) => {
  sources += 1;
  return bookPoints(given, householdId, { kind, points, source: `statement:${sources}` });
};
const read = async (input = {}) =>
  as(await make.person()).ok('points.statement', { villageCode: home.village, ...input });
const linesOf = ({ lines }: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(lines.map(({ line, points, entries }) => [line, [points, entries]]));

describe('the statement of a village', () => {
  it('has the quarter line by line, opens with what the one before closed with, and comes to zero', async () => {
    freeze('2026-09-30T23:59:00+08:00');
    const [one, other] = [await make.household(), await make.household()];
    await book(one.id, 'AWARD', 100);
    freeze('2026-10-01T00:00:00+08:00');
    await book(other.id, 'AWARD', 30);
    await book(one.id, 'DEDUCT', 2);
    await book(one.id, 'REDEEM', 20);
    await book(one.id, 'REFUND', 5);
    await book(other.id, 'EXPIRE', 3);
    const wrong = await book(one.id, 'AWARD', 7);
    await asSystem((ctx) => reverseEntry(ctx, { entryId: wrong.id, text: '记错了' }));

    const now = await read();
    expect(now).toMatchObject({ year: 2026, quarter: 4, isRunning: true, next: null, difference: 0 });
    expect(now).toMatchObject({ opening: 100, closing: 110 });
    expect(linesOf(now)).toEqual({
      ...{ issued: [37, 2], deducted: [-2, 1], spent: [-15, 2], expired: [-3, 1], reversed: [-7, 1], moved: [0, 0] },
    });
    const before = await read({ quarter: now.previous });
    expect(before).toMatchObject({ opening: 0, closing: 100, isRunning: false, next: { year: 2026, quarter: 4 } });
  });

  it('says by how much the balances differ when somebody has bent one', async () => {
    const { id } = await make.household();
    await book(id, 'AWARD', 10);
    await desk().prisma.pointsAccount.updateMany({ where: { householdId: id }, data: { balance: 15 } });
    expect(await read()).toMatchObject({ difference: 5, closing: 10 });
  });

  it('is open to everybody, of villages that exist and quarters that have begun', async () => {
    freeze('2026-11-23T10:00:00+08:00');
    const who = await make.person();
    const codeOf = async (input: object) => (await as(who).call('points.statement', input)).body.error?.code;
    expect(await codeOf({ villageCode: home.town })).toBe('place_unknown');
    expect(await codeOf({ villageCode: '999999999999' })).toBe('place_unknown');
    expect(await codeOf({ villageCode: home.village, quarter: { year: 2027, quarter: 1 } })).toBe(
      'points_quarter_unknown',
    );
    expect(await codeOf({ villageCode: home.village, quarter: { year: 2026, quarter: 5 } })).toBe('invalid_input');
  });
});
