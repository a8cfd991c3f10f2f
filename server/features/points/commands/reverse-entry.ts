import { v7 as uuid } from 'uuid';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { append, type Booked } from './book-entry';

/**
 * Takes an entry back by its opposite (冲正); the entry itself stays as it is. Once an entry. Throws not_found, points_already_reversed,
 * points_not_enough when what was given has been spent.
 */
export async function reverseEntry(
  ctx: Ctx,
  { entryId, text, reviewerId }: { entryId: string; text: string; reviewerId?: string | null },
): Promise<Booked> {
  const { db, districtId } = ctx;
  const entry = await db.pointsEntry.findUnique({ where: { districtId_id: { districtId, id: entryId } } });
  if (!entry) throw new AppError('not_found');
  const earlier = await db.pointsEntry.findFirst({ where: { districtId, reversesId: entryId }, select: { id: true } });
  if (earlier || entry.kind === 'REVERSAL') throw new AppError('points_already_reversed');
  const { accountId, counterId, villageCode, ruleItemId } = entry;
  return append(ctx, {
    ...{ id: uuid(), accountId, counterId, villageCode, ruleItemId, kind: 'REVERSAL', delta: -entry.delta, text },
    ...{ source: `reversal:${entryId}`, reversesId: entryId, at: ctx.now, actorId: ctx.actor.id },
    reviewerId: reviewerId ?? null,
  });
}
