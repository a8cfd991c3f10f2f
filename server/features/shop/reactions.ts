import { spokenCode } from '#shared/domain/points/pickup-code';
import { limitText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { notify } from '../notifications/index';
import { findRedemption, type Taken } from './queries';

const page = 'packages/points/pages/pickups/index';

/** The members of a family are told what becomes of what it took points for; whoever did it is not. */
export const shopSubscribers: readonly Subscriber[] = [
  { name: 'shop.notices', on: ['redemption.moved'], run: tellFamily },
];

async function tellFamily(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { redemptionId, state } = event.payload as Events['redemption.moved'];
  const redemption = await findRedemption(ctx, redemptionId);
  const told = wordsFor(ctx, redemption, state);
  if (!told) return;
  const { db, districtId } = ctx;
  const members = await db.person.findMany({
    where: { districtId, householdId: redemption.householdId, disabledAt: null },
    select: { id: true },
  });
  await notify(
    ctx,
    members
      .filter(({ id }) => id !== event.actorId)
      .map(({ id: personId }) => ({
        ...{ personId, kind: `redemption.${state}`, page, ...told, dedupeKey: `${event.id}:${personId}` },
        template: 'progress' as const,
      })),
  );
}

function wordsFor({ now }: Ctx, { goodName, points, code, expiresAt, good }: Taken, state: string) {
  const what = `「${goodName}」`;
  switch (state) {
    case 'RESERVED':
      return {
        title: '换到了，记得去领',
        body: `${what}在${good.outlet.name}领，取货码 ${spokenCode(code)}，${limitText(expiresAt, now)}`,
      };
    case 'HANDED_OVER':
      return { title: '东西领走了', body: `${what}在${good.outlet.name}领走了` };
    case 'EXPIRED':
      return { title: '过期没领，积分退回', body: `${what}没有在期限内领，${points} 分退回来了` };
    default:
      return undefined;
  }
}
