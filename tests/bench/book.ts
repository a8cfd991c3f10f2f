import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { openDb } from '#server/kernel/db';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import { seedReference } from '../../prisma/seed/reference';
import { type Booker, type Desk, makeAdvisors, makeBookers } from './book-people';
import type { Captured } from './chat-desk';

/**
 * `npm run bench book`: 500 people claim one slot at once; then 10,000 bookings with 50 advisors, some of them contested, some moved, some
 * cancelled, 16 at a time, by a desk of one process and by one of two, beside raw pg sending the very statements the desk sent for such a load, request by request, on a copy of the same
 * database. One run, one machine.
 */
const together = 16;
const bookings = Number(process.env.BENCH_BOOKINGS ?? 10_000);
const crowd = 500;

interface Answer {
  status: number;
  body: { id: string; version: number; error?: { code: string; next?: unknown[] } };
}

interface Slot {
  id: string;
  village: string;
}

type Tally = Record<string, number>;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Calls of one desk over kept connections. */
function caller(port: number, sockets: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: sockets });
  return (who: Booker, name: string, body: unknown): Promise<Answer> => {
    const payload = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
      authorization: `Bearer ${who.token}`,
    };
    return new Promise((resolve, reject) => {
      const request = http.request(
        { agent, port, host: '127.0.0.1', method: 'POST', path: `/api/${name}`, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }),
          );
        },
      );
      request.on('error', reject);
      request.end(payload);
    });
  };
}

/** Runs jobs by `together` workers. Returns the seconds it took. */
async function inTurn(jobs: readonly (() => Promise<void>)[]): Promise<number> {
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let job = jobs[next++]; job; job = jobs[next++]) await job();
    }),
  );
  return (performance.now() - start) / 1000;
}

/** One booking and what may become of it: every 4th is contested, every 10th is moved to a slot kept for it, every 10th (shifted) is cancelled. */
function jobsOf(ports: readonly number[], bookers: readonly Booker[], slots: readonly Slot[], tally: Tally) {
  const callers = ports.map((port) => caller(port, together * 2));
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1;
  };
  const ofVillage = new Map<string, Booker[]>();
  for (const booker of bookers) ofVillage.set(booker.village, [...(ofVillage.get(booker.village) ?? []), booker]);
  const used = new Map<string, number>();
  const someone = (village: string): Booker => {
    const place = used.get(village) ?? 0;
    used.set(village, place + 1);
    const found = ofVillage.get(village)?.[place];
    if (!found) throw new Error('not enough people');
    return found;
  };
  const spare = slots.slice(bookings);
  return slots.slice(0, bookings).map(({ id: slotId, village }, index) => {
    const claimants = [someone(village), ...(index % 4 === 0 ? [someone(village)] : [])];
    const to = index % 10 === 3 ? spare.find((slot) => slot.village === village) : undefined;
    if (to) spare.splice(spare.indexOf(to), 1);
    // Whoever contests a slot does it at the other process, when there are two.
    const call = (claimant: number, ...asked: Parameters<(typeof callers)[number]>) => {
      const found = callers[(Math.floor(index / 4) + claimant) % callers.length];
      if (!found) throw new Error('no desk');
      return found(...asked);
    };
    return async () => {
      const answers = await Promise.all(
        claimants.map((who, claimant) =>
          call(claimant, who, 'bookings.book', { slotId, matter: '地边纠纷，想问问怎么办', disputeType: '邻里' }),
        ),
      );
      const winner = answers.findIndex(({ status }) => status === 200);
      for (const { status, body } of answers) count(status === 200 ? 'booked' : (body.error?.code ?? String(status)));
      const [who, won] = [claimants[winner], answers[winner]];
      if (!who || !won) return;
      const target = { id: won.body.id, version: won.body.version };
      if (to) count(`moved ${(await call(0, who, 'bookings.reschedule', { ...target, slotId: to.id })).status}`);
      if (index % 10 === 7)
        count(`cancelled ${(await call(0, who, 'bookings.cancel', { ...target, reason: '不用了' })).status}`);
    };
  });
}

/** A desk in a process of its own over a database. */
async function startDesk(
  url: string,
  folder: string,
): Promise<{ desk: ChildProcess; port: number; stop(): Promise<void> }> {
  const desk = fork(path.join(__dirname, 'chat-desk.ts'), [url, path.join(folder, 'files')], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const port = await new Promise<number>((resolve) =>
    desk.once('message', (message: { ready: number }) => resolve(message.ready)),
  );
  return {
    ...{ desk, port },
    stop: () =>
      new Promise((resolve) => {
        desk.once('exit', () => resolve());
        desk.kill('SIGKILL');
      }),
  };
}

/** Lets every advisor's slots of the coming weeks be stored, as looking at the calendar does, and reads them in a mixed order. */
async function storeSlots(
  port: number,
  pool: pg.Pool,
  desks: readonly Desk[],
  viewers: readonly Booker[],
): Promise<Slot[]> {
  const call = caller(port, together);
  const from = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
  for (const { advisorId, village } of desks) {
    const viewer = viewers.find((each) => each.village === village);
    if (viewer) await call(viewer, 'bookings.slots', { advisorId, from, days: 28 });
  }
  const { rows } = await pool.query<Slot>(
    `SELECT "id", "villageCode" AS village FROM "Slot" WHERE "startsAt" < now() + interval '27 days' ORDER BY "startsAt", md5("id"::text)`,
  );
  return rows;
}

/** Each living booking alone on its slot, each taken slot with its booking. */
async function double(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ wrong: number }>(`
    SELECT (SELECT count(*) FROM (SELECT 1 FROM "Booking" WHERE "status" IN ('REQUESTED', 'CONFIRMED') GROUP BY "slotId" HAVING count(*) > 1) d)::int
      + (SELECT count(*) FROM "Slot" s WHERE s."state" = 'TAKEN' AND NOT EXISTS (SELECT 1 FROM "Booking" b WHERE b."slotId" = s."id" AND b."status" IN ('REQUESTED', 'CONFIRMED')))::int AS wrong`);
  return rows[0]?.wrong ?? -1;
}

