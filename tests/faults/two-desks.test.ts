import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { createRandom } from '../../prisma/seed/random';
import { desk } from '../support/desk';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { balance } from './balancer';
import { gather, statuses } from './crowd';
import { figures } from './figures';
import { cloneWorld } from './own-database';
import * as fire from './under-fire';
import { isWoken } from './woken';

let dataDir: string;
let database: pg.Client;
let villages: string[];
let first: RunningDesk;
let second: RunningDesk;
let start: () => Promise<RunningDesk>;

/** Two desks on one database, one folder of files and keys, one WeChat account. */
beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-two-'));
  const url = await cloneWorld('desk_two');
  database = await fire.connectTo(url);
  villages = await fire.appointLeads(database);
  start = () => startDesk({ dataDir, env: { ...fire.settings(), DATABASE_URL: url, FILE_SECRET: 's'.repeat(32) } });
  [first, second] = await Promise.all([start(), start()]);
}, 90_000);
afterAll(async () => {
  expect(await Promise.all([first.stop(), second.stop()])).toEqual([0, 0]);
  await database.end();
  fs.rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('F2: two desks behind one address', () => {
  it('know the same sessions, and one that is ended at one is over at the other at once', async () => {
    const token = await fire.signIn(first.url, randomUUID());
    await fire.ok(second.url, 'me.get', {}, { token });
    const { items } = await fire.ok(second.url, 'auth.sessions', {}, { token });
    expect(items).toHaveLength(1);
    await fire.ok(second.url, 'auth.logout', {}, { token });
    expect((await fire.ask(first.url, 'me.get', {}, { token })).status).toBe(401);
  }, 30_000);

  it('count the same turns: five copies an hour, wherever they are asked for', async () => {
    const token = await fire.signIn(first.url, randomUUID());
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_none, at) =>
        fire.ask(at % 2 ? first.url : second.url, 'privacy.download', {}, { token }),
      ),
    );
    figures({ answers: statuses(answers) });
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  }, 30_000);

  it('give the same reply to the same key, and wake who listens at the other', async () => {
    const report = await fire.readyToFile(first.url, randomUUID(), villages.pop() ?? '');
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_none, at) =>
        fire.ask(at % 2 ? first.url : second.url, 'chat.send', report.sent, report),
      ),
    );
    const ids = new Set(replies.filter(({ status }) => status === 200).map(({ body }) => fire.filedIn(body)));
    expect(ids.size).toBe(1);
    expect(replies.filter(({ status }) => ![200, 409, 503].includes(status))).toEqual([]);
    expect(await isWoken({ listenAt: first.url, sayAt: second.url, token: report.token })).toBe(true);
  }, 30_000);

  it('open each other’s files and sealed fields', async () => {
    const token = await fire.signIn(first.url, randomUUID());
    const phone = '13900001111';
    await fire.ok(first.url, 'me.update', { phone }, { token });
    const { textUrl } = await fire.ok(first.url, 'privacy.download', {}, { token });
    const copy = await fetch(`${second.url}${textUrl}`);
    expect(await copy.text()).toContain(phone);
  }, 30_000);

  it('see what was imported at the other within six seconds', async () => {
    const token = await fire.signIn(first.url, randomUUID());
    const village = villages.pop() ?? '';
    const nameAt = async (url: string) => {
      await fire.ok(url, 'me.update', { homeVillageCode: village }, { token });
      return (await fire.ok(url, 'me.get', {}, { token })).homeVillage?.label ?? '';
    };
    await Promise.all([nameAt(first.url), nameAt(second.url)]);
    await database.query(`UPDATE "Division" SET "name" = '改名后的村' WHERE "code" = $1`, [village]);
    await database.query(
      `INSERT INTO "DomainEvent" ("districtId", "id", "name", "payload", "at") VALUES ('511502', gen_random_uuid(), 'world.imported', '{}', now())`,
    );
    const startedAt = performance.now();
    for (const { url } of [first, second])
      await fire.until(`${url} knows`, async () => (await nameAt(url)).includes('改名后的村'), 8000);
    figures({ 'known at both after ms': performance.now() - startedAt });
  }, 30_000);

  it('do each job once, with one access token between them', async () => {
    const reports: fire.Ready[] = [];
    await fire.inTurns(villages.splice(0, 30), 6, async (village) => {
      reports.push(await fire.readyToFile(first.url, randomUUID(), village));
    });
    const filed: string[] = [];
    await fire.inTurns(reports, 6, async (report) => {
      const at = filed.length % 2 ? first.url : second.url;
      filed.push(fire.filedIn(await fire.ok(at, 'chat.send', report.sent, report)));
    });
    const toldOf = () =>
      desk()
        .standIn.sent()
        .flatMap(({ page }) => filed.filter((id) => page?.includes(id)));
    await fire.until('everybody is told', async () => new Set(toldOf()).size === filed.length, 20_000);
    const { rows } = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Notification" WHERE "kind" = 'ticket.opened' AND "page" LIKE ANY ($1)`,
      [filed.map((id) => `%${id}%`)],
    );
    const tokens = desk().standIn.callCount('/cgi-bin/stable_token');
    figures({ filed: filed.length, messages: toldOf().length, 'tokens fetched': tokens });
    expect(toldOf()).toHaveLength(filed.length);
    expect(rows[0]!.n).toBe(filed.length);
    expect(tokens).toBe(1);
  }, 60_000);

  it('are restarted one after the other without one failed request after one retry of the client', async () => {
    const balancer = await balance([first.url, second.url]);
    const crowd = await gather(balancer.url, {
      ...{ talkers: 12, villages: villages.splice(0, 20), random: createRandom(2) },
      ...{ retries: 1, restMs: 40 },
    });
    const exits: number[] = [];
    const renew = async (old: RunningDesk) => {
      const asked = performance.now();
      expect(await old.stop()).toBe(0);
      exits.push(performance.now() - asked);
      return start();
    };
    await crowd.useWhile(balancer.url, async () => {
      await rest(1500);
      first = await renew(first);
      balancer.behind([first.url, second.url]);
      second = await renew(second);
      balancer.behind([first.url, second.url]);
      await rest(1000);
    });
    const account = await crowd.settle(database);
    await balancer.close();
    figures({
      ...{ ...account, 'first tries failed': crowd.tries.filter(({ status }) => status !== 200).length },
      ...{ 'failed after a retry': crowd.givenUp(), 'longest exit ms': Math.max(...exits) },
    });
    expect(crowd.givenUp()).toBe(0);
    expect(account).toMatchObject({ lost: 0, doubled: 0 });
    expect(account.confirmed).toBeGreaterThan(100);
    expect(Math.max(...exits)).toBeLessThan(10_000);
  }, 60_000);
});
