import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { dayMs } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { advisorsOf, villageAsked } from '../advisors';
import { placeInQueue } from '../waiting-reads';

/** How many lines one person may stand in, and how long a wish may reach. Defaults, to be confirmed. */
const mostWaiting = 2;
const longestWishMs = 62 * dayMs;

/** Joins the waiting list of a village for a stretch of time. Throws waiting_limit, waiting_wish_invalid, advisor_missing. */
export async function joinWaiting(ctx: Ctx, input: Parsed<'waiting.join'>): Promise<Output<'waiting.join'>> {
  const { db, districtId, actor, now } = ctx;
  const villageCode = villageAsked(await worldOf(db), ctx, actor.homeVillageCode ?? input.villageCode);
  const [wishFrom, wishTo] = [new Date(input.wishFrom), new Date(input.wishTo)];
  if (!(wishFrom < wishTo && now < wishTo && wishTo.getTime() - now.getTime() < longestWishMs))
    throw new AppError('waiting_wish_invalid');
  if ((await advisorsOf(ctx, villageCode)).length === 0) throw new AppError('advisor_missing');
  const own = await db.waitingEntry.count({
    where: { districtId, personId: actor.id, state: { in: ['WAITING', 'OFFERED'] }, wishTo: { gt: now } },
  });
  if (own >= mostWaiting) throw new AppError('waiting_limit');
  const entry = await db.waitingEntry.create({
    data: {
      ...{ districtId, id: uuid(), personId: actor.id, villageCode, matter: input.matter },
      ...{ disputeType: input.disputeType, wishFrom, wishTo, createdAt: now },
    },
  });
  const place = await placeInQueue(ctx, entry);
  return { id: entry.id, place, text: `已排上候补，您是第 ${place} 位。有人退出就通知您，给您保留 30 分钟` };
}
