import type { Output, Parsed } from '#shared/contract';
import { readPlaceCode } from '#shared/domain/codes/place-code';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { subjectsOf } from '../subjects';

/**
 * What a scanned code stands for and where it leads. The check sign is looked at before the database is asked. Throws code_invalid, code_unknown,
 * code_retired (also when its advisor has left or its meeting is over).
 */
export async function openCode(ctx: Ctx, { code: scanned }: Parsed<'codes.open'>): Promise<Output<'codes.open'>> {
  const { db, districtId } = ctx;
  const code = readPlaceCode(scanned);
  if (!code) throw new AppError('code_invalid');
  const row = await db.qrCode.findUnique({ where: { districtId_code: { districtId, code } } });
  if (!row) throw new AppError('code_unknown');
  const world = await worldOf(db);
  const [subject] = row.retiredAt ? [] : await subjectsOf(ctx, world, row.kind, [row.subjectId]);
  if (!subject) throw new AppError('code_retired');
  await db.qrCode.updateMany({ where: { districtId, id: row.id }, data: { opened: { increment: 1 } } });
  const { name, detail, villageCode = null, gridCode = null, landmark = null } = subject;
  return {
    ...{ kind: row.kind, name, detail, villageCode, gridCode, landmark },
    advisorId: row.kind === 'ADVISOR' ? subject.subjectId : null,
    topicId: subject.topicId ?? null,
    signCode: subject.signCode ?? null,
  };
}
