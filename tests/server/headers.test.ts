import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '#server/app';
import { readEnv } from '#server/kernel/env';
import { openLive } from '#server/kernel/live';
import { desk } from '../support/desk';

const ours = 'https://desk.example.cn';
let url: string;
let stop: () => Promise<void>;
beforeAll(async () => {
  const { ground, store, wechat, templates, databaseUrl } = desk();
  const live = openLive(databaseUrl);
  const parts = { ground, live, store, wechat, templates, linkKeys: [], walletFrom: 'phone' as const };
  const { app } = createApp({ ...parts, demo: false, corsOrigins: [ours] });
  const server = http.createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await live.close();
  };
});
afterAll(() => stop());

const ask = (path: string, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: '{}' }),
  });

describe('the headers of an answer', () => {
  it.each(['/api/auth.mode', '/api/me.get', '/api/none', '/files/none'])(
    'of %s keep a browser from doing harm',
    async (path) => {
      const { headers } = await ask(path, {}, path.startsWith('/api') ? 'POST' : 'GET');
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age=31536000'),
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    ask('/api/me.get', { origin, 'access-control-request-method': 'POST' }, 'OPTIONS');

  it('may call when they are on the list', async () => {
    const { headers } = await preflight(ours);
    expect(headers.get('access-control-allow-origin')).toBe(ours);
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type,idempotency-key');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const answered = await ask('/api/auth.mode', { origin: ours });
    expect([answered.status, answered.headers.get('access-control-allow-origin')]).toEqual([200, ours]);
    expect(answered.headers.get('vary')?.toLowerCase()).toContain('origin');
  });

  it.each(['https://evil.example', 'null', `${ours}.evil.example`, 'http://desk.example.cn'])(
    'may not when they are not: %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      expect((await ask('/api/auth.mode', { origin })).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('are listed by whole origins only', () => {
    const base = { NODE_ENV: 'test' };
    expect(readEnv({ ...base, CORS_ORIGINS: `${ours}, https://two.example.cn` }).CORS_ORIGINS).toEqual([
      ours,
      'https://two.example.cn',
    ]);
    for (const wrong of ['*', 'desk.example.cn', `${ours}/path`])
      expect(() => readEnv({ ...base, CORS_ORIGINS: wrong })).toThrow('CORS_ORIGINS');
  });
});
