import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';
import { migrate } from '../kernel/postgres/migrate';

/** `npm run db:migrate`: applies pending migrations to DATABASE_URL, or to the embedded database in DATA_DIR. */
async function main(): Promise<void> {
  const embedded = process.env.DATABASE_URL ? undefined : await startEmbeddedPostgres(process.env.DATA_DIR ?? 'data');
  try {
    const applied = await migrate(process.env.DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk')));
    process.stdout.write(applied.length > 0 ? `已应用：${applied.join(', ')}\n` : '没有待应用的迁移\n');
  } finally {
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
