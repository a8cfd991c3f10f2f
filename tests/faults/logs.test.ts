import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type RunningDesk, startDesk } from '../support/running-desk';
import * as fire from './under-fire';

const phone = '19999004321';
const said = {
  first: `我家门口路灯坏了一个星期没人修，我叫钱多福，电话${phone}`,
  note: '晚上七点以后在家，找赵翠花也行',
  contact: '电话里说好下午去',
  result: '换了灯泡，灯亮了',
  rating: '慢了一点，谢谢王敏',
};
let dataDir: string;
let running: RunningDesk;
const tokens: string[] = [];

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-logs-'));
  running = await startDesk({ dataDir, env: { LOG_LEVEL: 'debug' } });
}, 90_000);
afterAll(async () => {
  await running.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

async function enter(openid: string) {
  const token = await fire.signIn(running.url, openid);
  tokens.push(token);
  return token;
}

async function upload(token: string, name: string, role: string): Promise<string> {
  const form = new FormData();
  form.set('role', role);
  form.set('file', new Blob([fs.readFileSync(path.resolve('prisma/data/photos', name))], { type: 'image/jpeg' }), name);
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${running.url}/api/files.upload`, { method: 'POST', headers, body: form });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

/** 李大爷 reports, 王敏 works, 张国平 checks, 李大爷 confirms. */
async function mainJob(): Promise<void> {
  const [resident, staff, lead] = [await enter('demo_li'), await enter('demo_wangmin'), await enter('demo_zhang')];
  const { url } = running;
  const as = (token: string) => ({ token });
  const before = await upload(resident, 'streetlight-before.jpg', 'BEFORE');
  await fire.ok(url, 'me.update', { phone }, as(resident));
  await fire.ok(url, 'chat.send', { text: said.first, attachmentIds: [before] }, as(resident));
  const { messages } = await fire.ok(url, 'chat.send', { text: '要得' }, as(resident));
  const id = fire.filedIn({ messages } as Parameters<typeof fire.filedIn>[0]);
  const version = async (token: string) => (await fire.ok(url, 'tickets.get', { id }, as(token))).version;
  await fire.ok(url, 'tickets.supplement', { id, version: await version(resident), text: said.note }, as(resident));
  await fire.ok(url, 'tickets.accept', { id, version: await version(staff) }, as(staff));
  await fire.ok(url, 'tickets.reveal', { id, reason: '约时间上门' }, as(staff));
  await fire.ok(url, 'tickets.contact', { id, version: await version(staff), note: said.contact }, as(staff));
  const attachmentIds = [await upload(staff, 'streetlight-after.jpg', 'AFTER')];
  const handled = { id, version: await version(staff), result: said.result, attachmentIds };
  await fire.ok(url, 'tickets.handle', handled, as(staff));
  await fire.ok(url, 'tickets.passCheck', { id, version: await version(lead) }, as(lead));
  const rating = { contacted: true, solved: true, satisfied: true, note: said.rating };
  await fire.ok(url, 'tickets.confirm', { id, version: await version(resident), ...rating }, as(resident));
  await fire.ok(url, 'workbench.queue', { view: 'all', search: said.first.slice(0, 20) }, as(staff));
}

/** What goes wrong: bad input, somebody else's token, a stream, a database that ends every connection. */
async function troubles(): Promise<void> {
  const { url } = running;
  const token = tokens[0] ?? '';
  await fire.ask(url, 'chat.send', { text: said.first.repeat(100) }, { token });
  await fire.ask(url, 'chat.send', { text: '你好' }, { token: randomUUID() });
  await fire.ask(url, 'auth.login', { code: 'login-wrong' });
  await fetch(`${url}/api/chat.send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: said.first,
  });
  await fetch(`${url}/api/${encodeURIComponent(said.first)}`, { method: 'POST' });
  await fetch(`${url}/files/photos/x.jpg?signature=${token}`);
  const { conversation } = await fire.ok(url, 'chat.open', {}, { token });
  const over = new AbortController();
  await fetch(`${url}/api/chat.stream?conversationId=${conversation.id}&token=${token}`, { signal: over.signal });
  over.abort();
  const database = await fire.connectTo(fire.databaseIn(dataDir));
  const talk = Array.from({ length: 30 }, () => fire.ask(url, 'chat.send', { text: said.first }, { token }));
  await database.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await Promise.all(talk);
  await database.query('ALTER TABLE "Ticket" RENAME TO "Ticket_away"');
  expect((await fire.ask(url, 'chat.send', { text: '我的事办到哪一步了' }, { token })).status).toBe(500);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await database.query('ALTER TABLE "Ticket_away" RENAME TO "Ticket"');
  await database.end();
}

async function peopleAndOpenids(): Promise<{ names: string[]; openids: string[] }> {
  const database = await fire.connectTo(fire.databaseIn(dataDir));
  const { rows } = await database.query<{ name: string; openid: string | null }>(
    'SELECT "name", "openid" FROM "Person"',
  );
  await database.end();
  return { names: rows.map(({ name }) => name), openids: rows.flatMap(({ openid }) => openid ?? []) };
}

describe('what the desk logs', () => {
  it('is JSON a line with a request id, and holds nothing personal, neither of the main job nor of what goes wrong', async () => {
    await mainJob();
    await troubles();
    const { names, openids } = await peopleAndOpenids();

    const [log, plain] = [[] as Record<string, unknown>[], [] as string[]];
    for (const line of running.output().trimEnd().split('\n')) {
      if (line.startsWith('{')) log.push(JSON.parse(line));
      else plain.push(line);
    }
    expect(plain).toEqual([expect.stringContaining('翠屏服务台已就绪')]);
    const calls = new Set(log.map(({ call }) => call));
    for (const call of ['auth.login', 'chat.send', 'tickets.handle', 'tickets.confirm']) expect(calls).toContain(call);
    expect(log.filter(({ call }) => call).every(({ requestId }) => typeof requestId === 'string')).toBe(true);
    expect(log.some(({ msg }) => msg === 'unexpected')).toBe(true);

    const written = running.output().replace(plain[0] ?? '', '');
    expect(written).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(written).not.toMatch(/session_key|access_token|demo-secret|Bearer/);
    const leaked = [...names, ...openids, ...tokens, phone, ...Object.values(said), '钱多福', '赵翠花', '路灯坏了'];
    expect(leaked.filter((word) => word.length > 1 && written.includes(word))).toEqual([]);
    expect(written).not.toMatch(/[\u4e00-\u9fff]/);
  }, 90_000);
});
