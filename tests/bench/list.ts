import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { encodeCursor } from '#server/kernel/cursor';
import { openDb } from '#server/kernel/db';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import { seedReference } from '../../prisma/seed/reference';
import { seedScale } from '../../prisma/seed/scale';
import type { Captured } from './chat-desk';

/**
 * `npm run bench list`: the first and the 1000th page (10 a page) of 待办 of one grid through HTTP, and its statement alone, in two databases of one
 * PostgreSQL: one with 10,000 tickets, all open and in that grid, and one with 990,000 more all over the district. The calls alternate, so that whatever
 * else the machine does weighs on both. `BENCH_TICKETS` takes another number than a million, `BENCH_EXPLAIN=1` prints the plans.
 */
const few = 10_000;
const many = Number(process.env.BENCH_TICKETS ?? 1_000_000);
const perPage = 10;
const pageNumber = 1000;
const rounds = 400;
const grid = '511502101208003';

/** A desk over a database of some size, and its 网格员. */
interface Stage {
  size: number;
  process: ChildProcess;
  pool: pg.Pool;
  url: string;
  token: string;
  close(): Promise<void>;
}

type Work = () => Promise<unknown>;

async function ask({ url, token }: Stage, name: string, input: object): Promise<{ items: unknown[] }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name} answered ${response.status} ${text}`);
  return JSON.parse(text);
}

/** Runs the works in turns and prints the median and the 99th percentile of each (ms), and how the medians compare. */
async function compare(name: string, works: [Work, Work]): Promise<void> {
  const taken: [number[], number[]] = [[], []];
  for (let round = -rounds / 4; round < rounds; round += 1)
    for (const which of [0, 1] as const) {
      const start = performance.now();
      await works[which]();
      if (round >= 0) taken[which].push(performance.now() - start);
    }
  const at = (times: number[], share: number) => times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
  const [small, large] = taken.map((times) => `${at(times, 0.5).toFixed(2)} / ${at(times, 0.99).toFixed(2)}`);
  const ratio = at(taken[1], 0.5) / at(taken[0], 0.5);
  process.stdout.write(`${name.padEnd(16)} ${small} ms   ${large} ms   ${ratio.toFixed(2)} times (expected ≤ 1.5)\n`);
}

/** The statement that finds the page, as the desk sent it. */
async function hear(desk: ChildProcess, work: () => Promise<unknown>): Promise<Captured> {
  desk.send('hear');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await work();
  const heard = new Promise<Captured[]>((resolve) =>
    desk.once('message', (message: { captured: Captured[] }) => resolve(message.captured)),
  );
  desk.send('told');
  const statement = (await heard).find(({ text }) => text.includes('heads'));
  desk.send('deaf');
  if (!statement) throw new Error('the statement of the queue was not heard');
  return statement;
}

/** Where the wanted page begins; undefined for the first. */
async function cursorOf({ pool }: Stage, page: number): Promise<string | undefined> {
  if (page === 1) return undefined;
  const { rows } = await pool.query<{ at: Date; id: string }>(
    `SELECT "handleBy" AS at, "id" FROM "Ticket" WHERE "gridCode" = $1 AND "status" IN ('SUBMITTED', 'PROCESSING') ORDER BY 1, 2 OFFSET $2 LIMIT 1`,
    [grid, perPage * (page - 1) - 1],
  );
  const [before] = rows;
  if (!before) throw new Error('there is no such page');
  return encodeCursor(before.at.toISOString(), before.id);
}

/** A page of the queue through HTTP, and its statement alone. */
async function worksOf(stage: Stage, page: number): Promise<{ http: Work; sql: Work }> {
  const cursor = await cursorOf(stage, page);
  const http = () => ask(stage, 'workbench.queue', { limit: perPage, ...(cursor && { cursor }) });
  if ((await http()).items.length !== perPage) throw new Error('the page is not full');
  const { text, values } = await hear(stage.process, http);
  if (process.env.BENCH_EXPLAIN) {
    const plan = await stage.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, COSTS OFF) ${text}`, values);
    process.stdout.write(`${stage.size}, page ${page}\n${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}\n`);
  }
  return { http, sql: () => stage.pool.query({ name: `page-${page}`, text, values }) };
}

/** The 网格员 of the grid, signed in. */
async function appoint(pool: pg.Pool): Promise<string> {
  const [person, token] = [uuid(), randomBytes(32).toString('base64url')];
  await pool.query(`INSERT INTO "Person" ("districtId", "id", "name") VALUES ('511502', $1, '测试网格员')`, [person]);
  await pool.query(
    `INSERT INTO "Post" ("districtId", "id", "personId", "kind", "placeCode", "startsOn") VALUES ('511502', $1, $2, 'GRID_STAFF', $3, '2024-01-01')`,
    [uuid(), person, grid],
  );
  await pool.query(
    `INSERT INTO "Session" ("districtId", "id", "tokenHash", "personId", "expiresAt") VALUES ('511502', $1, $2, $3, now() + interval '1 day')`,
    [uuid(), createHash('sha256').update(token).digest('hex'), person],
  );
  return token;
}

/** Adds tickets to the database at `url` and lets it settle. */
async function load(url: string, count: number, gridCode?: string): Promise<void> {
  const patience = 15 * 60_000;
  const { prisma, pool, close } = openDb(url, 1, { connect: 5000, answer: patience, statement: patience });
  await seedScale(prisma, { count, gridCode });
  if (gridCode)
    await pool.query(
      `UPDATE "Ticket" SET "status" = 'PROCESSING', "handledAt" = NULL, "resolvedAt" = NULL, "closedAt" = NULL WHERE "status" = 'CLOSED'`,
    );
  await pool.query('VACUUM ANALYZE "Ticket"');
  await close();
}

async function openStage(size: number, url: string, files: string, token: string): Promise<Stage> {
  const { pool, close } = openDb(url, 2);
  const process = fork(path.join(__dirname, 'chat-desk.ts'), [url, files], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const { ready } = await new Promise<{ ready: number }>((resolve) => process.once('message', resolve));
  return { size, process, pool, url: `http://127.0.0.1:${ready}`, token, close };
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  const stages: Stage[] = [];
  try {
    const smallUrl = await ensureDatabase(server.url, 'bench_few');
    await migrate(smallUrl);
    const small = openDb(smallUrl, 1);
    await seedReference(small.prisma, '511502');
    const token = await appoint(small.pool);
    await small.close();
    await load(smallUrl, few, grid);
    const admin = openDb(server.url, 1);
    await admin.pool.query('CREATE DATABASE bench_many TEMPLATE bench_few');
    await admin.close();
    const largeUrl = await ensureDatabase(server.url, 'bench_many');
    const start = performance.now();
    await load(largeUrl, many - few);
    process.stdout.write(`${many - few} tickets loaded in ${((performance.now() - start) / 1000).toFixed(0)} s\n`);

    const files = path.join(folder, 'files');
    const [first, second] = [
      await openStage(few, smallUrl, files, token),
      await openStage(many, largeUrl, files, token),
    ];
    stages.push(first, second);
    process.stdout.write(`p50 / p99 of ${rounds} calls with ${few} tickets, and with ${many}\n`);
    for (const page of [1, pageNumber]) {
      const works = [await worksOf(first, page), await worksOf(second, page)] as const;
      await compare(`page ${page}, HTTP`, [works[0].http, works[1].http]);
      await compare(`page ${page}, SQL`, [works[0].sql, works[1].sql]);
    }
  } finally {
    for (const stage of stages) {
      stage.process.kill('SIGKILL');
      await stage.close();
    }
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

void main();
