import fs from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { Registry } from 'prom-client';
import { measureBacklog } from '#server/http/backlog';
import { createObserver } from '#server/http/observe';
import type { Prismas } from '#server/kernel/db';
import { readEnv, settingNames } from '#server/kernel/env';

const folder = path.resolve('config/operations');
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
const readme = fs.readFileSync('README.md', 'utf8');

/** Every metric the desk has, as Prometheus reads it. */
function metricNames(): Set<string> {
  const { registry } = createObserver(pino({ level: 'silent' }));
  const backlog = new Registry();
  measureBacklog(backlog, {} as Prismas, () => 0);
  return new Set(
    [registry, backlog].flatMap((each) =>
      each.getMetricsAsArray().flatMap(({ name }) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]),
    ),
  );
}

/** The settings the desks in the compose file get. */
const composed = [
  .../^ {2}environment:\n((?: {4}\w+:.*\n)+)/m.exec(read('compose.yaml'))![1]!.matchAll(/^ {4}(\w+):/gm),
].map(([, name]) => name!);

describe('what stands in config/operations', () => {
  it('sets nothing the desk does not know, and what production needs', () => {
    expect(composed.filter((name) => !settingNames.includes(name))).toEqual([]);
    const filled = Object.fromEntries(composed.map((name) => [name, 'x'.repeat(43)]));
    const settings = { ...filled, NODE_ENV: 'production', PORT: '3000', POOL_SIZE: '16', LOG_LEVEL: 'info' };
    expect(
      readEnv({ ...settings, PUBLIC_URL: 'https://desk.example', WECHAT_PUSH_TOKEN: 'Token123', BEHIND_PROXY: '1' })
        .DEMO,
    ).toBe(false);
  });

  it('asks for values that the runbook names', () => {
    const asked = new Set([...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
    const isTold = (name: string) =>
      read('RUNBOOK.md').includes(name) || (name.startsWith('WECHAT_') && read('RUNBOOK.md').includes('WECHAT_*'));
    expect([...asked].filter((name) => !isTold(name))).toEqual([]);
  });

  it.each(['alerts.yaml', 'dashboard.json'])('%s looks at metrics the desk has', (name) => {
    const known = metricNames();
    const looked = [...read(name).matchAll(/\b((?:desk|process|nodejs)_[a-z0-9_]+)/g)].map(([, metric]) => metric!);
    expect(looked.length).toBeGreaterThan(5);
    expect(looked.filter((metric) => !known.has(metric))).toEqual([]);
  });

  it('has a chapter of the runbook for every alert', () => {
    for (const [, chapter] of read('alerts.yaml').matchAll(/runbook: "事故处理：(.+?)"/g))
      expect(read('RUNBOOK.md')).toContain(`- **${chapter}**`);
  });

  it('leads nginx to the desks of the compose file, and keeps figures inside', () => {
    const desks = [...read('nginx.conf').matchAll(/server (desk-\d):3000/g)].map(([, desk]) => desk);
    expect(desks).toEqual([...read('compose.yaml').matchAll(/^ {2}(desk-\d): \*desk/gm)].map(([, desk]) => desk));
    expect(read('nginx.conf')).toMatch(/location = \/metrics \{\s+return 404;/);
  });
});

describe('the README', () => {
  it('tells of every setting', () => {
    const untold = settingNames.filter((name) => !readme.includes(`\`${name}\``));
    expect(untold.filter((name) => !['NODE_ENV'].includes(name))).toEqual([]);
  });
});
