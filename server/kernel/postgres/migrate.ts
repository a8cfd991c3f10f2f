import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { withSchemaEngine } from './schema-engine';

const schemaDir = path.resolve('prisma/schema');
const migrationsDir = path.resolve('prisma/migrations');
const filters = { externalTables: [], externalEnums: [] };
/** One key for "somebody is migrating": instances that start together wait for each other. */
const migrationLock = 5_115_020_001;

const schemaFiles = () =>
  fs
    .readdirSync(schemaDir)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: path.join(schemaDir, name),
      content: fs.readFileSync(path.join(schemaDir, name), 'utf8'),
    }));

/** The migrations of this version of the desk, the oldest first. */
export const migrationNames = (): string[] =>
  fs
    .readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

const scriptOf = (name: string) => fs.readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8');

const migrationsList = (names: readonly string[] = migrationNames()) => ({
  baseDir: migrationsDir,
  shadowDbInitScript: '',
  lockfile: {
    path: 'migration_lock.toml',
    content: fs.readFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'utf8'),
  },
  migrationDirectories: names.map((name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: scriptOf(name) } },
  })),
});

/** Names of migrations in the folder that the database at `url` has not finished, oldest first. */
export async function pendingMigrations(client: {
  query(sql: string): Promise<{ rows: { name: string; checksum: string }[] }>;
}): Promise<string[]> {
  const { rows } = await client
    .query(
      'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    .catch((error: { code?: string }) => {
      if (error.code === '42P01') return { rows: [] };
      throw error;
    });
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return migrationNames().filter(
    (name) => applied.get(name) !== createHash('sha256').update(scriptOf(name)).digest('hex'),
  );
}

/**
 * Applies what is pending (of `names` only, where a backup wants its own schema), under an advisory lock so that two instances may start at once.
 * Returns the names applied. Throws when a script fails or an applied script was edited afterwards.
 */
export async function migrate(url: string, names?: readonly string[]): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    if ((await pendingMigrations(client)).length === 0) return [];
    await forgetUnfinished(client);
    return await withSchemaEngine(url, schemaFiles(), async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationsList(names),
        filters,
      });
      return appliedMigrationNames;
    });
  } finally {
    await client.end();
  }
}

/** A script is one transaction with its mark of being finished: one without the mark has left nothing behind and may run again. */
async function forgetUnfinished(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as known`,
  );
  if (rows[0]?.known)
    await client.query(
      'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
    );
}

/** The SQL that leads from the migrations to the schema; empty when they agree. Uses a shadow database beside `url`. */
export function schemaDrift(url: string): Promise<string> {
  const from = { tag: 'migrations', ...migrationsList() };
  const to = { tag: 'schemaDatamodel', files: schemaFiles() };
  return withSchemaEngine(url, schemaFiles(), async (engine) => {
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
    return (stdout ?? '').replaceAll('-- This is an empty migration.', '').trim();
  });
}
