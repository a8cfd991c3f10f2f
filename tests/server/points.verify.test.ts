import pg from 'pg';
import { hashOf } from '#server/features/points/chain';
import { bookEntry, headsNow, verifyLedger } from '#server/features/points/index';
import { asSystem, desk } from '../support/desk';
import { make } from '../support/make';

const asking = () => ({ db: desk().prisma, districtId: '511502' });

/** Three households with four entries each. */
async function ledger() {
  for (let home = 0; home < 3; home += 1) {
    const { id } = await make.household();
    for (let turn = 0; turn < 4; turn += 1)
      await asSystem((ctx) =>
        bookEntry(ctx, {
          ...{
            householdId: id,
            kind: 'AWARD',
            isBase: true,
            points: 5 + turn,
            text: '参加院坝清扫',
            source: `${home}:${turn}`,
          },
        }),
      );
  }
  return desk().prisma.pointsEntry.findMany({ orderBy: [{ accountId: 'asc' }, { seq: 'asc' }] });
}

/** What only the owner of the database can do: change a row with the guard off. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client(desk().databaseUrl);
  await owner.connect();
  await owner.query('ALTER TABLE "PointsEntry" DISABLE TRIGGER points_fixed');
  await owner.query(sql, values);
  await owner.query('ALTER TABLE "PointsEntry" ENABLE TRIGGER points_fixed');
  await owner.end();
}

describe('verifyLedger', () => {
  it('finds nothing in a ledger as it was written, with exported heads from the middle of it', async () => {
    await ledger();
    const heads = await headsNow(asking());
    expect(await verifyLedger(asking(), heads)).toEqual({ entries: 12, accounts: 3, problem: null });
  });

  it.each([
    ['"delta" = "delta" + 1', '余额'],
    ['"text" = \'改过的话\'', '内容'],
    ['"seq" = 9', '编号'],
    ['"body" = "body" || \' \'', '内容'],
    ['"hash" = repeat(\'0\', 64)', '哈希'],
  ])('names the entry in which somebody has set %s', async (change, said) => {
    const entries = await ledger();
    const victim = entries[7]!;
    await tamper(`UPDATE "PointsEntry" SET ${change} WHERE "id" = $1`, [victim.id]);
    const { problem } = await verifyLedger(asking(), []);
    expect(problem).toContain(victim.accountId);
    expect(problem).toContain(said);
  });

  it('finds an entry that was taken out, also the last one', async () => {
    const entries = await ledger();
    const heads = await headsNow(asking());
    await tamper('DELETE FROM "PointsEntry" WHERE "id" = $1', [entries[11]!.id]);
    expect((await verifyLedger(asking(), heads)).problem).toMatch(/少了|对不上/);
  });

  it('finds a chain that was rewritten from one end to the other by the heads that were exported', async () => {
    const entries = await ledger();
    const heads = await headsNow(asking());
    const chain = entries.slice(0, 4);
    let [previous, balance] = ['', 0];
    for (const entry of chain) {
      const { bodyOf } = await import('#server/features/points/chain');
      const next = { ...entry, delta: entry.delta + 10 };
      balance += next.delta;
      const body = bodyOf(next);
      const hash = hashOf({ previous, seq: entry.seq, balance, body });
      await tamper(
        'UPDATE "PointsEntry" SET "delta" = $2, "body" = $3, "balance" = $4, "previous" = $5, "hash" = $6 WHERE "id" = $1',
        [entry.id, next.delta, body, balance, previous, hash],
      );
      previous = hash;
    }
    await desk().prisma.pointsAccount.updateMany({
      where: { id: chain[0]!.accountId },
      data: { balance, head: previous },
    });
    expect((await verifyLedger(asking(), [])).problem).toBeNull();
    expect((await verifyLedger(asking(), heads)).problem).toContain('整条链被改写过');
  });
});
