import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { addDays, dayOf } from '#shared/domain/time/clock';
import { makeAdvisors, makeBookers } from '../bench/book-people';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { figures } from './figures';
import * as fire from './under-fire';

const desks = 10;
/** Two people for every slot, so that each is fought over. */
const people = 2 * desks * 20;
let dataDir: string;
const started: RunningDesk[] = [];
const start = async () => {
  const running = await startDesk({ dataDir, env: fire.settings() });
  started.push(running);
  return running;
};

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-book-kill-'));
});
afterEach(async () => {
  for (const running of started.splice(0)) await running.stop();
  const left = fire.postmasterOf(dataDir);
  if (left) process.kill(left, 'SIGINT');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

describe('a desk killed with SIGKILL while 400 people book 200 times', () => {
  it('keeps every booking it confirmed, sells no time twice and tells the advisors of each once', async () => {
    const first = await start();
    const pool = new pg.Pool({ connectionString: fire.databaseIn(dataDir), max: 4 });
    pool.on('error', () => undefined);
    const advisors = (await makeAdvisors(pool)).slice(0, desks);
    // Made for measuring, without what a person reads of them.
    await pool.query(`UPDATE "Advisor" SET "fields" = '{}', "languages" = '{}'`);
    const villages = advisors.map(({ village }) => village);
    const bookers = await makeBookers(pool, villages, people);
    const wanted: { token: string; key: string; slotId: string }[] = [];
    for (const village of villages) {
      const own = bookers.filter((one) => one.village === village);
      const asked = { from: addDays(dayOf(new Date()), 3), days: 1 };
      const { days } = await fire.ok(first.url, 'bookings.slots', asked, { token: own[0]!.token });
      const free = days[0]!.slots;
      wanted.push(...own.map(({ token }, at) => ({ token, key: randomUUID(), slotId: free[at % free.length]!.id })));
    }
    const slots = new Set(wanted.map(({ slotId }) => slotId));
    expect(slots.size).toBe(desks * 20);

    const confirmed = new Map<string, string>();
    const book = (url: string, { slotId, token, key }: (typeof wanted)[number]) =>
      fire.ask(url, 'bookings.book', { slotId, matter: '借出去的钱要不回来' }, { token, key });
    const gone = once(first.process, 'exit');
    await fire.inTurns(wanted, 16, async (one) => {
      const reply = await book(first.url, one).catch(() => undefined);
      if (reply?.status === 200) confirmed.set(one.key, reply.body.id);
      else if (reply) expect(reply.body.error?.code).toBe('slot_taken');
      if (confirmed.size === 70) first.process.kill('SIGKILL');
    });
    await gone;
    expect(confirmed.size).toBeGreaterThanOrEqual(70);
    expect(confirmed.size).toBeLessThan(slots.size);

    const second = await start();
    const held = new Map<string, string>();
    await fire.inTurns(wanted, 16, async (one) => {
      const { status, body } = await book(second.url, one);
      if (status === 200) held.set(one.key, body.id);
      else expect(body.error?.code).toBe('slot_taken');
    });
    for (const [key, id] of confirmed) expect(held.get(key)).toBe(id);
    expect(held.size).toBe(slots.size);

    const { rows } = await pool.query<{ id: string; slotId: string }>(
      `SELECT "id", "slotId" FROM "Booking" WHERE "status" IN ('REQUESTED', 'CONFIRMED')`,
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([...held.values()].sort());
    expect(new Set(rows.map(({ slotId }) => slotId))).toEqual(slots);
    const { rows: taken } = await pool.query(`SELECT 1 FROM "Slot" WHERE "state" = 'TAKEN'`);
    expect(taken).toHaveLength(slots.size);

    const count = async (sql: string) =>
      Number((await pool.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]!.n);
    await pool.query(
      `UPDATE pgboss.job SET started_on = started_on - interval '5 minutes' WHERE state = 'active' AND name = 'reactions'`,
    );
    await fire.until(
      'every advisor is told',
      async () => (await count(`"DomainEvent" WHERE "name" = 'booking.opened' AND "dispatchedAt" IS NULL`)) === 0,
      20_000,
    );
    const told = `"Notification" WHERE "kind" = 'booking.opened'`;
    await fire.until('all are told', async () => (await count(told)) >= slots.size, 40_000);
    expect(await count(told)).toBe(slots.size);
    expect(await count(`(SELECT DISTINCT "page" FROM ${told}) pages`)).toBe(slots.size);

    figures({ confirmed: confirmed.size, slots: slots.size, doubled: rows.length - slots.size });
    await pool.end();
    expect(await second.stop()).toBe(0);
  }, 120_000);
});
