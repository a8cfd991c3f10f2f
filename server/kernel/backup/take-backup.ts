import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Manifest, storedFile, type TableDump, tableFile, writeManifest } from './manifest';
import { copyOut, type TableShape, tablesInOrder } from './tables';

export interface BackupOf {
  /** The database's address. */
  url: string;
  /** The folder of stored files (DATA_DIR/files). */
  filesRoot: string;
  /** The folder to make; it must not exist. */
  target: string;
  now: Date;
  /** Told after each table and file: how much is done of how much. */
  progress?: (done: number, total: number, what: string) => void;
}

/**
 * Writes the whole desk into a folder while it runs: all tables as of one moment, then the stored files, each with its SHA-256. Until all of it is
 * there the folder is called `<target>.partial`. Throws when `target` exists or the disk is full.
 */
export async function takeBackup({ url, filesRoot, target, now, progress }: BackupOf): Promise<Manifest> {
  if (await fs.stat(target).catch(() => undefined)) throw new Error(`${target} 已经存在，请换一个文件夹`);
  const partial = `${target}.partial`;
  await fs.rm(partial, { recursive: true, force: true });
  await fs.mkdir(path.join(partial, 'tables'), { recursive: true });
  const dumped = await dumpDatabase(url, partial, progress);
  // After the rows: a file is stored before the row that names it, so none of them can be missing.
  const files = await copyFiles(filesRoot, partial, progress);
  const manifest: Manifest = { format: 1, takenAt: now.toISOString(), ...dumped, files };
  await writeManifest(partial, manifest);
  await fs.rename(partial, target);
  return manifest;
}

async function dumpDatabase(
  url: string,
  folder: string,
  progress: BackupOf['progress'],
): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences'>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const shapes = await tablesInOrder(client);
    const { rows: migrations } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
    );
    const { rows: sequences } = await client.query<{ name: string; lastValue: string }>(
      `SELECT sequencename AS name, last_value::text AS "lastValue" FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
    );
    const tables: TableDump[] = [];
    for (const shape of shapes) {
      tables.push(await dumpTable(client, shape, folder));
      progress?.(tables.length, shapes.length, shape.name);
    }
    await client.query('COMMIT');
    return { migrations: migrations.map(({ name }) => name), tables, sequences };
  } finally {
    await client.end();
  }
}

async function dumpTable(client: pg.Client, shape: TableShape, folder: string): Promise<TableDump> {
  const hash = createHash('sha256');
  let rows = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      // COPY escapes line breaks inside values, so each one ends a row.
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(undefined, chunk);
    },
  });
  const file = createWriteStream(tableFile(folder, shape.name), { flush: true });
  await pipeline(client.query(copyTo(copyOut(shape))), count, createGzip({ level: 6 }), file);
  return { name: shape.name, columns: shape.columns, rows, sha256: hash.digest('hex') };
}

async function copyFiles(root: string, folder: string, progress: BackupOf['progress']): Promise<Manifest['files']> {
  const paths = await storedPaths(root);
  const files: Manifest['files'] = [];
  for (const file of paths) {
    const target = storedFile(folder, file);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.copyFile(path.join(root, file), target);
    files.push({ path: file, size: (await fs.stat(target)).size, sha256: await digestOf(target) });
    progress?.(files.length, paths.length, 'files');
  }
  return files;
}

/** What is stored, without what is still being written. A folder that does not exist holds nothing. */
async function storedPaths(root: string): Promise<string[]> {
  const entries = await fs.readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('unfinished/'))
    .sort();
}

/** SHA-256 of a file, hex. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
