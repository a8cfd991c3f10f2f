import fc from 'fast-check';
import { bookEntry, reverseEntry, verifyLedger } from '#server/features/points/index';
import { expireRedemptions } from '#server/features/shop/index';
import { translateDatabaseError } from '#server/kernel/db';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';

/** One thing somebody does; numbers choose among what there is then. */
const step = fc.record({
  what: fc.constantFrom('award', 'award', 'redeem', 'redeem', 'redeem', 'cancel', 'hand', 'expire', 'reverse', 'clear'),
  who: fc.nat(5),
  which: fc.nat(50),
  points: fc.integer({ min: 1, max: 30 }),
});
/** Bursts of things done at once, each followed by some days. */
const history = fc.array(fc.tuple(fc.array(step, { minLength: 2, maxLength: 10 }), fc.constantFrom(0, 1, 4)), {
  minLength: 1,
  maxLength: 6,
});

/** The refusals a history may meet; anything else is a fault. */
const known = new Set([
  ...['ok', 'points_source_used', 'points_not_enough', 'points_already_reversed', 'shop_sold_out', 'shop_year_limit'],
  ...['redemption_over', 'unavailable'],
]);

/**
 * Whatever happened: all accounts together have nothing, every balance is the sum of its entries and not below nothing, the chain is whole, every
 * source stands once, what is reserved, handed over or given back stands in the ledger, and no good has gone that was not there.
 */
async function expectSound(stockAtFirst: number) {
  const { prisma } = desk();
  expect((await verifyLedger({ db: prisma, districtId: home.districtId }, [])).problem).toBeNull();
  const [sums] = await prisma.$queryRaw<{ all: number; sources: number; entries: number; least: number }[]>`
    SELECT (SELECT COALESCE(sum("balance"), 0) FROM "PointsAccount" WHERE "kind" = 'HOUSEHOLD')::int
        - COALESCE(sum("delta"), 0)::int AS "all", count(DISTINCT "source")::int AS sources, count(*)::int AS entries,
      COALESCE(min("balance"), 0)::int AS least FROM "PointsEntry"`;
  expect(sums!.all).toBe(0);
  expect(sums!.sources).toBe(sums!.entries);
  expect(sums!.least).toBeGreaterThanOrEqual(0);
  const taken = await prisma.redemption.findMany();
  const isBack = (state: string) => state === 'CANCELLED' || state === 'EXPIRED';
  const of = async (kind: 'REDEEM' | 'REFUND') =>
    (await prisma.pointsEntry.findMany({ where: { kind } })).map(({ source, delta }) => `${source} ${delta}`).sort();
  expect(await of('REDEEM')).toEqual(taken.map(({ id, points }) => `redemption:${id} ${-points}`).sort());
  expect(await of('REFUND')).toEqual(
    taken
      .filter(({ state }) => isBack(state))
      .map(({ id, points }) => `refund:${id} ${points}`)
      .sort(),
  );
  const { _sum } = await prisma.shopGood.aggregate({ _sum: { stock: true } });
  const out = taken.filter(({ state }) => !isBack(state)).reduce((sum, { count }) => sum + count, 0);
  expect((_sum.stock ?? 0) + out).toBe(stockAtFirst);
}

describe('random histories, many hands at once', () => {
  it('leave ledger and shop sound', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(history, async (bursts) => {
        freeze('2026-03-02T10:00:00+08:00');
        // The ledger cannot be emptied, so each history goes on where the one before ended, with families of its own.
        run += 1;
        const outlet = await make.outlet();
        const goods = await Promise.all([
          make.good({ outletId: outlet.id, stock: 3, points: 10 }),
          make.good({ outletId: outlet.id, stock: 9, points: 15, yearLimit: 2 }),
        ]);
        const families = await Promise.all(Array.from({ length: 6 }, () => make.richMember(30)));
        const merchant = await make.merchant(outlet);
        for (const [burst, days] of bursts) {
          const entries = await desk().prisma.pointsEntry.findMany({ where: { kind: { in: ['AWARD', 'REVERSAL'] } } });
          const waiting = await desk().prisma.redemption.findMany({ where: { outletId: outlet.id } });
          const done = burst.map(({ what, who, which, points }) => {
            const family = families[who % families.length]!;
            const householdId = family.householdId!;
            const redemption = waiting[which % Math.max(1, waiting.length)];
            const owner = families.find((one) => one.householdId === redemption?.householdId);
            const entry = entries[which % Math.max(1, entries.length)];
            const does: Record<typeof what, () => Promise<string> | string> = {
              award: () =>
                system((ctx) =>
                  bookEntry(ctx, {
                    ...{
                      householdId,
                      kind: 'AWARD',
                      isBase: true,
                      points,
                      source: `burst:${run}:${which}`,
                      text: '积分',
                    },
                  }),
                ),
              clear: () =>
                system((ctx) =>
                  bookEntry(ctx, {
                    householdId,
                    kind: 'EXPIRE',
                    points,
                    source: `clear:${run}:${which}`,
                    text: '到期',
                  }),
                ),
              reverse: () => (entry ? system((ctx) => reverseEntry(ctx, { entryId: entry.id, text: '冲正' })) : 'ok'),
              redeem: () =>
                asked(as(family).call('shop.redeem', { goodId: goods[which % 2]!.id, count: 1 + (points % 2) })),
              cancel: () => (redemption && owner ? asked(as(owner).call('shop.cancel', { id: redemption.id })) : 'ok'),
              hand: () => (redemption ? asked(as(merchant).call('shop.handOver', { code: redemption.code })) : 'ok'),
              expire: () => system(expireRedemptions),
            };
            return does[what]();
          });
          for (const end of await Promise.all(done)) expect(known).toContain(end);
          await expectSound(12 * run);
          pass({ days });
        }
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});

/** How something of the desk's own ends. */
const system = (work: Parameters<typeof asSystem<unknown>>[0]): Promise<string> =>
  asSystem(work).then(
    () => 'ok',
    (error: { code?: string; message: string }) =>
      error.code?.includes('_') ? error.code : (translateDatabaseError(error)?.code ?? error.message),
  );

/** How a call ends. */
const asked = async (reply: Promise<{ body: { error?: { code: string } } }>): Promise<string> =>
  (await reply).body.error?.code ?? 'ok';
