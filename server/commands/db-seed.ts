import path from 'node:path';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#prisma';
import { seedScale } from '../../prisma/seed/scale';
import { seedDemo, seedReference } from '../../prisma/seed/seed';
import { createDiskStore } from '../gateways/storage/disk';
import { openDb, type Prismas } from '../kernel/db';
import { readEnv } from '../kernel/env';
import { ensureDatabase, startEmbeddedPostgres } from '../kernel/postgres/embedded';
import { migrate } from '../kernel/postgres/migrate';
import { openKeys } from '../kernel/sealing/open';

/**
 * `npm run db:seed`: reference world and demonstration data, each only where there are none yet.
 * `-- --scale 1000000 [--grid 511502101208003]` adds so many tickets for measurements. Not in production.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string' }, grid: { type: 'string' } } });
  const count = Number(values.scale ?? 0);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new Error('用法：npm run db:seed -- [--scale 1000000] [--grid 网格编码]');
  const env = readEnv();
  const { NODE_ENV, DATABASE_URL, DATA_DIR, DISTRICT_ID } = env;
  if (NODE_ENV === 'production') throw new Error('演示数据不能装进生产环境');
  openKeys(env);
  const embedded = DATABASE_URL ? undefined : await startEmbeddedPostgres(DATA_DIR);
  const url = DATABASE_URL ?? (await ensureDatabase(embedded?.url ?? '', 'desk'));
  await migrate(url);
  const { prisma, close } = openDb(url, 4);
  try {
    const store = await createDiskStore({ root: path.join(DATA_DIR, 'files') });
    if (await seedReference(prisma, DISTRICT_ID)) process.stdout.write('已装入区划、网格、部门、分类和日历\n');
    if (await seedDemo(prisma, store, DISTRICT_ID, new Date()))
      process.stdout.write('已装入演示数据（人物虚构，网格为合成）\n');
    const started = performance.now();
    const progress = (done: number, total: number) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`工单 ${done}/${total}，${seconds} 秒\n`);
    };
    if (count > 0) await patiently(url, (patient) => seedScale(patient, { count, gridCode: values.grid, progress }));
  } finally {
    await close();
    if (embedded && !embedded.reused) await embedded.stop();
  }
}

/** A million rows and their indexes outlast the time-outs that requests need. */
async function patiently(url: string, work: (prisma: Prismas) => Promise<void>): Promise<void> {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 1 }) });
  await work(prisma).finally(() => prisma.$disconnect());
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
