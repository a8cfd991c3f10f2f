import path from 'node:path';
import { takeBackup } from '../kernel/backup/take-backup';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';

/** `npm run backup -- [folder]`: the database and the stored files into a new folder, by default backups/<time>. The desk may run meanwhile. */
async function main(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = readEnv();
  const now = new Date();
  const target = process.argv[2] ?? path.join('backups', now.toISOString().replace(/[:.]/g, '-'));
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  try {
    const { tables, files } = await takeBackup({
      ...{ url: DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk')), now, target },
      filesRoot: path.join(DATA_DIR, 'files'),
      progress: (done, total, what) => process.stdout.write(`\r${what} ${done}/${total}\u001b[K`),
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`\r已备份到 ${target}：${tables.length} 张表 ${rows} 行，${files.length} 个文件\n`);
  } finally {
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
