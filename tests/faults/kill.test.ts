import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { desk } from '../support/desk';
import { type RunningDesk, startDesk } from '../support/running-desk';
import * as fire from './under-fire';

const submits = 200;
let dataDir: string;
const started: RunningDesk[] = [];
const start = async () => {
  const running = await startDesk({ dataDir, env: fire.settings() });
  started.push(running);
  return running;
};

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-kill-'));
});
afterEach(async () => {
  for (const running of started.splice(0)) await running.stop();
  const left = fire.postmasterOf(dataDir);
  if (left) process.kill(left, 'SIGINT');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** What a dead process held is free after its time; the test does not wait that long. */
async function letLeasesRunOut(database: pg.Client): Promise<void> {
  await database.query(
    `UPDATE pgboss.job SET started_on = started_on - interval '5 minutes' WHERE state = 'active' AND name = 'reactions'`,
  );
  await database.query(`UPDATE "Delivery" SET "leaseUntil" = now() - interval '1 second' WHERE "state" = 'SENDING'`);
}

const count = async (database: pg.Client, sql: string): Promise<number> =>
  (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]!.n;

/** Everything announced has reached whom it concerns. */
const isQuiet = async (database: pg.Client) =>
  (await count(database, `"DomainEvent" WHERE "dispatchedAt" IS NULL`)) +
    (await count(database, `pgboss.job WHERE name = 'reactions' AND state < 'completed'`)) +
    (await count(database, `"Delivery" WHERE "state" IN ('PENDING', 'SENDING')`)) ===
  0;

describe('a desk killed with SIGKILL while 200 reports are filed', () => {
  it('keeps every report it confirmed, files each once and tells nobody twice', async () => {
    const first = await start();
    const database = await fire.connectTo(fire.databaseIn(dataDir));
    const villages = await fire.appointLeads(database);
    expect(villages.length).toBeGreaterThanOrEqual(submits);
    const reports: fire.Ready[] = [];
    await fire.inTurns(villages.slice(0, submits), 8, async (village) => {
      reports.push(await fire.readyToFile(first.url, randomUUID(), village));
    });

    const confirmed = new Map<string, string>();
    const gone = once(first.process, 'exit');
    await fire.inTurns(reports, 16, async ({ token, key, sent }) => {
      const reply = await fire.ask(first.url, 'chat.send', sent, { token, key }).catch(() => undefined);
      if (reply) expect(reply.status).toBe(200);
      if (reply) confirmed.set(key, fire.filedIn(reply.body));
      if (confirmed.size === 70) first.process.kill('SIGKILL');
    });
    await gone;
    expect(confirmed.size).toBeLessThan(submits);
    const postmaster = fire.postmasterOf(dataDir);
    await letLeasesRunOut(database);

    const second = await start();
    expect(fire.postmasterOf(dataDir)).toBe(postmaster);
    const filed = new Map<string, string>();
    await fire.inTurns(reports, 16, async ({ token, key, sent }) => {
      filed.set(key, fire.filedIn(await fire.ok(second.url, 'chat.send', sent, { token, key })));
    });

    for (const [key, id] of confirmed) expect(filed.get(key)).toBe(id);
    expect(new Set(filed.values()).size).toBe(submits);
    const tickets = await database.query<{ id: string; no: string; reporterId: string }>(
      'SELECT "id", "no", "reporterId" FROM "Ticket"',
    );
    expect(new Set(tickets.rows.map(({ id }) => id))).toEqual(new Set(filed.values()));
    expect(new Set(tickets.rows.map(({ reporterId }) => reporterId)).size).toBe(submits);

    await fire.until('all is told', () => isQuiet(database), 40_000);
    expect(await count(database, '"Notification"')).toBe(submits);
    expect(await count(database, '(SELECT DISTINCT "ticketId" FROM "Notification") told')).toBe(submits);
    const sent = desk().standIn.sent();
    const numbers = new Set(tickets.rows.map(({ no }) => no));
    const told = sent.map(({ data }) => data.character_string1 ?? '').filter((no) => numbers.has(no));
    expect(new Set(told).size).toBe(told.length);
    const unclear = await count(database, `"Delivery" WHERE "state" = 'UNKNOWN'`);
    expect(await count(database, `"Delivery" WHERE "state" = 'SENT'`)).toBe(submits - unclear);
    expect(told.length).toBeGreaterThanOrEqual(submits - unclear);

    await database.end();
    expect(await second.stop()).toBe(0);
    expect(fire.postmasterOf(dataDir)).toBeUndefined();
  }, 120_000);
});
