import { v7 as uuid } from 'uuid';
import { bodyOf, type Sealed } from '#server/features/points/chain';
import type { Prismas } from '#server/kernel/db';
import { inTransaction } from '#server/kernel/route';
import { insertRows } from '../../prisma/seed/insert-rows';

const districtId = '511502';
const hotVillage = '511502101208';

/** Households with their accounts and members, and a rule to book by. */
export interface Ledger {
  readonly households: string[];
  readonly members: string[];
  readonly accounts: { id: string; villageCode: string }[];
  readonly pools: ReadonlyMap<string, string>;
  readonly ruleItemId: string;
  readonly villageCode: string;
}

/** Makes households in all villages, or all in one, with a rule of each village. Nothing is booked yet. */
export async function makeLedger(prisma: Prismas, count: number, where: 'all' | 'one'): Promise<Ledger> {
  const divisions = await prisma.division.findMany({
    where: { kind: 'VILLAGE', inScope: true },
    select: { code: true },
  });
  const villages =
    where === 'one' ? [hotVillage] : divisions.map(({ code }) => code).filter((code) => code !== hotVillage);
  const now = new Date();
  const ruleItemId = await templateRule(prisma, now);
  const pools = new Map(villages.map((code) => [code, uuid()]));
  const households = Array.from({ length: count }, (_, index) => ({
    ...{ districtId, id: uuid(), code: `${where}-${index}`, name: '测试户', createdAt: now },
    villageCode: villages[index % villages.length] ?? hotVillage,
  }));
  const members = households.map(({ id, villageCode }) => ({
    ...{ districtId, id: uuid(), name: '测试', householdId: id, homeVillageCode: villageCode, createdAt: now },
    elderMode: false,
  }));
  const accounts = households.map(({ id, villageCode }) => ({
    ...{ districtId, id: uuid(), kind: 'HOUSEHOLD', villageCode, householdId: id },
    ...{ balance: 0, seq: 0, head: '', openedAt: now },
  }));
  const poolRows = [...pools].map(([villageCode, id]) => ({
    ...{ districtId, id, kind: 'POOL', villageCode, householdId: null, balance: 0, seq: 0, head: '', openedAt: now },
  }));
  await inTransaction(prisma, async (db) => {
    await insertRows(db, 'Household', households);
    await insertRows(db, 'Person', members);
    await insertRows(db, 'PointsAccount', [...accounts, ...poolRows]);
  });
  return {
    ...{ pools, ruleItemId, villageCode: villages[0] ?? hotVillage },
    households: households.map(({ id }) => id),
    members: members.map(({ id }) => id),
    accounts: accounts.map(({ id, villageCode }) => ({ id, villageCode })),
  };
}

/** A rule of the district's template, made once. */
async function templateRule(prisma: Prismas, now: Date): Promise<string> {
  const known = await prisma.ruleItem.findFirst({ where: { districtId } });
  if (known) return known.id;
  const [bookId, id] = [uuid(), uuid()];
  await prisma.ruleBook.create({
    data: {
      ...{ districtId, id: bookId, villageCode: `${districtId}000000`, version: 1, state: 'ADOPTED', createdAt: now },
      ...{
        adoptedBy: '测试',
        adoptedOn: new Date('2026-01-01'),
        effectiveFrom: new Date('2026-01-01'),
        draftedById: uuid(),
      },
      items: {
        create: Array.from({ length: 14 }, (_, sort) => ({
          ...{ id: sort === 0 ? id : uuid(), code: `rule-${sort}`, category: '共建共治', title: '参加院坝清扫' },
          ...{ points: 5, yearCap: 30, evidence: '现场照片', isCharter: false, sort },
        })),
      },
    },
  });
  return id;
}

const batch = 20_000;

/** Writes so many entries, in turns over the households, in the order of time from a year ago to now. The database chains them. */
export async function fillLedger(
  prisma: Prismas,
  { accounts, pools, ruleItemId }: Ledger,
  size: number,
): Promise<void> {
  const begin = Date.now() - 365 * 86_400_000;
  const [actorId, reviewerId] = [uuid(), uuid()];
  for (let from = 0; from < size; from += batch) {
    const rows = Array.from({ length: Math.min(batch, size - from) }, (_, offset) => {
      const index = from + offset;
      const { id: accountId = '', villageCode = '' } = accounts[index % accounts.length] ?? {};
      const isAward = Math.floor(index / accounts.length) % 5 !== 4;
      const sealed: Sealed = {
        ...{
          id: uuid(),
          accountId,
          counterId: pools.get(villageCode) ?? '',
          villageCode,
          ruleItemId,
          reversesId: null,
        },
        ...{
          kind: isAward ? 'AWARD' : 'DEDUCT',
          delta: isAward ? 5 : -2,
          source: `fill:${index}`,
          text: '参加院坝清扫',
        },
        ...{ actorId, reviewerId, at: new Date(begin + Math.floor((index / size) * 365 * 86_400_000)) },
      };
      return { districtId, ...sealed, seq: 0, body: bodyOf(sealed), balance: 0, previous: '', hash: '' };
    });
    for (let part = 0; part < rows.length; part += 4000)
      await inTransaction(prisma, (db) => insertRows(db, 'PointsEntry', rows.slice(part, part + 4000)));
  }
  await prisma.$executeRawUnsafe('ANALYZE');
}
