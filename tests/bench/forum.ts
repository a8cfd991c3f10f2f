import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { openDb } from '#server/kernel/db';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import { bigramsOf } from '#shared/domain/forum/search';
import { seedReference } from '../../prisma/seed/reference';

/**
 * `npm run bench forum`: the list, a search, a topic, its comments (10,000 of them), a comment and a voice through HTTP, each beside the work of the
 * same tables in raw pg, in two databases of one PostgreSQL: 1,000 topics with 10,000 comments, and 100,000 topics with a million. The calls alternate,
 * so that whatever else the machine does weighs on both. `BENCH_TOPICS` and `BENCH_COMMENTS` take other numbers.
 */
const few = { topics: 1000, comments: 10_000 };
const many = {
  topics: Number(process.env.BENCH_TOPICS ?? 100_000),
  comments: Number(process.env.BENCH_COMMENTS ?? 1_000_000),
};
const rounds = Number(process.env.BENCH_ROUNDS ?? 300);
const districtId = '511502';
const village = '511502101208';
const hotTopic = '01900000-0000-7000-8000-000000000001';
const people = rounds * 2 + 100;
const tokenOf = (index: number) => `bench-token-of-a-resident-${String(index).padStart(6, '0')}`;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const personOf = (index: number) => `01900000-0000-7000-9000-${String(index).padStart(12, '0')}`;

interface Stage {
  pool: pg.Pool;
  process: ChildProcess;
  ask(person: number, name: string, input: object): Promise<{ items?: unknown[]; nextCursor?: string | null }>;
  close(): Promise<void>;
}

const matters = [
  '停车位怎么划',
  '晒坝轮流用',
  '路灯加几盏',
  '垃圾桶往哪里摆',
  '广场舞几点结束',
  '水沟清淤出工',
  '文化活动怎么搞',
];

/** Invents residents who are signed in, and the topic that has ten thousand comments. */
async function inventPeople(pool: pg.Pool): Promise<void> {
  await pool.query(
    `INSERT INTO "Person" ("districtId", "id", "name", "homeVillageCode")
     SELECT $1, ('01900000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, '居民' || n, $2 FROM generate_series(0, $3::int - 1) n`,
    [districtId, village, people],
  );
  const hashes = Array.from({ length: people }, (_, index) => hash(tokenOf(index)));
  await pool.query(
    `INSERT INTO "Session" ("districtId", "id", "tokenHash", "personId", "expiresAt")
     SELECT $1, gen_random_uuid(), t.hash, ('01900000-0000-7000-9000-' || lpad((t.n - 1)::text, 12, '0'))::uuid, now() + interval '1 day'
     FROM unnest($2::text[]) WITH ORDINALITY t(hash, n)`,
    [districtId, hashes],
  );
}

/** Adds topics all over the district, each decided, being done or done, and comments on them. */
async function load(pool: pg.Pool, topics: number, comments: number, isFirst: boolean): Promise<void> {
  const subjects = JSON.stringify(matters.map((title, n) => ({ n, title, grams: bigramsOf(title) })));
  await pool.query(
    `INSERT INTO "Topic" ("districtId", "id", "no", "level", "status", "phase", "title", "body", "checkState", "grams", "townCode", "villageCode", "place",
       "authorId", "threshold", "ownerUnit", "raisedAt", "stageSince", "activeAt", "commentCount")
     SELECT $1, CASE WHEN $3::boolean AND i = 0 THEN $4::uuid ELSE gen_random_uuid() END, 'B' || $2::text || '-' || i, 'VILLAGE',
       CASE i % 10 WHEN 0 THEN 'DISCUSS' WHEN 1 THEN 'CARRY_OUT' ELSE 'DONE' END::"TopicStatus",
       CASE i % 10 WHEN 0 THEN 'DECIDING' WHEN 1 THEN 'DOING' ELSE 'ENDED' END::"TopicPhase",
       s.title || i, '大家的事大家商量，' || s.title, 'PASSED', s.grams, v."parentCode", v."code", '', $5::uuid, 10, v."code",
       now() - i * interval '7 minutes', now(), now() - i * interval '7 minutes', $8::int
     FROM generate_series(0, $2::int - 1) i
     JOIN jsonb_to_recordset($6::jsonb) AS s(n int, title text, grams text[]) ON s.n = i % 7
     JOIN (SELECT "code", "parentCode", row_number() OVER (ORDER BY "code" <> $7, "code") - 1 AS n, count(*) OVER () AS total
       FROM "Division" WHERE "kind" = 'VILLAGE' AND "inScope") v ON v.n = i % v.total`,
    [
      districtId,
      topics,
      isFirst,
      hotTopic,
      personOf(0),
      subjects,
      village,
      isFirst ? 0 : Math.floor(comments / topics),
    ],
  );
  await pool.query(
    `INSERT INTO "TopicComment" ("districtId", "id", "topicId", "authorId", "villageCode", "body", "checkState", "at")
     SELECT $1, gen_random_uuid(), ${isFirst ? '$4::uuid' : 't."id"'}, ('01900000-0000-7000-9000-' || lpad((i % 90)::text, 12, '0'))::uuid, $2,
       '我赞成，早就该这样了，定了就要有人管。' || i, 'PASSED', now() - i * interval '10 seconds'
     FROM generate_series(1, $3::int) i ${isFirst ? 'WHERE $5::int > 0' : 'JOIN (SELECT "id", row_number() OVER () - 1 AS n FROM "Topic" WHERE "id" <> $4::uuid) t ON t.n = i % $5::int'}`,
    [districtId, village, comments, hotTopic, topics],
  );
  if (isFirst) await pool.query(`UPDATE "Topic" SET "commentCount" = $1 WHERE "id" = $2`, [comments, hotTopic]);
  for (const table of ['Topic', 'TopicComment', 'Person', 'Session']) await pool.query(`VACUUM ANALYZE "${table}"`);
}

