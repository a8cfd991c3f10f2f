import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { planTicket } from '../plan-ticket';
import { openTicket } from './open-ticket';

/** 代报: staff report for a resident without a phone. A resident who leaves a name or number becomes the reporter, without an account. */
export async function reportOnBehalf(ctx: Ctx, input: Parsed<'tickets.open'>): Promise<string> {
  await findOwnPhotos(ctx, input.attachmentIds);
  const reporterId = await residentOf(ctx, input);
  const plan = await planTicket(ctx, {
    ...input,
    reporterId,
    anonymous: false,
    source: 'staff',
    understanding: null,
  });
  const { id } = await openTicket(ctx, plan);
  return id;
}

async function residentOf(
  { db, districtId, now }: Ctx,
  { reporterName, reporterPhone, villageCode }: Parsed<'tickets.open'>,
): Promise<string | null> {
  if (!reporterName && !reporterPhone) return null;
  const { id } = await db.person.create({
    data: {
      districtId,
      id: uuid(),
      name: reporterName ?? '居民',
      phone: reporterPhone ?? null,
      homeVillageCode: villageCode ?? null,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}
