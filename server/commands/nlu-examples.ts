import fs from 'node:fs';
import { acceptedLines } from '../features/learning/index';
import { openDb } from '../kernel/db';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';

/** `npm run nlu:examples -- file.tsv`: writes the accepted sentences as a corpus file, for `npm run nlu:train -- --with file.tsv`. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('用法：npm run nlu:examples -- 文件.tsv');
  const { DATABASE_URL, DATA_DIR, DISTRICT_ID } = readEnv();
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  const { prisma, close } = openDb(DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk')), 2);
  try {
    const lines = await acceptedLines({ db: prisma, districtId: DISTRICT_ID });
    fs.writeFileSync(file, `# 采用的例句\n${lines.join('\n')}\n`);
    process.stdout.write(`${lines.length} 句写到 ${file}\n`);
  } finally {
    await close();
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
