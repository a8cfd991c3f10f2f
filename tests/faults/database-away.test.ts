import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { desk } from '../support/desk';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { cloneWorld, wireTo } from './own-database';
import type { Wire } from './tcp-proxy';
import * as fire from './under-fire';
import { isWoken } from './woken';

const name = 'desk_faults';
const talkers = 16;
/** The promise is six seconds; a busy machine may add one. */
const longestMs = 7000;
let admin: pg.Client;
let wire: Wire;
let running: RunningDesk;
let villages: string[];
let tokens: string[];

/** A desk of its own on a clone of the template, with a wire between. */
beforeAll(async () => {
  const url = await cloneWorld(name);
  admin = await fire.connectTo(process.env.TEST_POSTGRES_URL ?? '');
  const database = await fire.connectTo(url);
  villages = await fire.appointLeads(database);
  await database.end();
  const wired = await wireTo(url);
  wire = wired.wire;
  running = await startDesk({ env: { ...fire.settings(), DATABASE_URL: wired.url } });
  tokens = await Promise.all(Array.from({ length: talkers }, () => fire.signIn(running.url, randomUUID())));
}, 60_000);

afterAll(async () => {
  const code = await running.stop();
  await wire.close();
  // The database goes with its cluster, or at the next start: dropping it waits for every other backend of a busy machine.
  await admin.end();
  expect(code).toBe(0);
}, 60_000);

const probe = async (path: string) => {
  const start = performance.now();
  const response = await fetch(`${running.url}${path}`);
  return { status: response.status, ms: performance.now() - start };
};

type Answers = fire.Answer<'chat.send' | 'me.update'>[];

/** Everybody talks (one statement) and changes his name (a transaction) until it is over; every answer. */
async function talk(isOver: () => boolean): Promise<Answers> {
  const answers: Answers = [];
  await Promise.all(
    tokens.map(async (token) => {
      for (let turn = 0; !isOver(); turn += 1) {
        const answer =
          turn % 2 === 0
            ? await fire.ask(running.url, 'chat.send', { text: '你好' }, { token })
            : await fire.ask(running.url, 'me.update', { nickname: `第${turn}个` }, { token });
        answers.push(answer);
        if (answer.status !== 200) await rest(50);
      }
    }),
  );
  return answers;
}

const isPlainlyRefused = ({ status, retryAfter, body }: Answers[number]) =>
  status === 503 && Number(retryAfter) > 0 && body.error?.code === 'unavailable';

/** Requests, the live connection, the outbox, pg-boss and deliveries: a report is filed, a stream wakes, a notice goes out. */
async function expectAllWell(withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  const left = () => Math.max(1000, end - Date.now());
  await fire.until('ready again', async () => (await probe('/readyz')).status === 200, left());
  const { token, key, sent } = await fire.readyToFile(running.url, randomUUID(), villages.shift() ?? '');
  const ticketId = fire.filedIn(await fire.ok(running.url, 'chat.send', sent, { token, key }));
  const isTold = () =>
    desk()
      .standIn.sent()
      .some(({ page }) => page?.includes(ticketId));
  await fire.until('the notice is sent', async () => isTold(), left());
  await fire.until('the stream wakes', () => isWoken({ listenAt: running.url, sayAt: running.url, token }), left());
}

describe('the desk while PostgreSQL ends its connections', () => {
  it('answers or says that it is busy, and goes on by itself', async () => {
    const end = Date.now() + 5000;
    let ended = 0;
    const answering = talk(() => Date.now() > end);
    while (Date.now() < end) {
      const { rowCount } = await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
        [name],
      );
      ended += rowCount ?? 0;
      expect((await probe('/livez')).status).toBe(200);
      await rest(300);
    }
    const answers = await answering;

    const others = answers.filter((answer) => answer.status !== 200 && !isPlainlyRefused(answer));
    expect(others.map(({ status, body }) => [status, body.error?.code])).toEqual([]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(ended).toBeGreaterThan(50);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(longestMs);
    expect(running.process.exitCode).toBeNull();
    await expectAllWell(20_000);
  }, 60_000);
});

describe('the desk while the network swallows what it says to PostgreSQL', () => {
  it('says within six seconds that it is busy, is alive but not ready, and recovers by itself', async () => {
    const end = Date.now() + 10_000;
    const answering = talk(() => Date.now() > end);
    await rest(1000);
    wire.swallow();
    const ready = await probe('/readyz');
    const alive: number[] = [];
    while (Date.now() < end) {
      const { status, ms } = await probe('/livez');
      expect(status).toBe(200);
      alive.push(ms);
      await rest(200);
    }
    const answers = await answering;
    wire.heal();

    expect(ready.status).toBe(503);
    expect(answers.filter((answer) => answer.status !== 200 && !isPlainlyRefused(answer))).toEqual([]);
    expect(answers.filter(isPlainlyRefused).length).toBeGreaterThanOrEqual(talkers);
    expect(Math.max(ready.ms, ...answers.map(({ ms }) => ms))).toBeLessThan(longestMs);
    expect(Math.max(...alive)).toBeLessThan(1000);
    expect(running.process.exitCode).toBeNull();
    const { ms } = await probe('/readyz');
    expect(ms).toBeLessThan(longestMs);
    await expectAllWell(30_000);
  }, 60_000);
});
