import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import type { World } from '#server/features/places/index';
import { placeCode } from '#shared/domain/codes/place-code';
import { story } from './people';

/** Printed codes of the story's village and its grids, some of them scanned already; the pictures are drawn once the desk runs. */
export function inventCodes(world: World, now: Date, madeById: string): Prisma.QrCodeCreateManyInput[] {
  const madeAt = new Date(now.getTime() - 12 * 86_400_000);
  const code = (kind: 'GRID' | 'VILLAGE', subjectId: string, opened: number) => ({
    ...{ districtId: world.districtId, id: uuid(), kind, subjectId, madeById, madeAt, opened, tries: 0, nextAt: now },
    code: placeCode(createHash('sha256').update(`demo ${kind} ${subjectId}`).digest('hex')),
  });
  const grids = world.gridsOf(story.village).map((grid, index) => code('GRID', grid.code, (index * 7) % 12));
  return [code('VILLAGE', story.village, 23), ...grids];
}
