import type { PointsBatchLine } from '#prisma';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { system } from '../../../kernel/context';
import { translateDatabaseError } from '../../../kernel/db';
import { systemContext } from '../../../kernel/jobs';
import { type Ground, inTransaction } from '../../../kernel/route';
import { fileClaim } from '../../claims/index';

/**
 * Files the next line of a list that was handed in, in a transaction of its own: one that cannot be filed is sent back with its reason and holds up no
 * other, and a desk that dies goes on where it was. Returns whether there was anything to do; call again while there is.
 */
export async function fileNextLine(ground: Ground): Promise<boolean> {
  const { prisma, districtId } = ground;
  const [batch] = await prisma.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "PointsBatch" WHERE "state" = 'RUNNING' AND "districtId" = ${districtId} ORDER BY "confirmedAt" LIMIT 1`;
  if (!batch) return false;
  const run = <T>(work: (ctx: Ctx) => Promise<T>) =>
    inTransaction(prisma, (db) => work(systemContext(ground, db, 'sweep:batches')));
  const next = await prisma.pointsBatchLine.findFirst({
    where: { districtId, batchId: batch.id, state: 'READY' },
    orderBy: { line: 'asc' },
  });
  if (!next) {
    await run((ctx) => finish(ctx, batch.id));
    return true;
  }
  await run((ctx) => file(ctx, next)).catch(async (error: unknown) => {
    const known = error instanceof AppError ? error : translateDatabaseError(error);
    if (!known || known.status >= 500) throw error;
    await run((ctx) => sendBack(ctx, next, known.message));
  });
  return true;
}

/** Another instance may have been faster: the line is taken only while it is ready. */
async function file(ctx: Ctx, { batchId, line }: PointsBatchLine): Promise<void> {
  const { db, districtId } = ctx;
  const [taken] = await db.$queryRaw<{ line: number }[]>`
    SELECT "line" FROM "PointsBatchLine" WHERE "districtId" = ${districtId} AND "batchId" = ${batchId}::uuid AND "line" = ${line} AND "state" = 'READY'
    FOR UPDATE`;
  if (!taken) return;
  const where = { districtId_batchId_line: { districtId, batchId, line } };
  const ready = await db.pointsBatchLine.findUniqueOrThrow({ where, include: { batch: true } });
  const { householdId, ruleItemId, origin, day, note, evidence } = ready;
  if (!householdId || !ruleItemId) throw new AppError('internal');
  const household = await db.household.findUnique({ where: { districtId_id: { districtId, id: householdId } } });
  if (household?.villageCode !== ready.batch.villageCode) throw new AppError('points_foreign_household');
  if (household.closedAt) throw new AppError('points_account_closed');
  const claimId = await fileClaim(
    { ...ctx, actor: { ...system, id: ready.batch.byId } },
    {
      ...{ household, ruleItemId, happenedOn: day, photoIds: [], isRecorded: true, nameShown: false },
      ...{ text: `${note}（凭证：${evidence}）`, origin: origin ?? undefined },
    },
  );
  await db.pointsBatchLine.update({ where, data: { state: 'FILED', claimId }, select: { line: true } });
}

async function sendBack({ db, districtId }: Ctx, { batchId, line }: PointsBatchLine, reason: string): Promise<void> {
  await db.pointsBatchLine.updateMany({
    where: { districtId, batchId, line, state: 'READY' },
    data: { state: 'REJECTED', reason },
  });
}

async function finish({ db, districtId, now, emit }: Ctx, id: string): Promise<void> {
  const { count } = await db.pointsBatch.updateMany({
    where: { districtId, id, state: 'RUNNING', lines: { none: { state: 'READY' } } },
    data: { state: 'DONE', endedAt: now },
  });
  if (count > 0) await emit('batch.done', { batchId: id });
}
