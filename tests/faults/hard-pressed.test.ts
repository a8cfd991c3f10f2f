import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';
import { createRandom } from '../../prisma/seed/random';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { gather, percentile, statuses } from './crowd';
import { figures, isMeasuring } from './figures';
import { cloneWorld, wireTo } from './own-database';
import type { Wire } from './tcp-proxy';
import * as fire from './under-fire';

const role = 'desk_pressed';
let owner: pg.Client;
let wire: Wire;
let running: RunningDesk;
let villages: string[];

/** A desk that works as a role of its own, with a wire between. */
beforeAll(async () => {
  const url = await cloneWorld(role);
  owner = await fire.connectTo(url);
  villages = await fire.appointLeads(owner);
  await owner.query(
    `DO $$ BEGIN CREATE ROLE ${role} LOGIN PASSWORD '${role}'; EXCEPTION WHEN duplicate_object THEN END $$`,
  );
  const wired = await wireTo(url);
  wire = wired.wire;
  const asRole = new URL(wired.url);
  asRole.username = role;
  asRole.password = role;
  running = await startDesk({ env: { ...fire.settings(), DATABASE_URL: asRole.href, DATABASE_OWNER_URL: url } });
}, 90_000);
afterAll(async () => {
  expect(await running.stop()).toBe(0);
  await wire.close();
  await owner.end();
}, 60_000);

const connections = async () => {
  const { rows } = await owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = $1',
    [role],
  );
  return rows[0]!.n;
};

describe('F6: a database that takes 200 ms longer each way and breaks at two pieces of a thousand', () => {
  it('answers within three seconds or says quickly that it is busy, and keeps no connection', async () => {
    const random = createRandom(6);
    const crowd = await gather(running.url, { talkers: 16, villages: villages.splice(0, 12), random });
    const before = await connections();
    let [from, healedAt] = [0, 0];
    await crowd.useWhile(running.url, async () => {
      await rest(1000);
      wire.slow(200, 2, random);
      from = performance.now();
      await rest(12_000);
      wire.heal();
      healedAt = performance.now();
      await rest(2000);
    });

    const during = crowd.tries.filter(({ at, ms }) => at >= from && at + ms <= healedAt);
    const healthy = during.filter(({ status }) => status === 200).map(({ ms }) => ms);
    const p99 = percentile(healthy, 99);
    const account = await crowd.settle(owner);
    await rest(500);
    const after = await connections();
    figures({
      ...{ 'p50 ms': percentile(healthy, 50), 'p99 ms': p99, answers: statuses(during), ...account },
      ...{ 'recovery ms': crowd.failedForMs(healedAt), 'connections before': before, after },
    });
    expect(healthy.length).toBeGreaterThan(isMeasuring ? 50 : 0);
    if (isMeasuring) expect(p99).toBeLessThan(3000);
    expect(during.filter(({ status, isPlain }) => status !== 200 && !isPlain)).toEqual([]);
    expect(Math.max(...during.map(({ ms }) => ms))).toBeLessThan(7000);
    expect(account).toMatchObject({ lost: 0, doubled: 0 });
    expect(crowd.failedForMs(healedAt)).toBeLessThan(5000);
    expect(after).toBeLessThanOrEqual(before + 16);
  }, 60_000);
});

describe('F7: a PostgreSQL that has no connection left', () => {
  it('is told as busy at once, with when to come again, and all is well when there are some', async () => {
    const crowd = await gather(running.url, { talkers: 16, villages: villages.splice(0, 12), random: createRandom(7) });
    let [from, freeAt] = [0, 0];
    await crowd.useWhile(running.url, async () => {
      await rest(800);
      await owner.query(`ALTER ROLE ${role} CONNECTION LIMIT 0`);
      await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role]);
      from = performance.now();
      await rest(5000);
      await owner.query(`ALTER ROLE ${role} CONNECTION LIMIT -1`);
      freeAt = performance.now();
      await rest(4000);
    });

    const during = crowd.tries.filter(({ at, ms }) => at >= from && at + ms <= freeAt);
    const account = await crowd.settle(owner);
    const recovery = crowd.failedForMs(freeAt);
    const p99 = percentile(
      during.map(({ ms }) => ms),
      99,
    );
    figures({ answers: statuses(during), 'p99 ms': p99, 'recovery ms': recovery, ...account });
    expect(during.filter(({ status }) => status === 503).length).toBeGreaterThan(16);
    expect(crowd.tries.filter(({ status, isPlain }) => status !== 200 && !isPlain)).toEqual([]);
    if (isMeasuring) expect(p99).toBeLessThan(3000);
    expect(account).toMatchObject({ lost: 0, doubled: 0 });
    expect(recovery).toBeLessThan(5000);
    expect(running.process.exitCode).toBeNull();
  }, 60_000);
});

describe('F26: 300 people who all try again after ten seconds of silence', () => {
  it('are served again at eight tenths of what it was within thirty seconds', async () => {
    const people = 300;
    const random = createRandom(26);
    const tokens: string[] = [];
    await fire.inTurns(
      Array.from({ length: people }, (_none, at) => at),
      12,
      async () => {
        tokens.push(await fire.signIn(running.url, randomUUID()));
      },
    );
    const answeredAt: number[] = [];
    const refused: number[] = [];
    const served = new Set<string>();
    let isOver = false;
    const living = Promise.all(
      tokens.map(async (token) => {
        await rest(3000 * random.next());
        while (!isOver) {
          const answer = await fire.ask(running.url, 'chat.send', { text: '你好' }, { token }).catch(() => undefined);
          if (answer?.status === 200) {
            answeredAt.push(performance.now());
            served.add(token);
          } else refused.push(answer?.status ?? 0);
          const waitMs = answer?.status === 200 ? 2000 : 1000 * Number(answer?.retryAfter ?? 1);
          await rest(waitMs * (0.75 + random.next() / 2));
        }
      }),
    );
    const perSecond = (from: number, to: number) =>
      (1000 * answeredAt.filter((at) => at >= from && at < to).length) / (to - from);
    await fire.until('everybody has been served once', async () => served.size === people, 30_000);
    const from = performance.now();
    await rest(4000);
    const usual = perSecond(from, performance.now());
    wire.swallow();
    await rest(10_000);
    wire.heal();
    const healedAt = performance.now();
    let again = 0;
    await fire.until(
      'as many are served as before',
      async () => {
        again = perSecond(performance.now() - 2000, performance.now());
        return again >= 0.8 * usual && performance.now() - healedAt > 2000;
      },
      30_000,
    );
    const recovery = performance.now() - healedAt - 2000;
    isOver = true;
    await living;

    figures({
      ...{ people, 'answers a second before': usual, after: again, 'recovery ms': recovery },
      refused: statuses(refused.map((status) => ({ status }))),
    });
    if (isMeasuring) expect(usual).toBeGreaterThan(30);
    expect(refused.filter((status) => ![429, 503].includes(status))).toEqual([]);
    expect(running.process.exitCode).toBeNull();
  }, 120_000);
});
