import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { createApp } from '#server/app';
import { createDiskStore } from '#server/gateways/storage/disk';
import type { FileStore } from '#server/gateways/storage/file-store';
import { signLink } from '#server/gateways/storage/signed-link';
import { createWechat, type Wechat } from '#server/gateways/wechat/client';
import { type StandIn, startStandIn } from '#server/gateways/wechat/stand-in';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { pushPath } from '#server/http/wechat-push';
import type { Ctx } from '#server/kernel/context';
import type { Db, Prismas } from '#server/kernel/db';
import { react, relay, systemContext } from '#server/kernel/jobs';
import { openLive } from '#server/kernel/live';
import { type Ground, inTransaction } from '#server/kernel/route';
import { subscribersOf } from '#server/worker';
import { now, thaw } from './clock';
import { openTestDatabase } from './database';

/** The desk under test: the real app over HTTP on a real database, with a stand-in WeChat and a clock that can be stopped. */
export interface Desk {
  url: string;
  databaseUrl: string;
  ground: Ground;
  prisma: Prismas;
  store: FileStore;
  standIn: StandIn;
  wechat: Wechat;
  templates: Map<string, string>;
}

const linkKey = { keyId: 'test', secret: 'only for tests, only for tests, only' };
export const templates = new Map([
  ['progress', 'template-progress'],
  ['due', 'template-due'],
]);

let current: (Desk & { truncate(): Promise<void>; close(): Promise<void> }) | undefined;

/** The desk of this test file; tests/support/setup.ts opens it before the first test. */
export function desk(): Desk {
  if (!current) throw new Error('the desk is not open; is tests/support/setup.ts in setupFilesAfterEnv?');
  return current;
}

export async function openDesk(): Promise<void> {
  const database = await openTestDatabase();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-files-'));
  const store = await createDiskStore({ root: folder });
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const push = {
    appId: 'wxtest',
    token: 'TokenOfTheTests',
    encodingAesKey: 'TestKey0123456789TestKey0123456789TestKey01',
  };
  const standIn = await startStandIn({
    ...{ appId: 'wxtest', secret: 'test-secret', now: () => now().getTime() },
    push: { url: `${url}${pushPath}`, config: push },
  });
  const wechat = createWechat({
    appId: 'wxtest',
    secret: 'test-secret',
    baseUrl: standIn.url,
    tokenStore: createMemoryTokenStore(),
  });
  const live = openLive(database.url);
  const ground: Ground = {
    prisma: database.prisma,
    districtId: '511502',
    now,
    log: pino({ level: 'silent' }),
    link: (key, at) => signLink(`/files/${key}`, { ...linkKey, expiresAt: new Date(at.getTime() + 1_800_000) }),
    keyed: (text) => createHmac('sha256', linkKey.secret).update(text).digest('hex'),
  };
  const { app } = createApp({
    ground,
    live,
    store,
    linkKeys: [linkKey],
    wechat,
    demo: true,
    templates,
    walletFrom: 'pushes',
    push,
  });
  server.on('request', app.callback());
  current = {
    url,
    databaseUrl: database.url,
    ground,
    prisma: database.prisma,
    store,
    standIn,
    wechat,
    templates,
    truncate: database.truncate,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await live.close();
      await standIn.stop();
      await database.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function resetDesk(): Promise<void> {
  thaw();
  current?.standIn.clearFaults();
  await current?.truncate();
}

export async function closeDesk(): Promise<void> {
  await current?.close();
  current = undefined;
}

/** Lets everything that was announced happen: events reach their subscribers until none is left. */
export async function drain(): Promise<void> {
  const { ground } = desk();
  const subscribers = subscribersOf(templates);
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  for (;;) {
    const jobs: { eventId: string; subscriber: string }[] = [];
    const moved = await relay(ground, subscribers, async (_db, batch) => void jobs.push(...batch));
    for (const { eventId, subscriber } of jobs) await react(ground, byName.get(subscriber)!, eventId);
    if (moved === 0) return;
  }
}

/** Runs something of the desk's own (a sweep) in a transaction at the stopped clock's time. */
export const asSystem = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inTransaction(desk().prisma, (db: Db) => work(systemContext(desk().ground, db, 'test')));
