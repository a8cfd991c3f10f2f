import fs from 'node:fs';
import path from 'node:path';
import { headFiles, readHeads, writeHeads } from '../features/points/head-files';
import { headsNow, verifyLedger } from '../features/points/index';
import { openDb } from '../kernel/db';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';

/**
 * `npm run points:verify`: checks the whole ledger against itself and against the heads exported before (DATA_DIR/points-heads, or the folder
 * given); `-- --export` writes today's heads after a clean check. The exit code is 1 when something is wrong.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, DATA_DIR, DISTRICT_ID } = readEnv();
  const args = process.argv.slice(2);
  const folder = args.find((arg) => !arg.startsWith('--')) ?? path.join(DATA_DIR, 'points-heads');
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  const { prisma, close } = openDb(DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk')), 2);
  try {
    const asking = { db: prisma, districtId: DISTRICT_ID };
    const files = headFiles(folder);
    const started = performance.now();
    const { entries, accounts, problem } = await verifyLedger(asking, files.flatMap(readHeads), (done) =>
      process.stdout.write(`\r已核对 ${done} 笔`),
    );
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(
      `\r核对了 ${accounts} 户 ${entries} 笔，对照 ${files.length} 份导出的链头，${seconds.toFixed(1)} 秒\n`,
    );
    if (problem) throw new Error(problem);
    if (args.includes('--export')) {
      fs.mkdirSync(folder, { recursive: true });
      process.stdout.write(`链头已写到 ${writeHeads(folder, new Date(), await headsNow(asking))}\n`);
    }
    process.stdout.write('没有发现改动\n');
  } finally {
    await close();
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
