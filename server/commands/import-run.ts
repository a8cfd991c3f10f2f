import fs from 'node:fs';
import { reportLines } from '../features/places/importing/report';
import type { ImportCtx, ImportReport } from '../features/places/index';
import { system } from '../kernel/context';
import { openDb } from '../kernel/db';
import { readEnv } from '../kernel/env';
import { emitter } from '../kernel/events';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';
import { migrate } from '../kernel/postgres/migrate';
import { openKeys } from '../kernel/sealing/open';

/** An import may take its time: ten minutes for one transaction. */
const patience = { maxWait: 10_000, timeout: 600_000 };

export const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

/**
 * Runs one import against DATABASE_URL or the embedded database: migrates, opens one transaction, prints progress with numbers and the report.
 * The exit code is 1 when it fails and 2 when lines were rejected. `usage` is shown when a file is missing.
 */
export function runImport(usage: string, work: (ctx: ImportCtx, files: string[]) => Promise<ImportReport>): void {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    process.stderr.write(`用法：${usage}\n`);
    process.exitCode = 1;
    return;
  }
  run(files, work).catch((error: Error & { fields?: Record<string, string> }) => {
    process.stderr.write(`${error.message}${error.fields ? `：${Object.values(error.fields).join('；')}` : ''}\n`);
    process.exitCode = 1;
  });
}

async function run(files: string[], work: (ctx: ImportCtx, files: string[]) => Promise<ImportReport>): Promise<void> {
  const env = readEnv();
  const { DATABASE_URL, DATA_DIR, DISTRICT_ID } = env;
  openKeys(env);
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  const url = DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk'));
  await migrate(url);
  const { prisma, close } = openDb(url, 2);
  try {
    const now = new Date();
    const about = { districtId: DISTRICT_ID, actorId: system.id, requestId: 'import', now };
    const progress = (done: number, total: number) => process.stdout.write(`已处理 ${done}/${total}\n`);
    const report = await prisma.$transaction(
      (db) => work({ db, districtId: DISTRICT_ID, now, emit: emitter(db, about), progress }, files),
      patience,
    );
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
    if (report.rejected.length > 0) process.exitCode = 2;
  } finally {
    await close();
    if (embedded && !embedded.reused) await embedded.stop();
  }
}
