import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import type pg from 'pg';
import { seedLaws } from '../prisma/seed/laws';
import { seedDemo, seedReference } from '../prisma/seed/seed';
import { createApp } from './app';
import type { Assistant } from './features/assist/write';
import { libraryOf } from './features/law/index';
import { createLlm } from './gateways/llm/client';
import { createDiskStore } from './gateways/storage/disk';
import { signLink } from './gateways/storage/signed-link';
import { createWechat } from './gateways/wechat/client';
import { startStandIn } from './gateways/wechat/stand-in';
import { type PushSettings, pushPath } from './http/wechat-push';
import { openClock } from './kernel/clock';
import { openDb, prompt } from './kernel/db';
import { type Env, readEnv, templateIds } from './kernel/env';
import { openLive } from './kernel/live';
import { createLog } from './kernel/log';
import { grantAppRole, openAppRole } from './kernel/postgres/app-role';
import { ensureDatabase, startEmbeddedPostgres } from './kernel/postgres/embedded';
import { migrate } from './kernel/postgres/migrate';
import type { Ground } from './kernel/route';
import { openKeys } from './kernel/sealing/open';
import { reseal } from './kernel/sealing/reseal';
import { anySeal } from './kernel/sealing/vault';
import { createDbTokenStore } from './kernel/wechat-token';
import { startWorker } from './worker';

const linkMinutes = 30;
const drainMs = 9000;
const demoTemplates = new Map([
  ['progress', 'demo-template-progress'],
  ['due', 'demo-template-due'],
]);

/** Starts the desk: database, migrations, reference (and demonstration) data, API, pages and jobs on one port. */
async function main(): Promise<void> {
  const env = readEnv();
  await ensurePortFree(env);
  const log = createLog(env.LOG_LEVEL);
  openKeys(env);
  const embedded = env.DATABASE_URL ? undefined : await startEmbeddedPostgres(env.DATA_DIR);
  const ownerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk'));
  const applied = await migrate(ownerUrl);
  const url = env.DATABASE_URL ?? (await openAppRole(ownerUrl));
  if (env.DATABASE_OWNER_URL) await grantAppRole(ownerUrl, url);
  if (applied.length > 0) log.info({ applied }, 'migrated');

  const { prisma, pool, close } = openDb(url, env.POOL_SIZE, prompt);
  // What was written before there were keys. Once it is done there is nothing to do.
  const sealed = await reseal(pool, anySeal, () => undefined);
  if (sealed > 0) log.info({ rows: sealed }, 'sealed what was in clear');
  const store = await createDiskStore({ root: path.join(env.DATA_DIR, 'files') });
  const clock = await openClock(() => askTime(pool), log);
  const linkKey = { keyId: 'k1', secret: env.FILE_SECRET ?? (await keptSecret(env)) };
  const ground: Ground = {
    prisma,
    districtId: env.DISTRICT_ID,
    now: clock.now,
    log,
    // Whole windows, so that the same photo keeps the same link (and its place in the phone's cache) for a while.
    link: (key, now) =>
      signLink(`/files/${key}`, {
        ...linkKey,
        expiresAt: new Date((Math.floor(now.getTime() / (linkMinutes * 60_000)) + 2) * linkMinutes * 60_000),
      }),
    keyed: (text) => createHmac('sha256', linkKey.secret).update(text).digest('hex'),
  };
  const patient = openDb(url, 2);
  await seedReference(patient.prisma, env.DISTRICT_ID);
  if (env.DEMO) await seedDemo(patient.prisma, store, env.DISTRICT_ID, ground.now());
  if (env.DEMO) await seedLaws(patient.prisma, env.DISTRICT_ID, ground.now());
  await patient.close();

  const push = pushSettings(env);
  const standIn =
    env.DEMO && !env.WECHAT_APP_ID
      ? await startStandIn({
          // Nobody taps in a real WeChat there: the desk's own wallet is what limits.
          ...{ appId: 'wxdemo', secret: 'demo-secret', defaultQuota: 1000 },
          ...(push && {
            push: { url: `http://127.0.0.1:${env.PORT}${pushPath}`, config: push, passMediaAfterMs: 1500 },
          }),
        })
      : undefined;
  const wechat = createWechat({
    appId: env.WECHAT_APP_ID ?? 'wxdemo',
    secret: env.WECHAT_APP_SECRET ?? 'demo-secret',
    baseUrl: standIn?.url ?? env.WECHAT_BASE_URL,
    tokenStore: createDbTokenStore(prisma, env.WECHAT_APP_ID ?? 'wxdemo'),
  });
  const templates = standIn ? demoTemplates : templateIds(env.WECHAT_TEMPLATES);
  const publicUrl = env.PUBLIC_URL ?? (standIn ? `http://127.0.0.1:${env.PORT}` : undefined);
  const live = openLive(url);
  const worker =
    env.ROLE === 'api'
      ? undefined
      : await startWorker({ ground, wechat, templates, store, appId: env.WECHAT_APP_ID ?? 'wxdemo', publicUrl }, url);
  const { app, drain } = createApp({
    ground,
    live,
    store,
    linkKeys: [linkKey],
    wechat,
    demo: env.DEMO,
    behindProxy: env.BEHIND_PROXY,
    aheadMs: clock.aheadMs,
    templates,
    publicUrl,
    corsOrigins: env.CORS_ORIGINS,
    walletFrom: push && !standIn ? 'pushes' : 'phone',
    push,
    assistant: assistantOf(env),
  });
  const server = http.createServer(app.callback());
  server.requestTimeout = 30_000;
  if (env.ROLE !== 'worker') await listen(server, env);
  // The search over the laws is built before somebody asks; it pauses for requests.
  if (env.ROLE !== 'worker')
    libraryOf(prisma, ground.now()).catch((err: Error) => log.error({ err: err.message }, 'laws'));
  process.stdout.write(`翠屏服务台已就绪：http://127.0.0.1:${env.PORT}${env.DEMO ? '（演示数据，网格为合成）' : ''}\n`);

  let stopping = false;
  const shutDown = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), drainMs).unref();
    drain();
    // A stream that has just ended leaves its connection open and idle; the phone would keep it for seconds.
    const closing = setInterval(() => server.closeIdleConnections(), 50);
    await new Promise((resolve) => server.close(resolve));
    clearInterval(closing);
    await worker?.stop();
    await live.close();
    clock.close();
    await standIn?.stop();
    await close();
    await embedded?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void shutDown());
  process.on('SIGINT', () => void shutDown());
}

