import type { Readable } from 'node:stream';

/**
 * Where files lie, in the shape of S3 so that an object store can take the disk's place.
 * A key is lower-case letters, digits, `.`, `_` and `-` in up to 8 parts parted by `/`; no part starts with a dot.
 */
export interface FileStore {
  /** Stores the whole body or nothing; an existing key is replaced. Once it answers `ok`, the bytes survive a power cut. */
  put(key: string, body: Uint8Array | Readable, options: { contentType: string }): Promise<Stored>;
  get(key: string): Promise<({ ok: true; stream: Readable } & FileHead) | Missing>;
  head(key: string): Promise<({ ok: true } & FileHead) | Missing>;
  /** Removing what is not there is fine. */
  remove(key: string): Promise<{ ok: true } | { ok: false; kind: 'bad_key' }>;
}

/** `size` in bytes. */
export interface FileHead {
  size: number;
  contentType: string;
  modifiedAt: Date;
}

export type Stored = { ok: true; size: number } | { ok: false; kind: 'bad_key' | 'no_space' };
export type Missing = { ok: false; kind: 'bad_key' | 'not_found' };

/** Whether a key is safe and portable: it can name nothing outside the store. */
export const isFileKey = (key: string): boolean =>
  key.length <= 200 && /^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*){0,7}$/.test(key);
