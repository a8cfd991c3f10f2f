import pg from 'pg';
import { openDb, type Prismas } from '#server/kernel/db';
import { openTestKeys } from './keys';

const reference = [
  'Division',
  'Grid',
  'Department',
  'Category',
  'CalendarYear',
  'CalendarDay',
  'CannedSentence',
  '_prisma_migrations',
];

/** This worker's own database: a clone of the template, real commits, emptied before each test. */
export async function openTestDatabase(): Promise<{
  url: string;
  prisma: Prismas;
  pool: pg.Pool;
  truncate(): Promise<void>;
  close(): Promise<void>;
}> {
  const base = process.env.TEST_POSTGRES_URL;
  if (!base) throw new Error('globalSetup has not run');
  const name = `desk_test_${process.env.JEST_WORKER_ID ?? '1'}`;
  const admin = new pg.Client(base);
  await admin.connect();
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (!rowCount) await admin.query(`create database "${name}" template desk_template`);
  await admin.end();
  const url = new URL(base);
  url.pathname = `/${name}`;
  openTestKeys();
  const { prisma, pool, close } = openDb(url.href, 10);
  const { rows } = await pool.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and not tablename = any($1)`,
    [reference],
  );
  const tables = rows.map(({ tablename }) => `"${tablename}"`).join(', ');
  return {
    url: url.href,
    prisma,
    pool,
    close,
    // The ledger refuses even this, unless its triggers are off; only the owner of the database can do that.
    truncate: async () =>
      void (await pool.query(
        `set session_replication_role = replica; truncate ${tables} cascade; reset session_replication_role`,
      )),
  };
}
