import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { v7 as uuid } from 'uuid';
import { workOut } from '#server/features/deliberation/draw-maps';
import { openDb } from '#server/kernel/db';
import { ensureDatabase, startEmbeddedPostgres } from '#server/kernel/postgres/embedded';
import { migrate } from '#server/kernel/postgres/migrate';
import { letterOf } from '#shared/domain/forum/opinions';

/**
 * `npm run bench opinions`: the map of opinions of 5,000 people × 200 statements as the worker draws it, from the rows to the result, beside reading
 * the same rows with `pg` alone; and for how long others in the same process have to wait meanwhile. Expected: 2 s at most.
 */
const people = 5000;
const width = 200;
const camps = 3;
const rounds = 7;
const districtId = '511502';

/** Numbers from 0 to 1 that are the same at each run. */
function createChance(): () => number {
  let state = 511_502;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What one person of a camp answers: a third is not seen, a tenth cannot say, the rest mostly goes with the camp. */
function choicesOf(camp: number, chance: () => number): string {
  const say = (statement: number) => {
    if (chance() < 0.33) return '-';
    if (chance() < 0.1) return letterOf('PASS');
    return letterOf(chance() < (statement % camps === camp ? 0.85 : 0.25) ? 'AGREE' : 'DISAGREE');
  };
  return Array.from({ length: width }, (_, statement) => say(statement)).join('');
}

async function fill(url: string): Promise<string> {
  const { prisma, close } = openDb(url, 1);
  const chance = createChance();
  const [topicId, authorId, at] = [uuid(), uuid(), new Date()];
  await prisma.topic.create({
    data: {
      ...{
        districtId,
        id: topicId,
        no: 'YS1',
        level: 'VILLAGE',
        status: 'DISCUSS',
        title: '停车位',
        body: '停车位怎么划',
      },
      ...{
        checkState: 'PASSED',
        place: '',
        townCode: '511502101000',
        villageCode: '511502101208',
        authorId,
        threshold: 10,
      },
      ...{ ownerUnit: '511502101208', raisedAt: at, stageSince: at, activeAt: at },
    },
  });
  await prisma.opinionStatement.createMany({
    data: Array.from({ length: width }, (_, index) => ({
      ...{
        districtId,
        id: uuid(),
        topicId,
        no: index + 1,
        authorId,
        body: `第 ${index + 1} 句`,
        checkState: 'PASSED' as const,
        at,
      },
    })),
  });
  await prisma.opinionBallot.createMany({
    data: Array.from({ length: people }, (_, index) => ({
      ...{ districtId, topicId, personId: uuid(), householdId: uuid(), at },
      choices: choicesOf(index % camps, chance),
    })),
  });
  await close();
  return topicId;
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres(path.join(folder, 'data'));
  try {
    const url = await ensureDatabase(server.url, 'bench');
    await migrate(url);
    const topicId = await fill(url);
    const { prisma, pool, close } = openDb(url, 2);
    const read = () =>
      pool.query(
        'SELECT "householdId", "choices" FROM "OpinionBallot" WHERE "districtId" = $1 AND "topicId" = $2 ORDER BY "personId"',
        [districtId, topicId],
      );
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const [drawing, reading]: [number[], number[]] = [[], []];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let groups: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let start = performance.now();
      await read();
      reading.push(performance.now() - start);
      delay.enable();
      start = performance.now();
      groups = (await workOut(prisma, { districtId, topicId })).groups.map(({ size }) => size);
      drawing.push(performance.now() - start);
      delay.disable();
    }
    process.stdout.write(
      `${people} people × ${width} statements, groups of ${groups.join(', ')}\n` +
        `map, rows to result  ${median(drawing).toFixed(0)} ms p50, ${Math.max(...drawing).toFixed(0)} ms at most (expected ≤ 2000)\n` +
        `rows with pg alone   ${median(reading).toFixed(0)} ms p50\n` +
        `others wait          ${(delay.max / 1e6).toFixed(0)} ms at most, ${(delay.percentile(99) / 1e6).toFixed(0)} ms p99\n`,
    );
    await close();
    if (Math.max(...drawing) > 2000) process.exitCode = 1;
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

void main();
