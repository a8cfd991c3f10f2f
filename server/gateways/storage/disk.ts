import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type FileHead, type FileStore, isFileKey, type Missing } from './file-store';

export interface DiskOptions {
  /** Folder of the store; made when missing. Holds `files/`, `types/` and `unfinished/`. */
  root: string;
  /** Opens a new file for writing; tests put a full disk in its place. */
  openNew?: (path: string) => Promise<FileHandle>;
}

const noSpace = new Set(['ENOSPC', 'EDQUOT']);
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);
/** Unfinished files older than this belong to nobody any more. */
const abandonedMs = 3_600_000;

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}

/**
 * A store on the local disk. Each file is written beside its place, synced, and renamed into it, so a reader sees the old or the new
 * file and never a part. A full disk is an outcome; other disk errors throw.
 */
export async function createDiskStore({
  root,
  openNew = (path) => open(path, 'wx', 0o600),
}: DiskOptions): Promise<FileStore> {
  const unfinished = join(root, 'unfinished');
  const fileOf = (key: string) => join(root, 'files', key);
  const typeOf = (key: string) => join(root, 'types', key);
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await removeAbandoned(unfinished);

  async function writeWhole(target: string, body: Uint8Array | Readable): Promise<number> {
    const temporary = join(unfinished, randomUUID());
    try {
      const handle = await openNew(temporary);
      try {
        await writeFile(handle, body);
        await handle.sync();
      } finally {
        await handle.close();
      }
      const { size } = await stat(temporary);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(temporary, target);
      await syncFolder(dirname(target));
      return size;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async function headOf(key: string): Promise<({ ok: true } & FileHead) | Missing> {
    if (!isFileKey(key)) return { ok: false, kind: 'bad_key' };
    try {
      const found = await stat(fileOf(key));
      if (!found.isFile()) return { ok: false, kind: 'not_found' };
      const contentType = await readFile(typeOf(key), 'utf8');
      return { ok: true, size: found.size, contentType, modifiedAt: found.mtime };
    } catch (error) {
      if (absent.has(codeOf(error))) return { ok: false, kind: 'not_found' };
      throw error;
    }
  }

  return {
    async put(key, body, { contentType }) {
      if (!isFileKey(key)) return { ok: false, kind: 'bad_key' };
      try {
        await writeWhole(typeOf(key), Buffer.from(contentType));
        return { ok: true, size: await writeWhole(fileOf(key), body) };
      } catch (error) {
        if (noSpace.has(codeOf(error))) return { ok: false, kind: 'no_space' };
        throw error;
      }
    },
    head: headOf,
    async get(key) {
      const head = await headOf(key);
      if (!head.ok) return head;
      const handle = await open(fileOf(key), 'r').catch((error: unknown) => {
        if (absent.has(codeOf(error))) return undefined;
        throw error;
      });
      if (!handle) return { ok: false, kind: 'not_found' };
      const { size } = await handle.stat();
      return { ...head, size, stream: handle.createReadStream() };
    },
    async remove(key) {
      if (!isFileKey(key)) return { ok: false, kind: 'bad_key' };
      await rm(fileOf(key), { force: true });
      await rm(typeOf(key), { force: true });
      return { ok: true };
    },
  };
}
