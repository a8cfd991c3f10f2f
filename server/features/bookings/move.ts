import { v7 as uuid } from 'uuid';
import type { Booking, Prisma } from '#prisma';
import { type BookingReason, whyNotBooking } from '#shared/domain/bookings/guards';
import type { BookingAction } from '#shared/domain/bookings/lifecycle';
import { hourMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import { type Actor, type Ctx, holds } from '../../kernel/context';
import { type Ability, may, partyOf, type Subject } from './policy';
import { findBooking, type Loaded } from './queries';

/** A talk may be begun this long before its time. Default, to be confirmed. */
const earlyMs = hourMs;

/** What an ability means to the rules; those without are looked at here. */
const actions: Partial<Record<Ability, BookingAction>> = {
  confirm: 'accept',
  propose: 'propose',
  passOn: 'passOn',
  reschedule: 'reschedule',
  cancel: 'cancel',
  record: 'finish',
  undoNoShow: 'undoNoShow',
  rate: 'rate',
  complain: 'complain',
};

/** Why this cannot be done now, or undefined. `reason` is what was written for it; left out, it is taken to be there. */
export function whyNot(
  actor: Actor,
  ability: Ability,
  booking: Booking & Subject,
  now: Date,
  reason: string | null = '有',
): BookingReason | 'booking_proposal_missing' | undefined {
  const { status, startsAt, endsAt } = booking;
  if (ability === 'answer') return booking.proposedSlotId ? undefined : 'booking_proposal_missing';
  if (ability === 'invite') return isLiving(booking) && now < startsAt ? undefined : 'booking_action_not_allowed';
  if (ability === 'followUp') return status === 'DONE' ? undefined : 'booking_action_not_allowed';
  if (ability === 'addPhotos') return isLiving(booking) ? undefined : 'booking_action_not_allowed';
  if (ability === 'arrive') {
    if (status !== 'CONFIRMED' || booking.arrivedAt) return 'booking_action_not_allowed';
    return now < later(startsAt, -earlyMs) ? 'booking_not_started' : undefined;
  }
  const action = ability === 'noShow' ? 'residentAbsent' : actions[ability];
  if (!action) return 'booking_action_not_allowed';
  if (ability === 'noShow' && booking.arrivedAt) return 'booking_action_not_allowed';
  const isRated = booking.ratedSatisfied !== null;
  return whyNotBooking(action, {
    ...{ status, now, by: partyOf(actor, booking), startsAt, endsAt, reason, hasRecord: true, isRated },
  });
}

const isLiving = ({ status }: Pick<Booking, 'status'>) => status === 'REQUESTED' || status === 'CONFIRMED';

/** Everything this actor may do to this booking now. */
export const abilitiesOf = (actor: Actor, booking: Booking & Subject, now: Date): Ability[] =>
  abilities.filter((ability) => may(actor, ability, booking) && !whyNot(actor, ability, booking, now));

const abilities: readonly Ability[] = [
  ...(['confirm', 'propose', 'answer', 'passOn', 'invite', 'reschedule', 'cancel'] as const),
  ...(['arrive', 'record', 'noShow', 'undoNoShow', 'rate', 'complain', 'followUp', 'addPhotos'] as const),
];

/**
 * The start of every action: the booking is seen (else not_found), the actor has the right (else forbidden), looks at the newest version (else
 * stale_version), and the life of the booking allows it (else the named reason).
 */
export async function begin(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  ability: Ability,
  reason?: string,
): Promise<Loaded> {
  const booking = await findBooking(ctx, id);
  if (!may(ctx.actor, ability, booking)) throw new AppError('forbidden');
  if (booking.version !== version) throw new AppError('stale_version');
  const refusal = whyNot(ctx.actor, ability, booking, ctx.now, reason);
  if (refusal) throw new AppError(refusal);
  return booking;
}

/** What an action writes: columns, and the line of the time line. */
export interface Move {
  readonly action: string;
  readonly data?: Prisma.BookingUncheckedUpdateManyInput;
  readonly text: string;
  readonly note?: string | null | undefined;
  readonly forBureau?: boolean;
}

/** The end of every action: a guarded write (stale_version if somebody was faster), the line, and the fact `booking.moved`. */
export async function move(ctx: Ctx, booking: Loaded, change: Move): Promise<string> {
  const { count } = await ctx.db.booking.updateMany({
    where: { districtId: ctx.districtId, id: booking.id, version: booking.version },
    data: { ...change.data, updatedAt: ctx.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError('stale_version');
  await tell(ctx, booking, change);
  return booking.id;
}

/** The line and the fact alone, for what leaves the booking as it is. */
export async function tell(ctx: Ctx, booking: Loaded, { action, text, note, forBureau = false }: Move): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const stepId = uuid();
  const { name, role } = speakerOf(actor, booking);
  await db.bookingStep.create({
    data: {
      ...{ districtId, id: stepId, bookingId: booking.id, action, actorId: actor.id, actorName: name, actorRole: role },
      ...{ text, note: note ?? null, forBureau, at: now },
    },
    select: { id: true },
  });
  await ctx.emit('booking.moved', { bookingId: booking.id, action, stepId });
}

/** Under which name and in which role somebody stands on the time line. */
export function speakerOf(actor: Actor, booking: Subject): { name: string; role: string } {
  switch (partyOf(actor, booking)) {
    case 'SYSTEM':
      return { name: '服务台', role: '自动' };
    case 'RESIDENT':
      return { name: actor.name, role: '居民' };
    case 'ADVISOR':
      return { name: actor.name, role: '法律顾问' };
    case 'STAFF':
      return { name: actor.name, role: holds(actor, 'JUSTICE_BUREAU') ? '司法局' : '代办' };
  }
}
