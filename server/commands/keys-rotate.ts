import { parseArgs } from 'node:util';
import pg from 'pg';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';
import { addKey } from '../kernel/sealing/key-ring';
import { keysOf, openKeys } from '../kernel/sealing/open';
import { reseal, unsealedCount } from '../kernel/sealing/reseal';
import { ringSeenMs, sealedPrefix } from '../kernel/sealing/vault';

/** Passes over the tables until nothing is left; running desks may still write under the old key for a moment. */
const mostPasses = 10;

/**
 * `npm run keys:rotate`: a new key seals from now on, and everything sealed before is sealed anew, while desks run. `-- --resume` goes on with a
 * rotation that was broken off, without another key. Old keys stay in the ring for backups made before.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { resume: { type: 'boolean', default: false } } });
  const env = readEnv();
  openKeys(env);
  const { file, service } = keysOf(env);
  if (!values.resume) process.stdout.write(`新密钥 ${addKey(file, service, env.FIELD_CIPHER, new Date())}\n`);
  const keyId = openKeys(env).keyId();
  const prefix = sealedPrefix(keyId);
  const embedded = env.DATABASE_URL ? undefined : await startEmbeddedPostgres(env.DATA_DIR);
  const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk'));
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const said = (model: string, rows: number) => process.stdout.write(`${model} ${rows} 行\n`);
    let left = 1;
    for (let pass = 0; left > 0 && pass < mostPasses; pass += 1) {
      await reseal(pool, prefix, said);
      // Running desks see the new key within this time; what they wrote before is for the next pass.
      if (pass === 0) await new Promise((resolve) => setTimeout(resolve, 2 * ringSeenMs));
      left = await unsealedCount(pool, prefix);
    }
    if (left > 0) throw new Error(`还有 ${left} 行没有换成 ${keyId}，请再运行一次 npm run keys:rotate -- --resume`);
    process.stdout.write(`全部用 ${keyId} 封好了\n`);
  } finally {
    await pool.end();
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