async function openStage(url: string, files: string): Promise<Stage> {
  const { pool, close } = openDb(url, 4);
  const child = fork(path.join(__dirname, 'chat-desk.ts'), [url, files], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const { ready } = await new Promise<{ ready: number }>((resolve) => child.once('message', resolve));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    pool,
    process: child,
    close,
    ask: (person, name, input) => post(agent, ready, tokenOf(person), name, input),
  };
}

function post(agent: http.Agent, port: number, token: string, name: string, input: object): ReturnType<Stage['ask']> {
  const payload = JSON.stringify(input);
  const headers = {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) },
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const options = { agent, port, host: '127.0.0.1', method: 'POST', path: `/api/${name}`, headers };
    const request = http.request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${name} answered ${response.statusCode} ${text}`));
      });
    });
    request.on('error', reject);
    request.end(payload);
  });
}

type Work = (round: number) => Promise<unknown>;

const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** Runs the works of both sizes in turns and prints p50 and p99 (ms) and how the medians compare. Answers whether the growth is small enough. */
async function compare(name: string, works: readonly [Work, Work]): Promise<boolean> {
  const taken: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 30; round += 1)
    for (const which of [0, 1] as const) {
      const start = performance.now();
      await works[which](round);
      if (round >= 30) taken[which].push(performance.now() - start);
    }
  const [small, large] = taken.map((times) => `${at(times, 0.5).toFixed(2)} / ${at(times, 0.99).toFixed(2)}`);
  const growth = at(taken[1], 0.5) / at(taken[0], 0.5);
  process.stdout.write(`${name.padEnd(24)} ${small?.padEnd(14)} ${large?.padEnd(14)} ${growth.toFixed(2)} times\n`);
  return growth <= 1.5;
}

const topicsSql = `SELECT * FROM "Topic" WHERE "districtId" = $1 AND "villageCode" = $2 AND "phase" = 'DECIDING' AND "checkState" = 'PASSED'
  ORDER BY "activeAt" DESC, "id" DESC LIMIT 21`;
const commentsSql = `SELECT * FROM "TopicComment" WHERE "districtId" = $1 AND "topicId" = $2 AND "rootId" IS NULL AND "checkState" = 'PASSED'
  ORDER BY "at" DESC, "id" DESC LIMIT 21`;

/** One transaction of raw pg on one connection. */
async function raw(pool: pg.Pool, statements: readonly (readonly [string, readonly unknown[]])[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const [text, values] of statements)
      await client.query({ name: hash(text).slice(0, 20), text, values: [...values] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const eventSql = `INSERT INTO "DomainEvent" ("districtId", "id", "name", "payload", "actorId", "at") VALUES ($1, $2, $3, '{}', $4, now())`;
const event = (name: string, person: number) => [eventSql, [districtId, uuid(), name, personOf(person)]] as const;
const rawComment = (pool: pg.Pool, person: number) =>
  raw(pool, [
    [
      `INSERT INTO "TopicComment" ("districtId", "id", "topicId", "authorId", "villageCode", "body", "at") VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [districtId, uuid(), hotTopic, personOf(person), village, '我也说一句。'],
    ],
    event('forum.textPosted', person),
  ]);
