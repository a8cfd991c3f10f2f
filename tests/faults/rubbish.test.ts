import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { desk } from '../support/desk';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { figures } from './figures';
import { cloneWorld } from './own-database';
import * as fire from './under-fire';

let dataDir: string;
let database: pg.Client;
let running: RunningDesk;
let villages: string[];

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-rubbish-'));
  const url = await cloneWorld('desk_rubbish');
  database = await fire.connectTo(url);
  villages = await fire.appointLeads(database);
  running = await startDesk({ dataDir, env: { ...fire.settings(), DATABASE_URL: url } });
}, 90_000);
afterAll(async () => {
  expect(await running.stop()).toBe(0);
  await database.end();
  fs.rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const count = async (sql: string): Promise<number> =>
  (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0]!.n;

describe('F21: facts nobody can act on', () => {
  it('are laid aside after seven tries, while what comes behind them goes through', async () => {
    const poisoned = 5;
    await database.query(
      `INSERT INTO "DomainEvent" ("districtId", "id", "name", "payload", "at")
        SELECT '511502', gen_random_uuid(), 'ticket.opened', jsonb_build_object('ticketId', gen_random_uuid()), now() FROM generate_series(1, $1)`,
      [poisoned],
    );
    const { token, key, sent } = await fire.readyToFile(running.url, randomUUID(), villages.pop() ?? '');
    const startedAt = performance.now();
    const id = fire.filedIn(await fire.ok(running.url, 'chat.send', sent, { token, key }));
    const isTold = () =>
      desk()
        .standIn.sent()
        .some(({ page }) => page?.includes(id));
    await fire.until('the good one is told', async () => isTold(), 10_000);
    const goodMs = performance.now() - startedAt;

    const dead = `pgboss.job WHERE name = 'reactions_dead'`;
    // Later and later means two minutes; the test does not wait that long.
    const hurry = `UPDATE pgboss.job SET start_after = now() WHERE name = 'reactions' AND state = 'retry'`;
    const areLaidAside = async () => {
      await database.query(hurry);
      return (await count(dead)) >= poisoned;
    };
    await fire.until('the bad ones are laid aside', areLaidAside, 30_000);
    const waiting = await count(`pgboss.job WHERE name = 'reactions' AND state < 'completed'`);
    const { rows } = await database.query<{ most: number }>(
      `SELECT max(retry_count) AS most FROM pgboss.job WHERE name = 'reactions' AND state = 'failed'`,
    );
    figures({
      'good one told after ms': goodMs,
      'laid aside': await count(dead),
      'still waiting': waiting,
      'tries again': rows[0]!.most,
    });
    expect(await count(dead)).toBe(poisoned);
    expect(waiting).toBe(0);
    expect(rows[0]!.most).toBe(6);
    expect(running.process.exitCode).toBeNull();
  }, 60_000);
});

describe('F24: 100 uploads that break off in the middle', () => {
  it('leave no open file, no piece on the disk and no row', async () => {
    const token = await fire.signIn(running.url, randomUUID());
    const openFiles = () => fs.readdirSync(`/proc/${running.process.pid}/fd`).length;
    const before = openFiles();
    await fire.inTurns(
      Array.from({ length: 100 }, (_none, at) => at),
      10,
      () => breakOff(running.url, token),
    );
    await fire.until('the connections are gone', async () => openFiles() <= before + 3, 10_000);
    const left = fs.readdirSync(path.join(dataDir, 'files/unfinished')).length;
    figures({ 'open files before': before, after: openFiles(), 'pieces left': left });
    expect(left).toBe(0);
    expect(await count('"Attachment"')).toBe(0);
    expect(fs.existsSync(path.join(dataDir, 'files/files/photos'))).toBe(false);

    const form = new FormData();
    const photo = fs.readFileSync(path.resolve('prisma/data/photos/streetlight-before.jpg'));
    form.set('file', new Blob([photo], { type: 'image/jpeg' }), 'streetlight.jpg');
    const headers = { authorization: `Bearer ${token}` };
    const whole = await fetch(`${running.url}/api/files.upload`, { method: 'POST', headers, body: form });
    expect(whole.status).toBe(200);
    expect(await count('"FileToErase"')).toBe(0);
  }, 60_000);
});

/** Sends the head and a part of a picture, then goes away. */
async function breakOff(url: string, token: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = net.connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  const boundary = 'breaking';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  socket.write(
    [
      ...[
        'POST /api/files.upload HTTP/1.1',
        `host: ${hostname}`,
        `authorization: Bearer ${token}`,
        'content-length: 2000000',
      ],
      ...[`content-type: multipart/form-data; boundary=${boundary}`, '', head],
    ].join('\r\n'),
  );
  socket.write(Buffer.alloc(200_000, 7));
  await rest(30);
  socket.destroy();
}
