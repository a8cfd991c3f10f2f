import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import { type Keys, readKeys } from './key-ring';
import type { KeyService } from './key-service';
import { suites } from './suites';

/** Where a sealed value stands; it opens nowhere else. */
export interface Place {
  readonly model: string;
  readonly field: string;
  readonly rowId: string;
}

/** Seals and opens single values and makes blind indexes of them. */
export interface Vault {
  seal(place: Place, text: string): string;
  /** Throws when the value was changed, moved to another place, or sealed with a key that is not in the ring. */
  open(place: Place, sealed: string): string;
  /** A keyed hash by which equal values are found: HMAC-SM3, 128 bits, base64url. */
  index(field: string, text: string): string;
  /** The id of the key that seals now. */
  keyId(): string;
}

/** A running desk takes a new key of the ring after so long. */
export const ringSeenMs = 2000;

const mark = 'e1';

/** Whether a value is a sealed one, by its look. */
export const isSealed = (value: string): boolean => /^e1\.k\d+\.[\w-]+$/.test(value);

/** The beginning of everything that is sealed, for searches. */
export const anySeal = `${mark}.`;

/** The same of one key. */
export const sealedPrefix = (keyId: string): string => `${mark}.${keyId}.`;

/** Opens the ring in `file`. It is looked at again when it has changed, so that a rotation needs no restart. */
export function openVault(file: string, service: KeyService, clock: () => number = Date.now): Vault {
  let seenAt = clock();
  let writtenAt = fs.statSync(file).mtimeMs;
  let keys: Keys = readKeys(file, service);
  const look = () => {
    seenAt = clock();
    const { mtimeMs } = fs.statSync(file);
    if (mtimeMs === writtenAt) return;
    keys = readKeys(file, service);
    writtenAt = mtimeMs;
  };
  const fresh = (): Keys => {
    if (clock() - seenAt >= ringSeenMs) look();
    return keys;
  };
  const aboutOf = ({ model, field, rowId }: Place, keyId: string) =>
    Buffer.from(JSON.stringify([mark, keyId, model, field, rowId]));
  return {
    seal(place, text) {
      const { id, suite, bytes } = fresh().current;
      const sealed = suites[suite].seal(bytes, Buffer.from(text), aboutOf(place, id));
      return `${sealedPrefix(id)}${sealed.toString('base64url')}`;
    },
    open(place, sealed) {
      const [, id = '', body = ''] = sealed.split('.');
      if (!keys.all.has(id)) look();
      const key = keys.all.get(id);
      if (!key) throw new RangeError(`sealed with the unknown key ${id}`);
      return suites[key.suite].open(key.bytes, Buffer.from(body, 'base64url'), aboutOf(place, id)).toString();
    },
    index: (field, text) =>
      createHmac('sm3', keys.index).update(`${field}|${text}`).digest().subarray(0, 16).toString('base64url'),
    keyId: () => fresh().current.id,
  };
}
