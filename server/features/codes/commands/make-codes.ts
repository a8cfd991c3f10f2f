import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { placeCode } from '#shared/domain/codes/place-code';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { mayPrintFor, mustPrint } from '../policy';
import { presentSubject } from '../present';
import { codesInUse } from '../queries';
import { subjectsOf } from '../subjects';

/** Makes the codes that are missing; a subject that has one keeps it, also when two people make it at once. Throws forbidden, not_found. */
export async function makeCodes(ctx: Ctx, { kind, subjectIds }: Parsed<'codes.make'>): Promise<Output<'codes.make'>> {
  const { db, districtId, actor, now, emit } = ctx;
  mustPrint(actor);
  const world = await worldOf(db);
  const mayPrint = mayPrintFor(actor, world);
  const wanted = [...new Set(subjectIds)];
  const subjects = (await subjectsOf(ctx, world, kind, wanted)).filter(({ placeCode: place }) => mayPrint(place));
  if (subjects.length < wanted.length) throw new AppError('not_found');
  const had = await codesInUse(ctx, kind, subjects);
  const { count } = await db.qrCode.createMany({
    data: subjects
      .filter(({ subjectId }) => !had.has(subjectId))
      .map(({ subjectId }) => ({
        ...{ districtId, id: uuid(), kind, subjectId, madeById: actor.id, madeAt: now, nextAt: now },
        code: placeCode(randomBytes(9).toString('hex')),
      })),
    skipDuplicates: true,
  });
  if (count > 0) await emit('codes.made', { kind, count });
  const inUse = await codesInUse(ctx, kind, subjects);
  return { items: subjects.map((subject) => presentSubject(subject, inUse.get(subject.subjectId), now)) };
}
