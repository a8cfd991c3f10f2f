import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { headsNow, verifyLedger } from '#server/features/points/index';
import { openDb } from '#server/kernel/db';
import { makeGood, makeSavers, type Saver } from '../support/points-at-scale';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { figures } from './figures';
import * as fire from './under-fire';

const village = '511502101208';
const families = 150;
const stock = 100;
const price = 15;
let dataDir: string;
const started: RunningDesk[] = [];
const start = async () => {
  const running = await startDesk({ dataDir, env: fire.settings() });
  started.push(running);
  return running;
};

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-points-kill-'));
});
afterEach(async () => {
  for (const running of started.splice(0)) await running.stop();
  const left = fire.postmasterOf(dataDir);
  if (left) process.kill(left, 'SIGINT');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

type Wish = Saver & { key: string };
const redeem = (url: string, goodId: string, { token, key }: Wish) =>
  fire.ask(url, 'shop.redeem', { goodId, count: 1 }, { token, key });

/** Everybody takes one while something is killed after `after` acknowledged ones; what was acknowledged, by the key of its request. */
async function underFire(url: string, goodId: string, wishes: readonly Wish[], after: number, kill: () => void) {
  const acknowledged = new Map<string, string>();
  let isKilled = false;
  await fire.inTurns(wishes, 16, async (wish) => {
    const reply = await redeem(url, goodId, wish).catch(() => undefined);
    if (reply?.status === 200) acknowledged.set(wish.key, reply.body.id);
    else if (reply) expect(['shop_sold_out', 'unavailable']).toContain(reply.body.error?.code);
    if (acknowledged.size >= after && !isKilled) {
      isKilled = true;
      kill();
    }
  });
  expect(isKilled).toBe(true);
  return acknowledged;
}

/** Sends the same requests again: what was acknowledged is answered as before, and exactly the stock is taken. */
async function insist(url: string, goodId: string, wishes: readonly Wish[], acknowledged: ReadonlyMap<string, string>) {
  const taken = new Map<string, string>();
  await fire.inTurns(wishes, 16, async (wish) => {
    const { status, body } = await redeem(url, goodId, wish);
    if (status === 200) taken.set(wish.key, body.id);
    else expect(body.error?.code).toBe('shop_sold_out');
  });
  for (const [key, id] of acknowledged) expect(taken.get(key)).toBe(id);
  expect(taken.size).toBe(stock);
  return taken;
}

/** The ledger, against itself and the heads of before, and the shop against the ledger. */
async function expectSound(taken: ReadonlyMap<string, string>, heads: Parameters<typeof verifyLedger>[1]) {
  const { prisma, close } = openDb(fire.databaseIn(dataDir), 2);
  const verdict = await verifyLedger({ db: prisma, districtId: '511502' }, heads);
  expect(verdict).toMatchObject({ problem: null, accounts: families, entries: families + stock });
  const reserved = await prisma.redemption.findMany({ select: { id: true, householdId: true } });
  expect(reserved.map(({ id }) => id).sort()).toEqual([...taken.values()].sort());
  expect(new Set(reserved.map(({ householdId }) => householdId)).size).toBe(stock);
  const booked = await prisma.pointsEntry.findMany({ where: { kind: 'REDEEM' } });
  expect(booked.map(({ source }) => source).sort()).toEqual(reserved.map(({ id }) => `redemption:${id}`).sort());
  expect((await prisma.shopGood.findFirstOrThrow()).stock).toBe(0);
  await close();
}

async function prepare() {
  const first = await start();
  const pool = new pg.Pool({ connectionString: fire.databaseIn(dataDir), max: 4 });
  pool.on('error', () => undefined);
  const savers = await makeSavers(pool, village, families, 60);
  const goodId = await makeGood(pool, village, stock, price);
  await pool.end();
  const { prisma, close } = openDb(fire.databaseIn(dataDir), 1);
  const heads = await headsNow({ db: prisma, districtId: '511502' });
  await close();
  return { first, goodId, heads, wishes: savers.map((saver) => ({ ...saver, key: randomUUID() })) };
}

describe('while 150 families take the last 100 of something', () => {
  it('a desk killed with SIGKILL loses nothing it acknowledged; the ledger is whole', async () => {
    const { first, goodId, heads, wishes } = await prepare();
    const gone = once(first.process, 'exit');
    const acknowledged = await underFire(first.url, goodId, wishes, 40, () => first.process.kill('SIGKILL'));
    await gone;
    const second = await start();
    const taken = await insist(second.url, goodId, wishes, acknowledged);
    await expectSound(taken, heads);
    figures({ acknowledged: acknowledged.size, taken: taken.size, lost: 0 });
    expect(await second.stop()).toBe(0);
  }, 300_000);

  it('a PostgreSQL killed with SIGKILL loses nothing that was acknowledged; the ledger is whole', async () => {
    const { first, goodId, heads, wishes } = await prepare();
    const postmaster = fire.postmasterOf(dataDir);
    if (!postmaster) throw new Error('no PostgreSQL is running');
    const gone = once(first.process, 'exit');
    const acknowledged = await underFire(first.url, goodId, wishes, 40, () => process.kill(postmaster, 'SIGKILL'));
    first.process.kill('SIGKILL');
    await gone;
    // Its backends end when they notice; until then they hold the shared memory.
    await rest(3000);
    const second = await start();
    const taken = await insist(second.url, goodId, wishes, acknowledged);
    await expectSound(taken, heads);
    figures({ acknowledged: acknowledged.size, taken: taken.size, lost: 0 });
    expect(await second.stop()).toBe(0);
  }, 300_000);
});
