import type { Booking, BookingAlarm } from '#prisma';
import { Prisma } from '#prisma';
import type { Ctx } from '../../../kernel/context';
import { alarmOf } from '../alarms';
import { move } from '../move';
import { loadBooking } from '../queries';
import { freeSlot, releaseProposal } from '../waiting';

const batch = 100;

/**
 * Says what the clocks of bookings have to say by `ctx.now`: reminders, whether they arrived, a missing record, requests nobody answered. Rows are
 * claimed and each alarm moves its own time on, so a second run finds nothing. Returns how many were sounded; call again while it is not 0.
 */
export async function soundBookingAlarms(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<Booking[]>(Prisma.sql`
    SELECT * FROM "Booking" WHERE "alarmAt" <= ${now} AND "districtId" = ${districtId}
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  for (const booking of due) {
    if (booking.alarmKind === 'EXPIRE') await expire(ctx, booking);
    else await say(ctx, booking, booking.alarmKind ?? 'RECORD');
  }
  return due.length;
}

/** A request that nobody answered before its time is over. */
async function expire(ctx: Ctx, booking: Booking): Promise<void> {
  await move(ctx, await loadBooking(ctx, booking.id), {
    action: 'expire',
    data: { status: 'EXPIRED', proposedSlotId: null, alarmAt: null, alarmKind: null },
    text: '到了时间顾问还没有答复，这次预约失效了',
  });
  await freeSlot(ctx, booking.slotId);
  await releaseProposal(ctx, booking);
}

/** Alarms move on without a new version: people at work are not sent back for them. A reminder that comes after the talk has begun is left out. */
async function say(ctx: Ctx, booking: Booking, kind: BookingAlarm): Promise<void> {
  const { db, districtId, now } = ctx;
  await db.booking.updateMany({ where: { districtId, id: booking.id }, data: alarmOf(booking, now, kind) });
  if (kind === 'RECORD' || now < booking.startsAt) await ctx.emit('booking.reminded', { bookingId: booking.id, kind });
}