async function askTime(pool: pg.Pool): Promise<Date> {
  const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const [row] = rows;
  if (!row) throw new Error('the database did not tell its time');
  return row.at;
}

/** How pushes are opened. The demonstration makes keys for itself and its stand-in. */
function pushSettings(env: Env): PushSettings | undefined {
  const appId = env.WECHAT_APP_ID ?? 'wxdemo';
  if (env.WECHAT_PUSH_TOKEN && env.WECHAT_PUSH_AES_KEY)
    return {
      ...{ appId, token: env.WECHAT_PUSH_TOKEN, encodingAesKey: env.WECHAT_PUSH_AES_KEY },
      requireEncrypted: !env.WECHAT_PUSH_PLAIN,
    };
  if (!env.DEMO || env.WECHAT_APP_ID) return undefined;
  const made = (bytes: number) => randomBytes(bytes).toString('hex');
  return { appId, token: made(16), encodingAesKey: made(22).slice(0, 43), requireEncrypted: true };
}

/** The writing assistant, when an endpoint is set. */
const assistantOf = ({ LLM_BASE_URL, LLM_API_KEY = '', LLM_MODEL = '', LLM_PER_DAY }: Env): Assistant | undefined =>
  LLM_BASE_URL
    ? { llm: createLlm({ baseUrl: LLM_BASE_URL, apiKey: LLM_API_KEY, model: LLM_MODEL }), perDay: LLM_PER_DAY }
    : undefined;

const taken = (port: number) =>
  new Error(`端口 ${port} 已被占用。翠屏服务台可能已经在运行；要换一个端口，请用 PORT=3001 npm start`);

/** Before anything is started or changed: is the port ours? */
function ensurePortFree({ PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(PORT) : error));
    probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  });
}

function listen(server: http.Server, { PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(PORT) : error));
    server.listen(PORT, HOST, resolve);
  });
}

/** A secret made on the first start and kept beside the data (development and demonstration; production sets FILE_SECRET). */
async function keptSecret({ DATA_DIR }: Env): Promise<string> {
  const file = path.join(DATA_DIR, 'file-secret');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(DATA_DIR, { recursive: true });
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8');
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
