import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate, migrationNames } from '../postgres/migrate';
import { type Manifest, readManifest, storedFile, type TableDump, tableFile } from './manifest';
import { copyIn, copyOut, listOf, type TableShape, tablesInOrder } from './tables';
import { digestOf } from './take-backup';

export interface RestoreOf {
  /** A folder written by takeBackup. */
  source: string;
  /** The address of an empty database. */
  url: string;
  /** Where stored files go; must be missing or empty. */
  filesRoot: string;
  progress?: (done: number, total: number, what: string) => void;
}

/** Facts so young may have been on their way when the backup was taken; they are announced again, and what has happened is not done twice. */
const announcedAgain = '2 days';

/**
 * Brings a backup back into an empty database and an empty folder. Everything is compared with its SHA-256, before it is loaded and after; the rows
 * come in one transaction. Then the migrations that are newer than the backup are applied. Throws without having changed anything when a part is
 * damaged, the place is not empty, or the backup was made by a newer desk.
 */
export async function restoreBackup({ source, url, filesRoot, progress }: RestoreOf): Promise<Manifest> {
  const manifest = await readManifest(source);
  await checkParts(source, manifest);
  await checkEmpty(url, filesRoot);
  const known = new Set(migrationNames());
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`备份来自更新的版本，缺少迁移：${unknown.join('、')}`);

  await migrate(url, manifest.migrations);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN');
    await load(client, source, manifest, progress);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  for (const { path: file } of manifest.files) {
    const target = path.join(filesRoot, file);
    await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await fs.copyFile(storedFile(source, file), target);
  }
  await migrate(url);
  return manifest;
}

/** Every part is there and is what was written. */
async function checkParts(source: string, { tables, files }: Manifest): Promise<void> {
  for (const table of tables) {
    const hash = createHash('sha256');
    const sound = await pipeline(createReadStream(tableFile(source, table.name)), createGunzip(), hash).then(
      () => hash.digest('hex') === table.sha256,
      () => false,
    );
    if (!sound) throw new Error(`备份损坏：表 ${table.name} 和清单不一致`);
  }
  for (const { path: file, sha256 } of files) {
    const found = await digestOf(storedFile(source, file)).catch(() => undefined);
    if (found !== sha256) throw new Error(`备份损坏：文件 ${file} 和清单不一致`);
  }
}

async function checkEmpty(url: string, filesRoot: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1`);
    if (rows.length > 0) throw new Error('目标数据库不是空的，请新建一个再恢复');
  } finally {
    await client.end();
  }
  const stored = await fs.readdir(filesRoot).catch(() => []);
  if (stored.length > 0) throw new Error(`${filesRoot} 不是空的，请换一个文件夹再恢复`);
}

async function load(client: pg.Client, source: string, manifest: Manifest, progress: RestoreOf['progress']) {
  const shapes = await tablesInOrder(client);
  await withoutTriggers(client, shapes, async () => {
    await emptyFilled(client, shapes);
    await loadTables(client, source, manifest, shapes, progress);
  });
  for (const { name, lastValue } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`"${name}"`, lastValue]);
  await client.query(
    `UPDATE "DomainEvent" SET "dispatchedAt" = NULL WHERE "at" > $1::timestamptz - interval '${announcedAgain}'`,
    [manifest.takenAt],
  );
}

/** Chains were written by triggers and lie in the backup; writing them again would give every entry another place. Constraints stay in force. */
async function withoutTriggers(client: pg.Client, shapes: readonly TableShape[], work: () => Promise<void>) {
  for (const { name } of shapes) await client.query(`ALTER TABLE ${listOf([name])} DISABLE TRIGGER USER`);
  await work();
  for (const { name } of shapes) await client.query(`ALTER TABLE ${listOf([name])} ENABLE TRIGGER USER`);
}

async function loadTables(
  client: pg.Client,
  source: string,
  manifest: Manifest,
  shapes: readonly TableShape[],
  progress: RestoreOf['progress'],
) {
  const dumps = new Map(manifest.tables.map((dump) => [dump.name, dump]));
  let done = 0;
  for (const { name, key } of shapes) {
    const dump = dumps.get(name);
    if (!dump) continue;
    await pipeline(createReadStream(tableFile(source, name)), createGunzip(), client.query(copyFrom(copyIn(dump))));
    await checkLoaded(client, dump, key);
    done += 1;
    progress?.(done, manifest.tables.length, name);
  }
}

/** What migrations themselves put into tables is in the backup already. */
async function emptyFilled(client: pg.Client, shapes: readonly TableShape[]): Promise<void> {
  for (const { name } of [...shapes].reverse()) {
    const { rows } = await client.query(`SELECT 1 FROM ${listOf([name])} LIMIT 1`);
    if (rows.length > 0) await client.query(`DELETE FROM ${listOf([name])}`);
  }
}

/** What the database gives back is what was backed up. */
async function checkLoaded(client: pg.Client, { name, columns, sha256 }: TableDump, key: string[]): Promise<void> {
  const hash = createHash('sha256');
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done();
    },
  });
  await pipeline(client.query(copyTo(copyOut({ name, columns, key }))), sink);
  if (hash.digest('hex') !== sha256) throw new Error(`恢复后的表 ${name} 和备份不一致，已全部撤销`);
}
