import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import pino from 'pino';
import { bookEntry, verifyLedger } from '#server/features/points/index';
import { myEntries, myPoints } from '#server/features/points/reads';
import { villageStatement } from '#server/features/points/statement';
import type { Ctx } from '#server/kernel/context';
import { openDb, type Prismas, sqlTransaction } from '#server/kernel/db';
import { systemContext } from '#server/kernel/jobs';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import type { Ground } from '#server/kernel/route';
import { seedReference } from '../../prisma/seed/reference';
import { fillLedger, type Ledger, makeLedger } from './points-ledger';

/**
 * `npm run bench points`: deeds booked by the desk, 16 at a time, for households of all villages and for households of one village (whose entries all
 * stand opposite the same pool), each beside raw pg sending the very statements of the desk, booking by booking, on a copy of the same database;
 * then balance, a page of entries and the quarterly statement with 10,000 entries and with a million, and the check of that million.
 * `BENCH_BOOKINGS` and `BENCH_ENTRIES` take other numbers. One run, one machine.
 */
const together = 16;
const bookings = Number(process.env.BENCH_BOOKINGS ?? 8000);
const many = Number(process.env.BENCH_ENTRIES ?? 1_000_000);
const few = 10_000;
const rounds = 300;
const districtId = '511502';

interface Statement {
  text: string;
  values: unknown[];
}

const heard = new AsyncLocalStorage<Statement[]>();

/** Lets every statement of a pool be heard by whoever runs it. */
function hear(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
        const text = typeof first === 'string' ? first : first.text;
        const values = typeof first === 'string' ? second : (first.values ?? second);
        heard.getStore()?.push({ text, values: Array.isArray(values) ? values : [] });
        return query(...args);
      },
    });
  });
}

const groundOf = (prisma: Prismas): Ground => ({
  ...{ prisma, districtId, now: () => new Date(), log: pino({ level: 'silent' }) },
  ...{ link: (key) => `/files/${key}`, keyed: (text) => text },
});

/** Runs jobs by `together` workers. Returns the seconds it took. */
async function inTurn(jobs: readonly (() => Promise<unknown>)[]): Promise<number> {
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let job = jobs[next++]; job; job = jobs[next++]) await job();
    }),
  );
  return (performance.now() - start) / 1000;
}

/** Books one deed for each household in turn; gives the statements of each booking. */
async function book(
  url: string,
  { households, ruleItemId }: Ledger,
): Promise<{ seconds: number; sent: Statement[][] }> {
  const { prisma, pool, close } = openDb(url, together);
  hear(pool);
  const system = systemContext(groundOf(prisma), prisma, 'bench');
  const [actorId, reviewerId] = [randomUUID(), randomUUID()];
  const sent: Statement[][] = [];
  const deed = (index: number) => async () => {
    const own: Statement[] = [];
    sent.push(own);
    const householdId = households[index % households.length] ?? '';
    await heard.run(own, () =>
      sqlTransaction(prisma, (db) =>
        bookEntry(
          { ...system, db },
          {
            ...{ householdId, kind: 'AWARD', points: 5, source: `bench:${index}`, text: '参加院坝清扫', ruleItemId },
            ...{ actorId, reviewerId },
          },
        ),
      ),
    );
  };
  await inTurn(Array.from({ length: 200 }, (_, index) => deed(bookings + index)));
  sent.length = 0;
  const seconds = await inTurn(Array.from({ length: bookings }, (_, index) => deed(index)));
  await close();
  return { seconds, sent };
}

/** Sends the statements of each booking on connections of its own. */
async function replay(url: string, sent: readonly Statement[][]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: together });
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text) ?? createHash('sha1').update(text).digest('base64url');
    names.set(text, known);
    return known;
  };
  const seconds = await inTurn(
    sent.map((statements) => async () => {
      const client = await pool.connect();
      for (const { text, values } of statements)
        await (/^(BEGIN|COMMIT|ROLLBACK)/.test(text)
          ? client.query(text)
          : client.query({ name: nameOf(text), text, values }));
      client.release();
    }),
  );
  await pool.end();
  return seconds;
}

