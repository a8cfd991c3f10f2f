import { setTimeout as rest } from 'node:timers/promises';
import { createRandom } from '../../prisma/seed/random';
import { type RunningDesk, startDesk } from '../support/running-desk';
import { gather, statuses } from './crowd';
import { figures } from './figures';
import { type OwnServer, ownServer } from './own-database';
import * as fire from './under-fire';

let server: OwnServer;
let running: RunningDesk;

beforeAll(async () => {
  server = await ownServer();
  running = await startDesk({ env: { ...fire.settings(), DATABASE_URL: server.url } });
}, 90_000);
afterAll(async () => {
  await running.stop();
  await server.remove();
}, 60_000);

describe('F3: PostgreSQL killed with SIGKILL twice while everybody writes', () => {
  it('loses nothing that was confirmed, doubles nothing, and all is well within five seconds of its return', async () => {
    const setUp = await fire.connectTo(server.url);
    const villages = (await fire.appointLeads(setUp)).slice(0, 40);
    await setUp.end();
    const crowd = await gather(running.url, { talkers: 16, villages, random: createRandom(3) });
    const backAt: number[] = [];
    await crowd.useWhile(running.url, async () => {
      for (const _kill of [1, 2]) {
        await rest(2500);
        server.kill();
        await rest(1500);
        await server.start();
        backAt.push(performance.now());
      }
      await rest(6000);
    });

    const database = await fire.connectTo(server.url);
    const account = await crowd.settle(database);
    await database.end();
    const recovery = crowd.failedForMs(backAt[1]!);
    figures({ ...account, 'recovery ms': recovery, answers: statuses(crowd.tries) });
    expect(account).toMatchObject({ lost: 0, doubled: 0 });
    expect(account.confirmed).toBeGreaterThan(100);
    expect(recovery).toBeLessThan(5000);
    expect(crowd.tries.filter(({ status, isPlain }) => status !== 200 && !isPlain)).toEqual([]);
    expect(running.process.exitCode).toBeNull();
  }, 60_000);
});
