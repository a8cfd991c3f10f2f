import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { ruleInForce } from '../../points/index';
import { householdInCare } from './record-claim';

/** Tells a household to stop before points may be taken (先提醒). Throws what `householdInCare` throws, points_rule_unknown, points_rule_charter. */
export async function warnHousehold(ctx: Ctx, { householdId, ruleItemId, text }: Parsed<'claims.warn'>): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const { villageCode } = await householdInCare(ctx, householdId);
  const rule = await ruleInForce(ctx, villageCode, ruleItemId);
  if (rule.points >= 0 || !rule.isCharter) throw new AppError('points_rule_charter');
  const id = uuid();
  await db.pointsWarning.create({
    data: {
      ...{ districtId, id, householdId, villageCode, ruleCode: rule.code, title: rule.title },
      ...{ text, byId: actor.id, at: now },
    },
    select: { id: true },
  });
  await ctx.emit('points.warned', { warningId: id });
}
