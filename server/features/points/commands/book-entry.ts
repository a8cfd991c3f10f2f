import { v7 as uuid } from 'uuid';
import { type EntryKind, movementOf } from '#shared/domain/points/ledger';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { accountOf, villageAccountId } from '../accounts';
import { bodyOf, type Sealed } from '../chain';
import { appendSql, type Placed } from '../sql';

/** One movement of points that has been decided. `points` is whole and positive; the kind says which way it goes. */
export interface Movement {
  readonly householdId: string;
  readonly kind: Exclude<EntryKind, 'REVERSAL'>;
  readonly points: number;
  /** What it comes from, e.g. `claim:<id>`: every source is booked once, whatever happens. */
  readonly source: string;
  /** What people read: 参加院坝清扫 +5. */
  readonly text: string;
  /** The rule of the version in force; none for moves and the shop. */
  readonly ruleItemId?: string | null;
  /** Who has checked it, never who has entered it. */
  readonly reviewerId?: string | null;
}

/** An entry that is in the ledger. */
export type Booked = Placed & { id: string; delta: number };

/**
 * Adds an entry. Throws points_amount_invalid, points_source_used (this source is booked already), points_not_enough, points_account_closed,
 * not_found (no such household).
 */
export async function bookEntry(ctx: Ctx, movement: Movement): Promise<Booked> {
  const { kind, points, householdId, source, text } = movement;
  const moved = movementOf(kind, points);
  if (!moved) throw new AppError('points_amount_invalid');
  if (movement.reviewerId && movement.reviewerId === ctx.actor.id) throw new AppError('points_same_person');
  const account = await accountOf(ctx, householdId);
  return append(ctx, {
    ...{ id: uuid(), accountId: account.id, villageCode: account.villageCode, kind, delta: moved.delta },
    counterId: await villageAccountId(ctx, account.villageCode, moved.counter),
    ...{ source, text, at: ctx.now, actorId: ctx.actor.id },
    ...{ ruleItemId: movement.ruleItemId ?? null, reviewerId: movement.reviewerId ?? null, reversesId: null },
  });
}

/** Writes one entry and says that it is there. */
export async function append(ctx: Ctx, entry: Sealed): Promise<Booked> {
  const [placed] = await ctx.db.$queryRaw<Placed[]>(appendSql(ctx.districtId, entry, bodyOf(entry)));
  if (!placed) throw new AppError('internal');
  await ctx.emit('points.booked', { entryId: entry.id });
  return { id: entry.id, delta: entry.delta, ...placed };
}
