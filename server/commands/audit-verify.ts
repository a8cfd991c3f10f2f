import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { verifyAudit } from '../kernel/audit';
import { openDb } from '../kernel/db';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';

const Marks = z.array(z.object({ seq: z.int(), hash: z.string() }));

/**
 * `npm run audit:verify`: checks the whole audit log against itself and against the ends noted before (DATA_DIR/audit-marks.json, or the file given);
 * `-- --export` notes today's end after a clean check. Keep the file apart from the database. The exit code is 1 when something is wrong.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, DATA_DIR, DISTRICT_ID } = readEnv();
  const args = process.argv.slice(2);
  const file = args.find((arg) => !arg.startsWith('--')) ?? path.join(DATA_DIR, 'audit-marks.json');
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  const { prisma, close } = openDb(DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk')), 2);
  try {
    const marks = fs.existsSync(file) ? Marks.parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : [];
    const { entries, head, problem } = await verifyAudit({ db: prisma, districtId: DISTRICT_ID }, marks);
    process.stdout.write(`核对了 ${entries} 条审计记录，对照 ${marks.length} 个以前记下的链尾\n`);
    if (problem) throw new Error(problem);
    if (args.includes('--export') && head.seq > 0) {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, JSON.stringify([...marks, head]));
      process.stdout.write(`链尾第 ${head.seq} 条已记到 ${file}\n`);
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
