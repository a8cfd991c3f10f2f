import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { checkHours, ownHours } from '../hours';
import { lockTime } from '../locks';
import { ownAdvisor, servedVillages } from '../own-advisor';

/** Replaces the advisor's hours and limits; leave stays. Bookings that were made stand, slots not taken follow the new hours. */
export async function saveHours(ctx: Ctx, input: Parsed<'advisor.saveHours'>): Promise<Output<'advisor.saveHours'>> {
  const { db, districtId, now } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  checkHours(advisorId, await servedVillages(ctx, advisorId), input);
  await lockTime(ctx, advisorId);
  const { count } = await db.advisor.updateMany({
    where: { districtId, id: advisorId, version: input.version },
    data: { ...input.limits, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError('stale_version');
  await db.advisorAvailability.deleteMany({ where: { districtId, advisorId, kind: { not: 'LEAVE' } } });
  await db.advisorAvailability.createMany({
    data: input.lines.map(({ villageCode, weekday, date, ...line }) => ({
      ...{ districtId, id: uuid(), advisorId, ...line, startsOn: new Date(dayOf(now)) },
      ...{ villageCode: villageCode ?? null, weekday: weekday ?? null, date: date ? new Date(date) : null },
    })),
  });
  return ownHours(ctx);
}