async function storm(port: number, pool: pg.Pool, people: readonly Booker[], slot: Slot): Promise<void> {
  const call = caller(port, crowd);
  const claim = { slotId: slot.id, matter: '地边纠纷，想问问怎么办' };
  const start = performance.now();
  const answers = await Promise.all(people.map((who) => call(who, 'bookings.book', claim)));
  const seconds = (performance.now() - start) / 1000;
  const won = answers.filter(({ status }) => status === 200).length;
  const told = answers.filter(
    ({ body }) => body.error?.code === 'slot_taken' && (body.error.next?.length ?? 0) > 0,
  ).length;
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int FROM "Booking" WHERE "slotId" = $1`, [
    slot.id,
  ]);
  process.stdout.write(
    `${crowd} claims on one slot at once: ${won} won, ${told} were given other times, ${rows[0]?.count} booking in the database, ${seconds.toFixed(1)} s\n`,
  );
}

/** The statements of each request, on connections of its own, `together` at a time. A refused statement ends its request as it did then. */
async function replay(url: string, requests: readonly Captured[][]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: together });
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text) ?? hash(text).slice(0, 40);
    names.set(text, known);
    return known;
  };
  const seconds = await inTurn(
    requests.map((statements) => async () => {
      const client = await pool.connect();
      try {
        for (const { text, values } of statements)
          await (/^(BEGIN|COMMIT|ROLLBACK)/.test(text)
            ? client.query(text)
            : client.query({ name: nameOf(text), text, values }));
      } catch {
        await client.query('ROLLBACK');
      } finally {
        client.release();
      }
    }),
  );
  await pool.end();
  return seconds;
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const base = await ensureDatabase(server.url, 'bench');
    await migrate(base);
    const { prisma, pool, close } = openDb(base, together);
    await seedReference(prisma, '511502');
    const desks = await makeAdvisors(pool);
    const villages = desks.map(({ village }) => village);
    const bookers = await makeBookers(pool, villages, Math.ceil(bookings * 1.5) + 50 * villages.length);
    const first = desks[0]?.village ?? '';
    const stormers = await makeBookers(pool, [first], crowd);
    const preparing = await startDesk(base, folder);
    const slots = await storeSlots(preparing.port, pool, desks, bookers);
    await preparing.stop();
    await close();
    const stormed = slots.find(({ village }) => village === first);
    if (!stormed || slots.length < bookings * 1.1) throw new Error(`only ${slots.length} slots`);
    const rest = slots.filter((slot) => slot !== stormed);
    const [heardUrl = '', deskUrl = '', pairUrl = '', rawUrl = ''] = await copies(server.url, [
      'heard',
      'desk',
      'pair',
      'raw',
    ]);

    const heard = await startDesk(heardUrl, folder);
    heard.desk.send('record');
    await inTurn(jobsOf([heard.port], bookers, rest, {}));
    const told = new Promise<Captured[][]>((resolve) =>
      heard.desk.once('message', (message: { requests: Captured[][] }) => resolve(message.requests)),
    );
    heard.desk.send('recorded');
    const requests = await told;
    await heard.stop();

    const measured = openDb(deskUrl, 4);
    stops.push(measured.close);
    const desk = await startDesk(deskUrl, folder);
    await storm(desk.port, measured.pool, stormers, stormed);
    const tally: Tally = {};
    const deskSeconds = await inTurn(jobsOf([desk.port], bookers, rest, tally));
    await desk.stop();
    const pairTally: Tally = {};
    const pair = [await startDesk(pairUrl, folder), await startDesk(pairUrl, folder)];
    stops.push(...pair.map(({ stop }) => stop));
    const ports = pair.map(({ port }) => port);
    const pairSeconds = await inTurn(jobsOf(ports, bookers, rest, pairTally));
    const rawSeconds = await replay(rawUrl, requests);
    const paired = openDb(pairUrl, 4);
    stops.push(paired.close);

    const statements = requests.reduce((sum, each) => sum + each.length, 0);
    const line = (name: string, seconds: number) =>
      `${name.padEnd(32)} ${(bookings / seconds).toFixed(0).padStart(6)} bookings/s ${((100 * rawSeconds) / seconds).toFixed(0).padStart(4)} %`;
    process.stdout.write(
      [
        `${bookings} slots of 50 advisors, ${together} at a time, ${requests.length} requests, ${statements} statements`,
        `one process: ${JSON.stringify(tally)}, slots with two bookings or taken without one: ${await double(measured.pool)}`,
        `two processes: ${JSON.stringify(pairTally)}, slots with two bookings or taken without one: ${await double(paired.pool)}`,
        line('raw pg, the same statements', rawSeconds),
        line('the desk over HTTP, one process', deskSeconds),
        line('the desk over HTTP, two processes', pairSeconds),
        '',
      ].join('\n'),
    );
  } finally {
    for (const stop of stops.reverse()) await stop();
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies of the prepared database. */
async function copies(url: string, names: readonly string[]): Promise<string[]> {
  const admin = new pg.Client(url);
  await admin.connect();
  for (const name of names) await admin.query(`CREATE DATABASE "${name}" TEMPLATE "bench"`);
  await admin.end();
  return names.map((name) => {
    const own = new URL(url);
    own.pathname = `/${name}`;
    return own.href;
  });
}

void main();
