import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { KeyService } from './key-service';
import { type SuiteName, suites } from './suites';

const Ring = z.strictObject({
  /** The key that seals; the others only open. */
  current: z.string(),
  keys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^k\d+$/),
        suite: z.enum(['aes-256-gcm', 'sm4-ctr-hmac-sm3']),
        wrapped: z.base64(),
        createdAt: z.iso.datetime(),
      }),
    )
    .min(1),
  /** The key of blind indexes. It does not rotate with the others: an index made under another key finds nothing. */
  index: z.base64(),
});
type Ring = z.output<typeof Ring>;

/** A key as it seals and opens. */
export interface DataKey {
  readonly id: string;
  readonly suite: SuiteName;
  readonly bytes: Buffer;
}

/** The keys of a desk, unwrapped. */
export interface Keys {
  readonly current: DataKey;
  readonly all: ReadonlyMap<string, DataKey>;
  readonly index: Buffer;
}

/** Reads the ring file at `file`. Throws when it is damaged or was wrapped by another service. */
export function readKeys(file: string, service: KeyService): Keys {
  const ring = Ring.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  const all = new Map(
    ring.keys.map(({ id, suite, wrapped }) => [
      id,
      { id, suite, bytes: service.unwrap(id, Buffer.from(wrapped, 'base64')) },
    ]),
  );
  const current = all.get(ring.current);
  if (!current) throw new Error(`密钥环里没有 ${ring.current}`);
  return { current, all, index: service.unwrap('index', Buffer.from(ring.index, 'base64')) };
}

/** Writes a ring with one new key unless there is one. Two desks starting at once make one ring. */
export function ensureRing(file: string, service: KeyService, suite: SuiteName, now: Date): void {
  if (fs.existsSync(file)) return;
  const first = newKey('k1', service, suite, now);
  const index = service.wrap('index', randomBytes(32)).toString('base64');
  write(file, { current: first.id, keys: [first], index }, 'new');
}

/** Adds a key that seals from now on and answers with its id; what was sealed before still opens. */
export function addKey(file: string, service: KeyService, suite: SuiteName, now: Date): string {
  const ring = Ring.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  const id = `k${Math.max(...ring.keys.map((key) => Number(key.id.slice(1)))) + 1}`;
  write(file, { ...ring, current: id, keys: [...ring.keys, newKey(id, service, suite, now)] }, 'over');
  return id;
}

const newKey = (id: string, service: KeyService, suite: SuiteName, now: Date): Ring['keys'][number] => ({
  ...{ id, suite, createdAt: now.toISOString() },
  wrapped: service.wrap(id, randomBytes(suites[suite].keyBytes)).toString('base64'),
});

/** Whole or not at all, and readable by the desk alone. */
function write(file: string, ring: Ring, how: 'new' | 'over'): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(ring, null, 1), { mode: 0o600, flush: true });
  if (how === 'over') {
    fs.renameSync(draft, file);
    return;
  }
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft);
  }
}
