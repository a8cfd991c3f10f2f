import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDb } from '#server/kernel/db';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import { seedReference } from '../../prisma/seed/reference';

const template = 'desk_template';

interface Held {
  stop(): Promise<void>;
}
const held = globalThis as typeof globalThis & { deskPostgres?: Promise<Held> };

/** Jest's globalSetup: one PostgreSQL for all projects (an embedded one, or DATABASE_URL), with one migrated template of the world. */
export default async function setUp(): Promise<void> {
  held.deskPostgres ??= start();
  await held.deskPostgres;
}

async function start(): Promise<Held> {
  const own = process.env.DATABASE_URL ? undefined : await startEmbedded();
  const url = process.env.DATABASE_URL ?? own?.url ?? '';
  const admin = new pg.Client(url);
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^desk_(template|test_)'`,
  );
  for (const { datname } of rows) await admin.query(`drop database "${datname}" with (force)`);
  await admin.end();

  const templateUrl = await ensureDatabase(url, template);
  await migrate(templateUrl);
  const { prisma, close } = openDb(templateUrl, 4);
  await seedReference(prisma, '511502');
  await close();
  process.env.TEST_POSTGRES_URL = url;
  return { stop: async () => own?.stop() };
}

async function startEmbedded(): Promise<Held & { url: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
