import type { PointsEntry } from '#prisma';
import type { Ctx } from '../../kernel/context';
import { bodyOf, hashOf } from './chain';

/** A head as it was exported: the account, the number of its last entry then, and that entry's hash. */
export interface Head {
  accountId: string;
  seq: number;
  hash: string;
}

/** What a check of the ledger has found; `problem` names the first entry that is not as it was written. */
export interface Verdict {
  entries: number;
  accounts: number;
  problem: string | null;
}

type Asking = Pick<Ctx, 'db' | 'districtId'>;

const batch = 5000;

/**
 * Reads the whole ledger, household by household in the order of the chain: numbers without a gap, balances that are sums and never below nothing,
 * each hash over the one before and the canonical form of the columns, heads as the accounts have them, all accounts together at zero, and the
 * exported heads still in their place. Stops at the first thing that is wrong. `progress` is told entries done.
 */
export async function verifyLedger(
  asking: Asking,
  exported: readonly Head[],
  progress?: (done: number) => void,
): Promise<Verdict> {
  const { db, districtId } = asking;
  const heads = new Map<string, { seq: number; balance: number; hash: string }>();
  const due = new Map<string, Head[]>();
  for (const head of exported) due.set(head.accountId, [...(due.get(head.accountId) ?? []), head]);
  let [entries, after] = [0, { accountId: '00000000-0000-0000-0000-000000000000', seq: 0 }];
  const verdict = (problem: string | null): Verdict => ({ entries, accounts: heads.size, problem });
  for (;;) {
    const rows = await nextEntries(asking, after);
    for (const entry of rows) {
      const before = heads.get(entry.accountId) ?? { seq: 0, balance: 0, hash: '' };
      const wrong = wrongIn(entry, before) ?? movedHead(entry, due.get(entry.accountId));
      if (wrong) return verdict(`流水 ${entry.id}（账户 ${entry.accountId} 第 ${entry.seq} 笔）：${wrong}`);
      heads.set(entry.accountId, { seq: entry.seq, balance: entry.balance, hash: entry.hash });
      entries += 1;
    }
    progress?.(entries);
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = { accountId: last.accountId, seq: last.seq };
  }
  for (const [accountId, wanted] of due) {
    const most = Math.max(...wanted.map(({ seq }) => seq));
    if ((heads.get(accountId)?.seq ?? 0) < most) return verdict(`账户 ${accountId}：导出时有 ${most} 笔，现在少了`);
  }
  const accounts = await db.pointsAccount.findMany({ where: { districtId, kind: 'HOUSEHOLD' } });
  for (const { id, seq, balance, head } of accounts) {
    const own = heads.get(id) ?? { seq: 0, balance: 0, hash: '' };
    if (own.seq !== seq || own.balance !== balance || own.hash !== head)
      return verdict(`账户 ${id}：余额或链头和流水对不上`);
  }
  return verdict(null);
}

/** The heads of all households now, to be kept outside the database. */
export async function headsNow({ db, districtId }: Asking): Promise<Head[]> {
  const accounts = await db.pointsAccount.findMany({
    where: { districtId, kind: 'HOUSEHOLD', seq: { gt: 0 } },
    select: { id: true, seq: true, head: true },
    orderBy: { id: 'asc' },
  });
  return accounts.map(({ id, seq, head }) => ({ accountId: id, seq, hash: head }));
}

const nextEntries = ({ db, districtId }: Asking, { accountId, seq }: { accountId: string; seq: number }) =>
  db.$queryRaw<PointsEntry[]>`
    SELECT * FROM "PointsEntry" WHERE "districtId" = ${districtId} AND ("accountId", "seq") > (${accountId}::uuid, ${seq}::int)
    ORDER BY "accountId", "seq" LIMIT ${batch}`;

function wrongIn(entry: PointsEntry, before: { seq: number; balance: number; hash: string }): string | undefined {
  if (entry.seq !== before.seq + 1) return `编号不连续，前一笔是第 ${before.seq} 笔`;
  if (entry.balance !== before.balance + entry.delta || entry.balance < 0) return '余额不等于前面各笔之和';
  if (entry.previous !== before.hash) return '和前一笔接不上';
  if (entry.body !== bodyOf(entry)) return '内容和当时写下的不一样';
  return entry.hash === hashOf(entry) ? undefined : '哈希不对';
}

const movedHead = ({ seq, hash }: PointsEntry, wanted: readonly Head[] | undefined): string | undefined =>
  wanted?.some((head) => head.seq === seq && head.hash !== hash) ? '和以前导出的链头不一样，整条链被改写过' : undefined;
