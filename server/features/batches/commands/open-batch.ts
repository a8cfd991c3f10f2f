import { v7 as uuid } from 'uuid';
import type { PointsBatch } from '#prisma';
import type { Parsed } from '#shared/contract';
import { judgeLines } from '#shared/domain/points/batch';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { mayKeepPoints } from '../../points/index';
import { groundsOf } from '../grounds';
import { readBatch } from '../sheet';

/**
 * Takes a list in to be looked at: every line is kept, with the claim it would become or the reason why not. Nothing is claimed yet. Throws place_unknown,
 * forbidden, points_rules_missing and what `readBatch` throws.
 */
export async function openBatch(ctx: Ctx, input: Parsed<'batches.open'>): Promise<PointsBatch> {
  const { db, districtId, actor, now } = ctx;
  const { villageCode, month, fileName } = input;
  if ((await worldOf(db)).divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  if (!mayKeepPoints(actor, villageCode)) throw new AppError('forbidden');
  const lines = await readBatch(Buffer.from(input.content, 'base64'));
  const judged = judgeLines(lines, await groundsOf(ctx, { villageCode, month }, lines));
  const id = uuid();
  const batch = await db.pointsBatch.create({
    data: { districtId, id, villageCode, month, fileName, byId: actor.id, createdAt: now },
  });
  await db.pointsBatchLine.createMany({
    data: judged.map((one) => {
      const about = { districtId, batchId: id, ...one.line };
      if ('reason' in one) return { ...about, state: 'REJECTED', reason: one.reason };
      const { day, householdId, ruleItemId, points, origin } = one;
      return { ...about, state: 'READY', day, householdId, ruleItemId, points, origin };
    }),
  });
  return batch;
}
