import fc from 'fast-check';
import pg from 'pg';
import { hashOf } from '#server/features/points/chain';
import { bookEntry, type Movement, reverseEntry } from '#server/features/points/index';
import { openAppRole } from '#server/kernel/postgres/app-role';
import type { AppError } from '#shared/errors';
import { as } from '../support/api';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';
import { bookPoints, type Grounds, grounds, type Moving } from '../support/points';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    async (error: AppError) => {
      const { translateDatabaseError } = await import('#server/kernel/db');
      return error.code?.includes?.('_') ? error.code : (translateDatabaseError(error)?.code ?? String(error));
    },
  );
let sources = 0;
let given: Grounds;
beforeEach(async () => {
  given = await grounds();
});
const book = (householdId: string, moving: Partial<Moving> = {}) => {
  sources += 1;
  return bookPoints(given, householdId, { source: `test:${sources}`, ...moving });
};
const entries = () => desk().prisma.pointsEntry.findMany({ orderBy: [{ accountId: 'asc' }, { seq: 'asc' }] });

/** What must hold whatever happened: the chain is whole, balances are sums and never below nothing, and all accounts together have nothing. */
async function expectSound() {
  const all = await entries();
  const accounts = await desk().prisma.pointsAccount.findMany({ where: { kind: 'HOUSEHOLD' } });
  for (const { id, balance, seq, head } of accounts) {
    const own = all.filter(({ accountId }) => accountId === id);
    let [sum, previous] = [0, ''];
    for (const [index, entry] of own.entries()) {
      sum += entry.delta;
      expect(entry).toMatchObject({ seq: index + 1, balance: sum, previous });
      expect(sum).toBeGreaterThanOrEqual(0);
      expect(entry.hash).toBe(hashOf(entry));
      previous = entry.hash;
    }
    expect([balance, seq, head]).toEqual([sum, own.length, previous]);
  }
}

