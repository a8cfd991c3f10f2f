import { createHash } from 'node:crypto';
import { suites } from './suites';

/**
 * Keeps the keys' keys: wraps data keys before they are written down and unwraps them again. The desk's own holds its master key in memory; one of a
 * hardware module hands both to the module. It is asked at the start and when a key is new to this process, and may block.
 */
export interface KeyService {
  wrap(keyId: string, key: Buffer): Buffer;
  /** Throws when the bytes were not wrapped under this id by this service. */
  unwrap(keyId: string, wrapped: Buffer): Buffer;
}

/** The service for a desk without a hardware module: AES-256-GCM under a master secret of 32 characters at least. */
export function localKeyService(master: string): KeyService {
  if (master.length < 32) throw new Error('主密钥至少 32 个字符');
  const key = createHash('sha256').update(`field-master|${master}`).digest();
  return {
    wrap: (keyId, data) => suites['aes-256-gcm'].seal(key, data, Buffer.from(keyId)),
    unwrap: (keyId, wrapped) => suites['aes-256-gcm'].open(key, wrapped, Buffer.from(keyId)),
  };
}
