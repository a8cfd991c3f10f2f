import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { deliverDue, notify } from '#server/features/notifications/index';
import { freeze, now } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { make } from '../support/make';

const send = '/cgi-bin/message/subscribe/send';
const notices = 45;
const hanging = 5;

/** People with one message allowed each, and one notice on its way to each. */
async function queue(): Promise<string[]> {
  const openids: string[] = [];
  for (let index = 0; index < notices; index += 1) {
    const person = await make.person();
    await desk().prisma.subscribeQuota.create({
      data: { districtId: '511502', personId: person.id, template: 'progress', remaining: 1, updatedAt: now() },
    });
    desk().standIn.grant(person.openid ?? '', 'template-progress', 1);
    openids.push(person.openid ?? '');
    await asSystem((ctx) =>
      notify(ctx, [
        {
          ...{ personId: person.id, kind: 'ticket.accept', title: '您关心的事已受理', body: '「路灯不亮」已受理' },
          ...{ page: 'packages/ticket/pages/detail/index', dedupeKey: person.id, template: 'progress' },
        },
      ]),
    );
  }
  return openids;
}

const sentTo = (openids: readonly string[]) =>
  desk()
    .standIn.sent()
    .filter(({ openid }) => openids.includes(openid));

/** Runs a worker and kills it with SIGKILL as soon as `isTime`. */
async function killedWorker(isTime: () => boolean): Promise<void> {
  const worker = spawn(process.execPath, ['--import', 'tsx', require.resolve('./deliver-worker.ts')], {
    env: { ...process.env, DATABASE_URL: desk().databaseUrl, WECHAT_BASE_URL: desk().standIn.url },
    stdio: 'ignore',
  });
  const ended = once(worker, 'exit');
  while (!isTime()) await rest(5);
  worker.kill('SIGKILL');
  await ended;
}

describe('a worker killed while it sends', () => {
  it('loses no notice and sends none twice', async () => {
    const openids = await queue();
    desk().standIn.fault({ path: send, hang: true, after: true, times: hanging });

    await killedWorker(() => sentTo(openids).length >= hanging + 10);
    const { ground, wechat, templates } = desk();
    const killedAt = Date.now();
    for (const seconds of [1, 32, 95, 160]) {
      freeze(new Date(killedAt + seconds * 1000).toISOString());
      await deliverDue({ ground, wechat, templates });
    }

    const reached = sentTo(openids).map(({ openid }) => openid);
    expect(new Set(reached)).toEqual(new Set(openids));
    expect(reached).toHaveLength(notices);
    const states = await desk().prisma.delivery.groupBy({ by: ['state'], _count: true });
    const count = (state: string) => states.find((group) => group.state === state)?._count ?? 0;
    expect(count('SENT') + count('SKIPPED')).toBe(notices);
    expect(count('SKIPPED')).toBeGreaterThanOrEqual(hanging);
  }, 60_000);
});
