import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import pino from 'pino';
import { createApp } from '#server/app';
import { createDiskStore } from '#server/gateways/storage/disk';
import { createWechat } from '#server/gateways/wechat/client';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { openDb } from '#server/kernel/db';
import { openLive } from '#server/kernel/live';
import type { Ground } from '#server/kernel/route';

/** One statement as the desk sent it. */
export interface Captured {
  text: string;
  values: unknown[];
}

/** The desk in a process of its own, with `SELECT 1` behind the same Koa, and ways to hear the statements of one turn, or of each request. */
async function main(): Promise<void> {
  const [url = '', files = ''] = process.argv.slice(2);
  const { prisma, pool } = openDb(url, 16);
  let captured: Captured[] | undefined;
  let requests: Captured[][] | undefined;
  const request = new AsyncLocalStorage<Captured[]>();
  hear(pool, (statement) => {
    captured?.push(statement);
    request.getStore()?.push(statement);
  });
  const ground: Ground = {
    prisma,
    districtId: '511502',
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    link: (key) => `/files/${key}`,
    keyed: (text) => text,
  };
  const wechat = createWechat({
    appId: 'bench',
    secret: 'bench',
    baseUrl: 'http://127.0.0.1:9',
    tokenStore: createMemoryTokenStore(),
  });
  const store = await createDiskStore({ root: files });
  const { app } = createApp({
    ground,
    live: openLive(url),
    store,
    linkKeys: [],
    walletFrom: 'phone',
    wechat,
    demo: true,
    templates: new Map(),
  });
  app.use(async (context, next) => {
    if (context.path !== '/bench/one') return next();
    context.body = await prisma.$queryRaw`SELECT 1 AS one`;
  });
  app.middleware.unshift((_http, next) => {
    if (!requests) return next();
    const own: Captured[] = [];
    requests.push(own);
    return request.run(own, next);
  });
  const server = http.createServer(app.callback());
  // Longer than any pause of a bench, so that no kept connection is closed just when it is used again.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => process.send?.({ ready: (server.address() as AddressInfo).port }));
  process.on('message', (message: string) => {
    if (message === 'hear') captured = [];
    if (message === 'told') process.send?.({ captured });
    if (message === 'deaf') captured = undefined;
    if (message === 'record') requests = [];
    if (message === 'recorded') process.send?.({ requests });
  });
}

/** Calls `tell` with each statement that a client of the pool sends. */
function hear(pool: pg.Pool, tell: (statement: Captured) => void): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
        if (typeof first === 'string') tell({ text: first, values: Array.isArray(second) ? second : [] });
        else tell({ text: first.text, values: first.values ?? (Array.isArray(second) ? second : []) });
        return query(...args);
      },
    });
  });
}

void main();
