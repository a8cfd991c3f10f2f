import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import Koa from 'koa';
import { pages } from '#server/http/pages';
import { type RunningDesk, startDesk } from '../support/running-desk';
import * as fire from './under-fire';

const root = path.resolve(__dirname, '../..');
let dataDir: string;
let running: RunningDesk | undefined;

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-start-'));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  const left = fire.postmasterOf(dataDir);
  if (left) process.kill(left, 'SIGINT');
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Starts the desk with settings that cannot work; what it said and its exit code. */
async function tryToStart(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const { DATABASE_URL: _own, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'dist/server/main.mjs')], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'test', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

describe('a start that cannot work', () => {
  it('says in one line that the port is taken, and touches no data', async () => {
    const other = http.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { code, said } = await tryToStart({ PORT: port });
    other.close();

    expect(code).toBe(1);
    expect(said.trimEnd().split('\n')).toEqual([expect.stringContaining(`端口 ${port} 已被占用`)]);
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  it.each([
    [
      'the demonstration in production',
      { NODE_ENV: 'production', DEMO: '1' },
      'DEMO: 演示模式不能在 NODE_ENV=production 下启动',
    ],
    ['no WeChat account outside the demonstration', { DEMO: '0' }, 'WECHAT_APP_ID'],
    ['a port that is none', { PORT: 'drei' }, 'PORT'],
  ])('refuses %s with the reason, and touches no data', async (_what, env, reason) => {
    const { code, said } = await tryToStart(env);
    expect(code).toBe(1);
    expect(said).toContain(reason);
    expect(said).not.toMatch(/^\s+at /m);
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });
});

describe('a desk without built pages', () => {
  it('says how to build them', async () => {
    const server = http.createServer(new Koa().use(pages(dataDir)).callback()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build:h5')]);
    server.close();
    server.closeAllConnections();
  });
});

describe('a start on a folder that is not there yet', () => {
  it('makes it, and its PostgreSQL can get in', async () => {
    const fresh = path.join(dataDir, 'fresh');
    running = await startDesk({ dataDir, env: { ...fire.settings(), DATA_DIR: fresh } });
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    await running.stop();
    expect(fire.postmasterOf(fresh)).toBeUndefined();
  }, 90_000);
});

describe('a start after the worst', () => {
  it('works on the data of a desk and a PostgreSQL that were both killed', async () => {
    const first = await startDesk({ dataDir, env: fire.settings() });
    running = first;
    const token = await fire.signIn(first.url, randomUUID());
    await fire.ok(first.url, 'chat.send', { text: '记住这一句' }, { token });
    const ended = once(first.process, 'exit');
    first.process.kill('SIGKILL');
    await ended;
    process.kill(fire.postmasterOf(dataDir) ?? Number.NaN, 'SIGKILL');

    const second = await startDesk({ dataDir, env: fire.settings() });
    running = second;
    const { messages } = await fire.ok(second.url, 'chat.open', {}, { token });
    expect(messages.map(({ text }) => text)).toContain('记住这一句');
  }, 90_000);
});
