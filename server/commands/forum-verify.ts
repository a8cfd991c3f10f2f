import { parseArgs } from 'node:util';
import { repairCounters, verifyCounters } from '../features/forum/verify';
import { openDb } from '../kernel/db';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';

/** Counting a million rows may take its time. */
const patience = { connect: 5000, answer: 600_000, statement: 600_000 };

/**
 * `npm run forum:verify`: counts voices, households and comments of every topic anew and prints the counters that differ; exit code 2 if there are
 * any. `-- --repair` writes what was counted.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
  const { DATABASE_URL, DATA_DIR, DISTRICT_ID } = readEnv();
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  const url = DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk'));
  const { prisma, close } = openDb(url, 2, patience);
  try {
    const topics = await prisma.topic.count({ where: { districtId: DISTRICT_ID } });
    const wrong = await verifyCounters(prisma, DISTRICT_ID);
    for (const { id, counter, kept, counted } of wrong)
      process.stdout.write(`${id} ${counter}：记的是 ${kept}，数出来是 ${counted}\n`);
    process.stdout.write(`数了 ${topics} 个议题，${wrong.length} 处不一致\n`);
    if (wrong.length > 0 && values.repair) {
      await repairCounters(prisma, DISTRICT_ID, wrong);
      process.stdout.write('已按数出来的改好\n');
    } else if (wrong.length > 0) process.exitCode = 2;
  } finally {
    await close();
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
