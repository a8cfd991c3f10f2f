import { whyNotAppeal, whyNotRaise } from '#shared/domain/claims/appeals';
import { isClaimRunning } from '#shared/domain/claims/lifecycle';
import { dayMs, later } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';

/** Longer than any time in which somebody may appeal, holidays included. */
const lookBackDays = 90;

/** Whether a household has something on its way to points, an appeal that is not answered, or something it may still appeal against. */
export async function hasOpenClaims(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  householdId: string,
): Promise<boolean> {
  const { calendar } = await worldOf(db);
  const claims = await db.pointsClaim.findMany({
    where: {
      ...{ districtId, householdId },
      OR: [
        { endedAt: null },
        { endedAt: { gte: later(now, -lookBackDays * dayMs) } },
        { appeal: { state: { in: ['OPEN', 'TOWN'] } } },
      ],
    },
    include: { appeal: true },
  });
  return claims.some(
    ({ appeal, ...claim }) =>
      isClaimRunning(claim.state) ||
      (appeal
        ? appeal.state === 'OPEN' || appeal.state === 'TOWN' || !whyNotRaise(appeal, now, calendar)
        : !whyNotAppeal(claim, now, calendar)),
  );
}
