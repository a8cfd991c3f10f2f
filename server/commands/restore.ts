import path from 'node:path';
import { restoreBackup } from '../kernel/backup/restore-backup';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';

/** `npm run restore -- folder`: a backup into the empty DATABASE_URL (or an embedded database in a new DATA_DIR) and DATA_DIR/files. */
async function main(): Promise<void> {
  const source = process.argv[2];
  if (!source) throw new Error('用法：DATA_DIR=新文件夹 npm run restore -- 备份文件夹');
  const { DATABASE_URL, DATA_DIR } = readEnv();
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  try {
    const { tables, files, takenAt } = await restoreBackup({
      ...{ source, url: DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk')) },
      filesRoot: path.join(DATA_DIR, 'files'),
      progress: (done, total, what) => process.stdout.write(`\r${what} ${done}/${total}\u001b[K`),
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `\r已恢复 ${takenAt} 的备份：${tables.length} 张表 ${rows} 行，${files.length} 个文件，逐一核对无误\n`,
    );
  } finally {
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
