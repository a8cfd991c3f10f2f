import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** The name of the list in a backup folder. It is written last: a folder without it is no backup. */
const fileName = 'manifest.json';
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Migrations the database had, the oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      /** SHA-256 of the rows as PostgreSQL's COPY writes them, in the order of the primary key. */
      sha256: Digest,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
  /** Stored files by their path below DATA_DIR/files. */
  files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), sha256: Digest })),
});

/** What a backup holds. */
export type Manifest = z.output<typeof Manifest>;
export type TableDump = Manifest['tables'][number];

export const tableFile = (folder: string, name: string) => path.join(folder, 'tables', `${name}.copy.gz`);
export const storedFile = (folder: string, file: string) => path.join(folder, 'files', file);

export const writeManifest = (folder: string, manifest: Manifest) =>
  fs.writeFile(path.join(folder, fileName), `${JSON.stringify(manifest, undefined, 1)}\n`, { flush: true });

/** Reads the list of a backup. Throws when the folder is none, or was cut off while it was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await fs.readFile(path.join(folder, fileName), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${folder} 不是完整的备份：缺少 ${fileName}`);
  const parsed = Manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${folder} 的 ${fileName} 读不懂`);
  return parsed.data;
}