const rawVoice = (pool: pg.Pool, person: number) =>
  raw(pool, [
    [`SELECT 1 FROM "Topic" WHERE "districtId" = $1 AND "id" = $2 FOR NO KEY UPDATE`, [districtId, hotTopic]],
    [
      `INSERT INTO "TopicSupport" ("districtId", "topicId", "personId", "villageCode", "at") VALUES ($1, $2, $3, $4, now())`,
      [districtId, hotTopic, personOf(person), village],
    ],
    [
      `UPDATE "Topic" SET "supportCount" = "supportCount" + 1, "householdCount" = "householdCount" + 1 WHERE "districtId" = $1 AND "id" = $2`,
      [districtId, hotTopic],
    ],
    event('topic.supported', person),
  ]);

async function measure(stages: readonly [Stage, Stage]): Promise<boolean> {
  const both = (work: (stage: Stage, round: number) => Promise<unknown>): [Work, Work] => [
    (round) => work(stages[0], round),
    (round) => work(stages[1], round),
  ];
  const deep = await Promise.all(
    stages.map(async (stage) => {
      let cursor: string | undefined;
      for (let page = 0; page < 90; page += 1) {
        const answer = await stage.ask(0, 'forum.comments', {
          topicId: hotTopic,
          limit: 100,
          ...(cursor && { cursor }),
        });
        cursor = answer.nextCursor ?? undefined;
      }
      return cursor;
    }),
  );
  const deepOf = (stage: Stage) => deep[stages.indexOf(stage)];
  process.stdout.write(`p50 / p99 in ms of ${rounds} calls with ${few.comments} comments, and with ${many.comments}\n`);
  const lines: [string, [Work, Work]][] = [
    ['list', both((stage) => stage.ask(1, 'forum.list', { limit: 20 }))],
    ['list, raw', both((stage) => stage.pool.query({ name: 'list', text: topicsSql, values: [districtId, village] }))],
    ['search', both((stage) => stage.ask(1, 'forum.list', { limit: 20, search: '停车位怎么划12' }))],
    ['topic', both((stage) => stage.ask(1, 'forum.get', { id: hotTopic }))],
    ['comments, first page', both((stage) => stage.ask(1, 'forum.comments', { topicId: hotTopic, limit: 20 }))],
    [
      'comments, after 9,000',
      both((stage) => stage.ask(1, 'forum.comments', { topicId: hotTopic, limit: 20, cursor: deepOf(stage) })),
    ],
    [
      'comments, raw',
      both((stage) => stage.pool.query({ name: 'say', text: commentsSql, values: [districtId, hotTopic] })),
    ],
    [
      'comment',
      both((stage, round) => stage.ask(round % 90, 'forum.comment', { topicId: hotTopic, body: '我也说一句。' })),
    ],
    ['comment, raw', both((stage, round) => rawComment(stage.pool, round % 90))],
    ['support', both((stage, round) => stage.ask(round + 1, 'forum.support', { id: hotTopic }))],
    ['support, raw', both((stage, round) => rawVoice(stage.pool, rounds + 40 + round))],
  ];
  let isGood = true;
  // How pg alone grows is printed beside it; what counts is the desk.
  for (const [name, works] of lines) {
    const isSteady = await compare(name, works);
    if (!name.endsWith('raw')) isGood = isSteady && isGood;
  }
  return isGood;
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  const stages: Stage[] = [];
  const patience = { connect: 5000, answer: 900_000, statement: 900_000 };
  try {
    const smallUrl = await ensureDatabase(server.url, 'bench_few');
    await migrate(smallUrl);
    const small = openDb(smallUrl, 1, patience);
    await seedReference(small.prisma, districtId);
    await inventPeople(small.pool);
    await load(small.pool, few.topics, few.comments, true);
    await small.close();
    const admin = openDb(server.url, 1);
    await admin.pool.query('CREATE DATABASE bench_many TEMPLATE bench_few');
    await admin.close();
    const largeUrl = await ensureDatabase(server.url, 'bench_many');
    const large = openDb(largeUrl, 1, patience);
    const start = performance.now();
    await load(large.pool, many.topics - few.topics, many.comments - few.comments, false);
    await large.close();
    process.stdout.write(`loaded in ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
    const files = path.join(folder, 'files');
    const pair = [await openStage(smallUrl, files), await openStage(largeUrl, files)] as const;
    stages.push(...pair);
    const isGood = await measure(pair);
    process.stdout.write(isGood ? 'growth ≤ 1.5 everywhere\n' : 'somewhere it grows by more than 1.5\n');
    if (!isGood) process.exitCode = 1;
  } finally {
    for (const stage of stages) {
      stage.process.kill('SIGKILL');
      await stage.close();
    }
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

void main();