describe('the ledger', () => {
  it('moves points between a household and the village, entry by entry', async () => {
    const { id } = await make.household();
    await book(id, { points: 5 });
    expect(await book(id, { kind: 'DEDUCT', points: 2 })).toMatchObject({ seq: 2, balance: 3, delta: -2 });
    expect(await book(id, { kind: 'EXPIRE', points: 3 })).toMatchObject({ seq: 3, balance: 0 });
    await expectSound();
  });

  it('books a source once, reverses an entry once, and gives nobody less than nothing', async () => {
    const { id } = await make.household();
    const first = await book(id, { source: 'claim:1' });
    expect(await codeOf(book(id, { source: 'claim:1' }))).toBe('points_source_used');
    const back = () => asSystem((ctx) => reverseEntry(ctx, { entryId: first.id, text: '记错了' }));
    expect(await back()).toMatchObject({ delta: -5, balance: 0 });
    expect(await codeOf(back())).toBe('points_already_reversed');
    expect(await codeOf(book(id, { kind: 'REDEEM', points: 1 }))).toBe('points_not_enough');
    await expectSound();
  });

  it.each([0, -3, 0.5, 100_001])('takes no %p points', async (points) => {
    expect(await codeOf(book((await make.household()).id, { points }))).toBe('points_amount_invalid');
  });

  it('gives and takes for deeds by the rules only, entered by one and checked by another, both of other households', async () => {
    const member = await make.member();
    const { items } = await make.ruleBook({
      items: [{ points: 5 }, { points: -2, isCharter: true }, { points: -2, isCharter: false }],
    });
    const [more, less, unwritten] = items.map((item) => item.id);
    const foreign = (await make.ruleBook({ villageCode: home.otherVillage })).items[0]!.id;
    const [maker, checker] = [await make.person(), await make.person()];
    const deed = (kind: 'AWARD' | 'DEDUCT', changes: object) => {
      sources += 1;
      const common = { householdId: member.householdId!, points: 2, source: `deed:${sources}`, text: '一件事' };
      const people = { actorId: maker.id, reviewerId: checker.id };
      return codeOf(asSystem((ctx) => bookEntry(ctx, { ...common, ...people, kind, ruleItemId: more!, ...changes })));
    };
    expect(await deed('AWARD', {})).toBe('ok');
    expect(await deed('DEDUCT', { ruleItemId: less })).toBe('ok');
    expect(await deed('AWARD', { points: 6 })).toBe('points_amount_invalid');
    expect(await deed('AWARD', { ruleItemId: foreign })).toBe('points_rule_unknown');
    expect(await deed('AWARD', { ruleItemId: maker.id })).toBe('points_rule_unknown');
    expect(await deed('AWARD', { ruledAt: new Date('2026-01-09T00:00:00+08:00') })).toBe('points_rules_missing');
    expect(await deed('DEDUCT', { ruleItemId: unwritten })).toBe('points_rule_charter');
    expect(await deed('DEDUCT', {})).toBe('points_rule_charter');
    expect(await deed('AWARD', { ruleItemId: less })).toBe('points_rule_charter');
    expect(await deed('AWARD', { reviewerId: maker.id })).toBe('points_same_person');
    expect(await deed('AWARD', { reviewerId: member.id })).toBe('points_own_claim');
    expect(await deed('AWARD', { actorId: member.id })).toBe('points_own_claim');
  });

  it('knows no household that is not there and none that is closed', async () => {
    expect(await codeOf(book('01a219f9-95f3-7373-a396-1ce0daf344a8'))).toBe('not_found');
    const { id } = await make.household();
    await book(id);
    await asSystem((ctx) =>
      bookEntry(ctx, { householdId: id, kind: 'EXPIRE', points: 5, source: 'expire:all', text: '清零' }),
    );
    await desk().prisma.pointsAccount.updateMany({ where: { householdId: id }, data: { closedAt: new Date() } });
    expect(await codeOf(book(id))).toBe('points_account_closed');
  });

  it('stays sound whatever happens at once', async () => {
    const homes = await Promise.all(Array.from({ length: 4 }, () => make.household()));
    const step = fc.record({
      who: fc.nat(3),
      kind: fc.constantFrom('AWARD', 'AWARD', 'DEDUCT', 'REDEEM', 'REFUND', 'EXPIRE', 'REVERSE'),
      points: fc.integer({ min: 1, max: 9 }),
      source: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { maxLength: 5 }), async (bursts) => {
        for (const burst of bursts) {
          const before = await entries();
          const ends = await Promise.all(
            burst.map(({ who, kind, points, source }) => {
              const entry = before[source % Math.max(1, before.length)];
              if (kind === 'REVERSE')
                return entry ? codeOf(asSystem((ctx) => reverseEntry(ctx, { entryId: entry.id, text: '冲正' }))) : 'ok';
              return codeOf(
                book(homes[who]!.id, { kind: kind as Movement['kind'], points, source: `burst:${source}` }),
              );
            }),
          );
          for (const end of ends)
            expect(['ok', 'points_source_used', 'points_not_enough', 'points_already_reversed']).toContain(end);
          await expectSound();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('lets 50 spend the last 7 points at once: 7 do', async () => {
    const { id } = await make.household();
    await book(id, { points: 7 });
    const ends = await Promise.all(Array.from({ length: 50 }, () => codeOf(book(id, { kind: 'REDEEM', points: 1 }))));
    expect(ends.filter((end) => end === 'ok')).toHaveLength(7);
    expect(new Set(ends)).toEqual(new Set(['ok', 'points_not_enough']));
    await expectSound();
  }, 60_000);
});

describe('the guard', () => {
  it('refuses to change, take out or empty what is written, to the owner too', async () => {
    await book((await make.household()).id);
    for (const sql of ['UPDATE "PointsEntry" SET "delta" = 500', 'DELETE FROM "PointsEntry"', 'TRUNCATE "PointsEntry"'])
      await expect(desk().prisma.$executeRawUnsafe(sql)).rejects.toThrow(/CP004|on the ledger/);
    expect(await entries()).toHaveLength(1);
  });

  it('cannot be switched off by the role the desk works as, which cannot touch balances either', async () => {
    const { id } = await make.household();
    await book(id);
    const client = new pg.Client(await openAppRole(desk().databaseUrl));
    await client.connect();
    for (const sql of [
      'ALTER TABLE "PointsEntry" DISABLE TRIGGER ALL',
      'DROP TRIGGER points_fixed ON "PointsEntry"',
      'SET session_replication_role = replica',
      'UPDATE "PointsAccount" SET "balance" = 900',
      'DELETE FROM "PointsAccount"',
      'UPDATE "PointsEntry" SET "delta" = 1',
      'TRUNCATE "PointsEntry"',
      'CREATE OR REPLACE FUNCTION points_chain() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
      'DELETE FROM _prisma_migrations',
    ])
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM "PointsEntry"');
    expect(rows[0]!.n).toBe(1);
    await client.end();
  });
});

describe('what a family sees', () => {
  it('is its own balance, stars and entries, newest first, page by page', async () => {
    const member = await make.member();
    const { items: rules } = await make.ruleBook({
      items: [
        { title: '参加院坝清扫', points: 17, yearCap: 60 },
        { title: '乱扔垃圾', points: -2, isCharter: true },
      ],
    });
    for (let index = 0; index < 5; index += 1)
      await book(member.householdId!, { points: 17, ruleItemId: rules[0]!.id, text: `第${index + 1}次` });
    await book(member.householdId!, { kind: 'DEDUCT', points: 2, ruleItemId: rules[1]!.id, text: '乱扔垃圾' });
    const mine = await as(member).ok('points.mine', {});
    expect(mine).toMatchObject({ balance: 83, stars: 1, nextStars: 2, missing: 17, yearPlus: 85, yearMinus: -2 });
    const first = await as(member).ok('points.entries', { limit: 4 });
    expect(first.items[0]).toMatchObject({
      delta: -2,
      kindText: '扣分',
      text: '乱扔垃圾',
      balance: 83,
      ruleTitle: '乱扔垃圾',
    });
    expect(first.items[1]).toMatchObject({ text: '第5次', ruleTitle: '参加院坝清扫', isReversed: false });
    const second = await as(member).ok('points.entries', { limit: 4, cursor: first.nextCursor! });
    expect([second.items.length, second.nextCursor]).toEqual([2, null]);

    const stranger = await make.member();
    expect(await as(stranger).ok('points.mine', {})).toMatchObject({ balance: 0, stars: 0 });
    expect((await as(stranger).ok('points.entries', { cursor: first.nextCursor! })).items).toEqual([]);
    expect((await as(make.person()).call('points.mine', {})).body.error?.code).toBe('points_no_household');
    expect(mine.placeLabel).toBe('李庄镇高桥村');
    expect(home.village).toBe('511502101208');
  });
});
