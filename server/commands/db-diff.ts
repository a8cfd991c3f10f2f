import fs from 'node:fs';
import path from 'node:path';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';
import { schemaDrift } from '../kernel/postgres/migrate';

/** `npm run db:diff -- <name>`: writes the migration that leads from the migrations to the schema, for review. */
async function main(): Promise<void> {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('用法：npm run db:diff -- <小写名字>');
  const embedded = process.env.DATABASE_URL ? undefined : await startEmbeddedPostgres(process.env.DATA_DIR ?? 'data');
  try {
    const url = process.env.DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk'));
    const sql = await schemaDrift(url);
    if (!sql) return void process.stdout.write('没有变化\n');
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = path.resolve('prisma/migrations', `${stamp}_${name}`);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`);
    process.stdout.write(`已写入 ${path.relative('.', folder)}/migration.sql，请检查\n`);
  } finally {
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
