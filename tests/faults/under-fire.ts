import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Input, Name, Output } from '#shared/contract';
import { desk } from '../support/desk';

/** Settings of a desk process that talks to this test's stand-in WeChat instead of one of its own, without demonstration data. */
export const settings = () => ({
  ...{ DEMO: '0', WECHAT_APP_ID: 'wxtest', WECHAT_APP_SECRET: 'test-secret', WECHAT_BASE_URL: desk().standIn.url },
  WECHAT_TEMPLATES: 'progress=template-progress,due=template-due',
});

/** An answer as it came, and after how many milliseconds. */
export interface Answer<N extends Name> {
  status: number;
  ms: number;
  retryAfter: string | null;
  body: Output<N> & { error?: { code: string } };
}

/** Calls a desk process; rejects only when the connection breaks. */
export async function ask<N extends Name>(
  url: string,
  name: N,
  input: Input<N>,
  { token, key = randomUUID() }: { token?: string; key?: string } = {},
): Promise<Answer<N>> {
  const start = performance.now();
  const response = await fetch(`${url}/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as Answer<N>['body'];
  return {
    status: response.status,
    ms: performance.now() - start,
    retryAfter: response.headers.get('retry-after'),
    body,
  };
}

/** As `ask`, but fails the test unless the desk answered 200. */
export async function ok<N extends Name>(...asked: Parameters<typeof ask<N>>): Promise<Output<N>> {
  const { status, body } = await ask(...asked);
  if (status !== 200) throw new Error(`${asked[1]} answered ${status} ${JSON.stringify(body.error)}`);
  return body;
}

/** Signs in by openid; one never seen before is a new resident. */
export const signIn = async (url: string, openid: string): Promise<string> =>
  (await ok(url, 'auth.login', { code: `demo-${openid}.${randomUUID()}` })).token;

/** A report that only needs 报上去, and the key with which it is sent, however often. */
export interface Ready {
  token: string;
  key: string;
  sent: Input<'chat.send'>;
}

/** A resident of a village (by its code) who has said everything about a broken street light. */
export async function readyToFile(url: string, openid: string, village: string): Promise<Ready> {
  const token = await signIn(url, openid);
  await ok(url, 'me.update', { homeVillageCode: village }, { token });
  await ok(url, 'chat.send', { text: '我家门口路灯坏了一个星期没人修' }, { token });
  const { messages } = await ok(url, 'chat.send', { action: 'report.skipPhoto' }, { token });
  const card = messages.at(-1)?.card;
  if (card?.type !== 'confirm')
    throw new Error(`no confirm card for ${village}, but ${JSON.stringify(messages.at(-1))}`);
  return { token, key: randomUUID(), sent: { action: 'report.confirm', payload: card.options.at(-1)?.payload } };
}

/** The id of the ticket in the reply to 报上去. */
export function filedIn({ messages }: Output<'chat.send'>): string {
  const card = messages.at(-1)?.card;
  if (card?.type !== 'ticket') throw new Error('no ticket in the reply');
  return card.ticket.id;
}

/** A connection to a database that outlives its server's end. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The address of the desk's database in an embedded PostgreSQL under `dataDir`. */
export function databaseIn(dataDir: string): string {
  const access = JSON.parse(fs.readFileSync(path.join(dataDir, 'access.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  return `postgresql://desk:${access.password}@127.0.0.1:${access.port}/desk`;
}

/** The process id of the PostgreSQL under `dataDir`; undefined when it was stopped properly. */
export function postmasterOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** Gives every village a 网格长 who may be sent ten messages about limits. Answers with the villages' codes. */
export async function appointLeads(database: pg.Client): Promise<string[]> {
  await database.query(`
    WITH village AS (SELECT "code", gen_random_uuid() AS id FROM "Division" WHERE "kind" = 'VILLAGE' AND "inScope"),
      person AS (INSERT INTO "Person" ("districtId", "id", "name", "openid") SELECT '511502', id, '测试网格长', 'lead-' || "code" FROM village),
      post AS (INSERT INTO "Post" ("districtId", "id", "personId", "kind", "placeCode", "startsOn")
        SELECT '511502', gen_random_uuid(), id, 'GRID_LEAD', "code", '2024-01-01' FROM village)
    INSERT INTO "SubscribeQuota" ("districtId", "personId", "template", "remaining", "updatedAt") SELECT '511502', id, 'due', 10, now() FROM village`);
  const { rows } = await database.query<{ code: string }>(
    `SELECT "code" FROM "Division" WHERE "kind" = 'VILLAGE' AND "inScope" ORDER BY "code"`,
  );
  for (const { code } of rows) desk().standIn.grant(`lead-${code}`, 'template-due', 10);
  return rows.map(({ code }) => code);
}

/** Does `work` for each item, `together` at a time. */
export async function inTurns<T>(
  items: readonly T[],
  together: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: together }, worker));
}

/** Waits until `isSo`, asking ten times a second. Throws with `what` after `withinMs`. */
export async function until(what: string, isSo: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
