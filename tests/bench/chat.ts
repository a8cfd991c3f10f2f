import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { openDb } from '#server/kernel/db';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import { seedReference } from '../../prisma/seed/reference';
import type { Captured } from './chat-desk';

/**
 * `npm run bench chat`: residents report new problems through chat.send (say it, no photo, file it), beside `SELECT 1` through the same Koa and
 * beside raw pg sending the very statements that the desk sent for those turns, with fresh ids. One run, one machine, 16 at a time.
 */
const together = 16;
const reports = Number(process.env.BENCH_REPORTS ?? 1500);
const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

interface Resident {
  id: string;
  token: string;
  village: string;
}

interface Figures {
  name: string;
  perSecond: number;
  p50: number;
  p99: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: together });

function post(
  port: number,
  name: string,
  body: unknown,
  token = '',
  key = '',
): Promise<{ messages: { card: { type: string } | null }[] }> {
  const payload = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: name, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${response.statusCode} ${text}`));
        });
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

/** Runs `jobs` by `together` workers; each job says how long each of its steps took (ms). */
async function measure(name: string, jobs: (() => Promise<number[]>)[]): Promise<Figures> {
  const queue = [...jobs];
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let job = queue.pop(); job; job = queue.pop()) times.push(...(await job()));
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const problems = [
  '路灯坏了好几天',
  '垃圾堆起没人收',
  '下水道堵了污水漫出来',
  '公路烂了个大坑',
  '半夜施工吵得很',
  '水渠垮了一截',
  '有人乱搭棚子',
  '小广告贴满墙',
];

/** One report in three turns: what and where, no photo, file it. */
function report(port: number, { token, village }: Resident, index: number): Promise<number[]> {
  const turns = [`${village}${(index % 9) + 1}组${problems[index % problems.length]}`, '没有照片', '报上去'];
  return turns.reduce<Promise<number[]>>(async (before, text) => {
    const times = await before;
    times.push(await timed(() => post(port, '/api/chat.send', { text }, token, randomBytes(8).toString('hex'))));
    return times;
  }, Promise.resolve([]));
}

/** The statements of one report, sent again for another resident with ids, tokens and numbers of its own. */
async function replay(
  pool: pg.Pool,
  turns: Captured[][],
  from: Resident,
  to: Resident,
  index: number,
): Promise<number[]> {
  const fresh = new Map<string, string>([
    [from.id, to.id],
    [hash(from.token), hash(to.token)],
  ]);
  const swap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'string') return value;
    if (fresh.has(value)) return fresh.get(value);
    if (/^[0-9a-f]{16}$/.test(value)) return randomBytes(8).toString('hex');
    return value
      .replaceAll(uuidPattern, (id) => {
        if (!fresh.has(id)) fresh.set(id, uuid());
        return fresh.get(id) ?? id;
      })
      .replaceAll(/CP\d{8}-\d+/g, `CP20200101-${index}`);
  };
  const times: number[] = [];
  for (const statements of turns) {
    times.push(
      await timed(async () => {
        for (const { text, values } of statements)
          await pool.query({ name: hash(text).slice(0, 40), text, values: values.map(swap) });
      }),
    );
  }
  return times;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function makeResidents(
  pool: pg.Pool,
  villages: { code: string; label: string }[],
  count: number,
): Promise<Resident[]> {
  const residents = Array.from({ length: count }, (_, index) => {
    const village = villages[index % villages.length];
    return {
      id: uuid(),
      token: randomBytes(32).toString('base64url'),
      village: village?.label ?? '',
      code: village?.code ?? '',
    };
  });
  await pool.query(
    `INSERT INTO "Person" ("districtId", "id", "name", "homeVillageCode") SELECT '511502', id, '测试', code FROM unnest($1::uuid[], $2::text[]) AS t(id, code)`,
    [residents.map(({ id }) => id), residents.map(({ code }) => code)],
  );
  await pool.query(
    `INSERT INTO "Session" ("districtId", "id", "tokenHash", "personId", "expiresAt") SELECT '511502', id, hash, person, now() + interval '1 day' FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS t(id, hash, person)`,
    [residents.map(() => uuid()), residents.map(({ token }) => hash(token)), residents.map(({ id }) => id)],
  );
  return residents;
}

/** The statements of each turn of one report, heard from the desk. */
async function hearReport(desk: ChildProcess, port: number, resident: Resident): Promise<Captured[][]> {
  const turns: Captured[][] = [];
  for (const text of [`${resident.village}一组路灯坏了`, '没有照片', '报上去']) {
    desk.send('hear');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await post(port, '/api/chat.send', { text }, resident.token, randomBytes(8).toString('hex'));
    const heard = new Promise<Captured[]>((resolve) =>
      desk.once('message', (message: { captured: Captured[] }) => resolve(message.captured)),
    );
    desk.send('told');
    turns.push(await heard);
  }
  desk.send('deaf');
  return turns;
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  const url = await ensureDatabase(server.url, 'bench');
  await migrate(url);
  const { prisma, pool, close } = openDb(url, together);
  await seedReference(prisma, '511502');
  const { rows: villages } = await pool.query<{ code: string; label: string }>(
    `SELECT v."code", t."name" || v."name" AS label FROM "Division" v JOIN "Division" t ON t."code" = v."parentCode" WHERE v."kind" = 'VILLAGE' AND v."inScope" ORDER BY v."code"`,
  );
  const desk = fork(path.join(__dirname, 'chat-desk.ts'), [url, path.join(folder, 'files')], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const port = await new Promise<number>((resolve) =>
    desk.once('message', (message: { ready: number }) => resolve(message.ready)),
  );
  try {
    const [sample, other, ...residents] = await makeResidents(pool, villages, 2 + 2 * reports + 200);
    if (!sample || !other) throw new Error('no residents');
    const warm = residents.splice(0, 200);
    await measure(
      'warm up',
      warm.map((resident, index) => () => report(port, resident, index)),
    );
    const turns = await hearReport(desk, port, sample);
    await pool.query('TRUNCATE "Ticket" CASCADE');

    const one = await measure(
      'SELECT 1 through the same Koa',
      Array.from({ length: reports * 3 }, () => async () => [await timed(() => post(port, '/bench/one', {}))]),
    );
    const chat = await measure(
      'chat.send, new reports',
      residents.slice(0, reports).map((resident, index) => () => report(port, resident, index)),
    );
    await pool.query('TRUNCATE "Ticket" CASCADE');
    const raw = await measure(
      'raw pg, the same statements',
      residents.slice(reports).map((resident, index) => () => replay(pool, turns, sample, resident, index)),
    );

    process.stdout.write(
      `${turns.map((statements) => statements.length).join(' + ')} statements in the three turns of a report; ${together} at a time\n`,
    );
    for (const { name, perSecond, p50, p99 } of [one, chat, raw]) {
      process.stdout.write(
        `${name.padEnd(32)} ${perSecond.toFixed(0).padStart(6)} /s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms\n`,
      );
    }
    process.stdout.write(
      `chat is ${((100 * chat.perSecond) / raw.perSecond).toFixed(0)} % of the raw statements (expected ≥ 50 %)\n`,
    );
  } finally {
    desk.kill('SIGKILL');
    await close();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

void main();
