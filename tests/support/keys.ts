import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openKeys } from '#server/kernel/sealing/open';

/** Settings of a ring of this worker's own in a temporary folder. */
export const testKeySettings = {
  DATA_DIR: path.join(os.tmpdir(), `desk-test-keys-${process.pid}`),
  FIELD_MASTER_KEY: 'only-for-tests-0123456789-0123456789',
  FIELD_KEY_RING: undefined,
  FIELD_CIPHER: 'sm4-ctr-hmac-sm3',
} as const;

/** Opens keys for this worker; the folder goes with the process. */
export function openTestKeys() {
  process.once('exit', () => fs.rmSync(testKeySettings.DATA_DIR, { recursive: true, force: true }));
  return openKeys(testKeySettings);
}