async function appends(
  name: string,
  base: string,
  copy: (url: string) => Promise<string>,
  ledger: Ledger,
): Promise<void> {
  const rawUrl = await copy(base);
  const deskUrl = await copy(base);
  const desk = await book(deskUrl, ledger);
  const raw = await replay(rawUrl, desk.sent);
  const check = openDb(rawUrl, 2);
  const { problem, entries } = await verifyLedger({ db: check.prisma, districtId }, []);
  await check.close();
  const each = desk.sent.reduce((sum, { length }) => sum + length, 0) / bookings;
  process.stdout.write(
    `${name}: the desk ${(bookings / desk.seconds).toFixed(0)} bookings/s, raw pg ${(bookings / raw).toFixed(0)} with the same ${each.toFixed(1)} statements each: ${((100 * raw) / desk.seconds).toFixed(0)} % (expected ≥ 50); ${entries} entries of raw pg, ${problem ?? 'chain whole'}\n`,
  );
}

/** Median and 99th percentile in milliseconds. */
async function timed(work: (round: number) => Promise<unknown>): Promise<string> {
  const taken: number[] = [];
  for (let round = -30; round < rounds; round += 1) {
    const start = performance.now();
    await work(round + 30);
    if (round >= 0) taken.push(performance.now() - start);
  }
  const at = (share: number) => (taken.sort((a, b) => a - b)[Math.floor(taken.length * share)] ?? 0).toFixed(2);
  return `${at(0.5)} / ${at(0.99)} ms`;
}

async function reads(url: string, { members, villageCode }: Ledger, size: number): Promise<void> {
  const { prisma, close } = openDb(url, 2);
  const system = systemContext(groundOf(prisma), prisma, 'bench');
  const as = (round: number): Ctx => ({
    ...system,
    actor: { ...system.actor, id: members[(round * 37) % members.length] ?? '' },
  });
  const balance = await timed((round) => myPoints(as(round)));
  const page = await timed((round) => myEntries(as(round), { limit: 20 }));
  const statement = await timed(() => villageStatement(system, { villageCode }));
  process.stdout.write(
    `${size} entries (median / 99th): balance ${balance}, a page of entries ${page}, the village's statement ${statement}\n`,
  );
  await close();
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  const copyOf = async (base: string): Promise<string> => {
    const url = new URL(base);
    const name = `copy_${randomUUID().slice(0, 8)}`;
    const admin = new pg.Client(server.url);
    await admin.connect();
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${url.pathname.slice(1)}"`);
    await admin.end();
    url.pathname = `/${name}`;
    return url.href;
  };
  try {
    const base = await ensureDatabase(server.url, 'bench');
    await migrate(base);
    const { prisma, close } = openDb(base, 4);
    await seedReference(prisma, districtId);
    const spread = await makeLedger(prisma, 4000, 'all');
    const hot = await makeLedger(prisma, 4000, 'one');
    await close();
    await appends('households of all villages', base, copyOf, spread);
    await appends('households of one village', base, copyOf, hot);

    for (const size of [few, many]) {
      const url = await copyOf(base);
      const own = openDb(url, 4);
      const start = performance.now();
      await fillLedger(own.prisma, hot, size);
      const seconds = (performance.now() - start) / 1000;
      if (size === many) process.stdout.write(`${size} entries written in batches in ${seconds.toFixed(0)} s\n`);
      await reads(url, hot, size);
      if (size === many) {
        const begun = performance.now();
        const { entries, accounts, problem } = await verifyLedger({ db: own.prisma, districtId }, []);
        const took = (performance.now() - begun) / 1000;
        process.stdout.write(
          `verify: ${entries} entries of ${accounts} households in ${took.toFixed(1)} s, ${((took * 1e6) / entries).toFixed(1)} s a million, ${problem ?? 'clean'}\n`,
        );
      }
      await own.close();
    }
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

void main();
