import fs from 'node:fs';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { importCalendar } from '#server/features/places/importing/import-calendar';
import { importDivisions } from '#server/features/places/importing/import-divisions';
import { importGrids } from '#server/features/places/importing/import-grids';
import { importCategories, importDepartments } from '#server/features/places/importing/import-tables';
import type { ImportCtx } from '#server/features/places/importing/report';
import { system } from '#server/kernel/context';
import type { Db, Prismas } from '#server/kernel/db';
import { emitter } from '#server/kernel/events';
import { cannedSentences } from './canned';

const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.resolve('prisma/data', name), 'utf8'));

/** Synthetic outlines count from the first day the working calendar has. */
const gridsFrom = '2024-01-01';

/** One transaction for very many rows: a slow machine takes longer for them than a call may. */
export const patiently = <T>(prisma: Prismas, work: (db: Db) => Promise<T>): Promise<T> =>
  prisma.$transaction(work, { maxWait: 30_000, timeout: 120_000 });

/** The context of an import by the desk itself. */
export function importContext(db: Db, districtId: string, now: Date): ImportCtx {
  const about = { districtId, actorId: system.id, requestId: 'import', now };
  return { db, districtId, now, emit: emitter(db, about) };
}

/**
 * Loads the district's reference world in one transaction: divisions, synthetic grids, departments, categories, calendar, canned sentences.
 * Does nothing when a district is there, so what was imported afterwards stays. Answers whether it loaded.
 */
export async function seedReference(prisma: Prismas, districtId: string): Promise<boolean> {
  if (await prisma.division.findFirst({ where: { kind: 'DISTRICT' }, select: { code: true } })) return false;
  await patiently(prisma, async (db) => {
    const ctx = importContext(db, districtId, new Date());
    const outlines = ['cuiping-district.geojson', 'synthetic-towns.geojson', 'synthetic-villages.geojson'].map(read);
    await importDivisions(ctx, read('divisions.json'), outlines);
    await importDepartments(ctx, read('departments.json'));
    await importCategories(ctx, read('categories.json'));
    await importCalendar(ctx, read('work-calendar.json'));
    await importGrids(ctx, read('synthetic-grids.geojson'), { effectiveFrom: gridsFrom });
    await db.cannedSentence.createMany({ data: cannedRows(districtId) });
  });
  return true;
}

const cannedRows = (districtId: string) =>
  cannedSentences.flatMap(([categoryCode, action, texts]) =>
    texts.map((text, position) => ({ districtId, id: uuid(), categoryCode, action, text, position })),
  );
