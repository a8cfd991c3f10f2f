import fs from 'node:fs';
import path from 'node:path';
import { importLaws, readLawFolder } from '#server/features/law/index';
import type { Prismas } from '#server/kernel/db';
import { inTransaction } from '#server/kernel/route';
import { importContext } from './reference';

/** Where the statutes lie on a machine of the project. The project itself holds no text of a law. */
const besideProject = path.resolve('../shared/data/laws');

/** Loads the statutes that lie beside the project, when they do and none are loaded. Answers how many versions were written. */
export async function seedLaws(
  prisma: Prismas,
  districtId: string,
  now: Date,
  folder = besideProject,
): Promise<number> {
  if (!fs.existsSync(folder)) return 0;
  if (await prisma.lawVersion.findFirst({ select: { lawId: true } })) return 0;
  const files = readLawFolder(folder);
  const report = await inTransaction(prisma, (db) => importLaws(importContext(db, districtId, now), files));
  return report.written;
}
