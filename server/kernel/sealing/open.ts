import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Env } from '../env';
import { useVault } from './fields';
import { ensureRing } from './key-ring';
import { type KeyService, localKeyService } from './key-service';
import { openVault, type Vault } from './vault';

type Settings = Pick<Env, 'DATA_DIR' | 'FIELD_MASTER_KEY' | 'FIELD_KEY_RING' | 'FIELD_CIPHER'>;

/** Where the ring lies and what wraps its keys. Without FIELD_MASTER_KEY the master key is made at the first start and kept beside the ring. */
export function keysOf(env: Settings): { file: string; service: KeyService } {
  const folder = path.join(env.DATA_DIR, 'keys');
  const file = env.FIELD_KEY_RING ?? path.join(folder, 'ring.json');
  return { file, service: localKeyService(env.FIELD_MASTER_KEY ?? keptMaster(path.join(folder, 'master'))) };
}

/** Opens the desk's keys for this process; makes them at the first start. */
export function openKeys(env: Settings): Vault {
  // Open to pass through: PostgreSQL may run as another user below it. The folder of the keys is closed.
  fs.mkdirSync(env.DATA_DIR, { recursive: true });
  const { file, service } = keysOf(env);
  ensureRing(file, service, env.FIELD_CIPHER, new Date());
  const vault = openVault(file, service);
  useVault(vault);
  return vault;
}

function keptMaster(file: string): string {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8');
}
