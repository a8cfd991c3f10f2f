import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { mayPrintFor, mustPrint } from '../policy';
import { subjectsOf } from '../subjects';

/** Takes a code out of use for good; its subject may get a new one. A code whose subject is over is retired by anybody who prints. Throws not_found. */
export async function retireCode(ctx: Ctx, { id }: Parsed<'codes.retire'>): Promise<{ ok: true }> {
  const { db, districtId, actor, now, emit } = ctx;
  mustPrint(actor);
  const code = await db.qrCode.findFirst({ where: { districtId, id, retiredAt: null } });
  if (!code) throw new AppError('not_found');
  const world = await worldOf(db);
  const [subject] = await subjectsOf(ctx, world, code.kind, [code.subjectId]);
  if (subject && !mayPrintFor(actor, world)(subject.placeCode)) throw new AppError('not_found');
  const { count } = await db.qrCode.updateMany({
    where: { districtId, id, retiredAt: null },
    data: { retiredAt: now, nextAt: null },
  });
  if (count === 0) throw new AppError('not_found');
  await emit('code.retired', { codeId: id });
  return { ok: true };
}
