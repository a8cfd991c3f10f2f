import { v7 as uuid } from 'uuid';
import { type EntryKind, movementOf } from '#shared/domain/points/ledger';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { eventRow } from '../../../kernel/events';
import type { Sql } from '../../../kernel/sql';
import { sidesOf } from '../accounts';
import { bodyOf, type Sealed } from '../chain';
import { mustBeRuled } from '../ruled';
import { appendSql, type Placed } from '../sql';

interface Common {
  readonly householdId: string;
  /** Whole and positive; the kind says which way they go. */
  readonly points: number;
  /** What it comes from, e.g. `claim:<id>`: every source is booked once, whatever happens. */
  readonly source: string;
  /** What people read: 参加院坝清扫 +5. */
  readonly text: string;
  /** Who has entered it, when the desk books later on that person's word; else the caller. */
  readonly actorId?: string;
}

/** Points for a deed, or taken for one: by a rule of the village, entered by one person and checked by another, both of other households. */
export interface Deed extends Common {
  readonly kind: 'AWARD' | 'DEDUCT';
  readonly isBase?: false;
  readonly ruleItemId: string;
  readonly reviewerId: string;
  /** The day on which the rule had to be in force: when the deed was entered. Now, when it is left away. */
  readonly ruledAt?: Date;
}

/** The points every household begins a year with; no rule gives them. */
export interface BasePoints extends Common {
  readonly kind: 'AWARD';
  readonly isBase: true;
  readonly reviewerId?: string;
}

/** The shop, expiry, and moves between villages. */
export interface Transfer extends Common {
  readonly kind: Exclude<EntryKind, 'REVERSAL' | 'AWARD' | 'DEDUCT'>;
  readonly isBase?: false;
  readonly reviewerId?: string | null;
}

/** One movement of points that has been decided. */
export type Movement = Deed | BasePoints | Transfer;

/** What booking stands on: statements alone (decision 014), so hot commands may book too. */
export type Booking = Pick<Ctx, 'districtId' | 'actor' | 'now' | 'requestId'> & { db: Sql };

/** An entry that is in the ledger. */
export type Booked = Placed & { id: string; delta: number };

/**
 * Adds an entry. Throws points_amount_invalid, points_source_used (this source is booked already), points_not_enough, points_account_closed, not_found
 * (no such household), points_same_person; for deeds also points_rule_unknown, points_rule_charter, points_own_claim.
 */
export async function bookEntry(ctx: Booking, movement: Movement): Promise<Booked> {
  const { kind, points, householdId, source, text } = movement;
  const moved = movementOf(kind, points);
  if (!moved) throw new AppError('points_amount_invalid');
  const actorId = movement.actorId ?? ctx.actor.id;
  if (movement.reviewerId && movement.reviewerId === actorId) throw new AppError('points_same_person');
  const sides = await sidesOf(ctx, householdId, moved.counter);
  if (isDeed(movement)) await mustBeRuled(ctx, sides.villageCode, { ...movement, actorId });
  return append(ctx, {
    ...{ id: uuid(), ...sides, kind, delta: moved.delta },
    ...{ source, text, at: ctx.now, actorId, reviewerId: movement.reviewerId ?? null },
    ...{ ruleItemId: isDeed(movement) ? movement.ruleItemId : null, reversesId: null },
  });
}

const isDeed = (movement: Movement): movement is Deed =>
  (movement.kind === 'AWARD' || movement.kind === 'DEDUCT') && !movement.isBase;

/** Writes one entry and says that it is there, in one statement. */
export async function append(ctx: Booking, entry: Sealed): Promise<Booked> {
  const { db, districtId, actor, requestId, now } = ctx;
  const event = eventRow({ districtId, actorId: actor.id, requestId, now }, 'points.booked', { entryId: entry.id });
  const [placed] = await db.$queryRaw<Placed[]>(appendSql(districtId, entry, bodyOf(entry), event));
  if (!placed) throw new AppError('internal');
  return { id: entry.id, delta: entry.delta, ...placed };
}
