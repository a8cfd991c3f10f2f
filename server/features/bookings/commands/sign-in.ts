import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { checkSignIn } from '#shared/domain/bookings/geofence';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { lockTime } from '../locks';
import { ownAdvisor, servedVillages } from '../own-advisor';
import { findOpenVisit, presentVisit, villageSeal } from '../visits';

/** 到点签到: within 500 m of the village's point; the village's code is checked when it was read. One visit at a time. */
export async function signIn(ctx: Ctx, input: Parsed<'advisor.signIn'>): Promise<Output<'advisor.signIn'>> {
  const { db, districtId, now } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  const world = await worldOf(db);
  const { villageCode, lng, lat, accuracy, code } = input;
  if (!(await servedVillages(ctx, advisorId)).includes(villageCode)) throw new AppError('booking_other_village');
  const village = world.divisions.get(villageCode);
  if (!village || village.lng === null || village.lat === null) throw new AppError('place_unknown');
  if (code !== undefined && code !== villageSeal(ctx, villageCode)) throw new AppError('visit_code_invalid');
  const { metres, reason } = checkSignIn(
    { lng, lat, ...(accuracy !== undefined && { accuracy }) },
    { lng: village.lng, lat: village.lat },
  );
  if (reason) throw new AppError(reason);
  await lockTime(ctx, advisorId);
  if (await findOpenVisit(ctx, advisorId)) throw new AppError('visit_open');
  const row = await db.advisorPresence.create({
    data: { districtId, id: uuid(), advisorId, villageCode, arrivedAt: now, metres, qrOk: code !== undefined },
  });
  return presentVisit(ctx, row);
}
