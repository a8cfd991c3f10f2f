import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { dayMs, hourMs } from '#shared/domain/time/clock';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { figures } from './figures';
import { cloneWorld } from './own-database';
import * as fire from './under-fire';

let dataDir: string;
let database: pg.Client;
let url: string;
let villages: string[];

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-clock-'));
  url = await cloneWorld('desk_clock');
  database = await fire.connectTo(url);
  villages = await fire.appointLeads(database);
}, 60_000);
afterAll(async () => {
  await database.end();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const start = (aheadMs: number): Promise<RunningDesk> =>
  startDesk({
    dataDir,
    env: {
      ...{ ...fire.settings(), DATABASE_URL: url, FILE_SECRET: 's'.repeat(32), CLOCK_SKEW_MS: String(aheadMs) },
      NODE_OPTIONS: `--require ${path.resolve('tests/faults/clock-skewed.cjs')}`,
    },
  });

describe('F19: two desks, one of which thinks it is another day', () => {
  it.each([
    ['three days ahead', 3 * dayMs],
    ['an hour behind', -hourMs],
  ])(
    '%s: go by one time, remind nobody early and end no session',
    async (_what, aheadMs) => {
      const [right, wrong] = await Promise.all([start(0), start(aheadMs)]);
      try {
        const token = await fire.signIn(wrong.url, randomUUID());
        const { token: reporter, key, sent } = await fire.readyToFile(wrong.url, randomUUID(), villages.pop() ?? '');
        const id = fire.filedIn(await fire.ok(wrong.url, 'chat.send', sent, { token: reporter, key }));
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_none, at) =>
            fire.ask(at % 2 ? right.url : wrong.url, 'privacy.download', {}, { token }),
          ),
        );
        // Alarms are swept every 15 s; the wrong desk alone would find everything overdue.
        await rest(17_000);
        const { rows } = await database.query<{ offMs: number; early: number }>(
          `SELECT abs(extract(epoch FROM t."receivedAt" - now()) * 1000)::int AS "offMs",
          (SELECT count(*)::int FROM "DomainEvent" WHERE "name" IN ('ticket.warned', 'ticket.escalated')) AS early
        FROM "Ticket" t WHERE t."id" = $1`,
          [id],
        );
        const { offMs, early } = rows[0]!;
        figures({ 'ticket off by ms': offMs, 'reminded early': early });
        expect(offMs).toBeLessThan(60_000);
        expect(early).toBe(0);
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
        expect(wrong.output()).toContain('clock of this machine is off');
        await fire.ok(right.url, 'me.get', {}, { token });
        await fire.ok(wrong.url, 'me.get', {}, { token });
      } finally {
        await Promise.all([right.stop(), wrong.stop()]);
      }
    },
    60_000,
  );
});
