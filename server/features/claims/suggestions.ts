import type { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { signed } from '../points/index';
import { householdsOf, standingOf } from './policy';

/** What may bring points, for the own family or for the households the caller looks after; the latest first, fifty at most. */
export async function suggestions(
  ctx: Ctx,
  { of }: Parsed<'claims.suggestions'>,
): Promise<Output<'claims.suggestions'>> {
  const { db, districtId, actor, now } = ctx;
  const { householdId } = await standingOf(ctx);
  const inCare: Prisma.HouseholdWhereInput = { AND: [{ districtId }, householdsOf(actor)] };
  const ids =
    of === 'family'
      ? householdId
        ? [householdId]
        : []
      : (await db.household.findMany({ where: inCare, select: { id: true } })).map(({ id }) => id);
  const rows = await db.pointsSuggestion.findMany({
    where: { districtId, householdId: { in: ids }, state: 'OPEN' },
    orderBy: { at: 'desc' },
    take: 50,
  });
  const rules = await db.ruleItem.findMany({
    where: { districtId, id: { in: rows.map(({ ruleItemId }) => ruleItemId) } },
  });
  const households = await db.household.findMany({
    where: { districtId, id: { in: rows.map((row) => row.householdId) } },
  });
  return {
    items: rows.map((row) => {
      const rule = rules.find(({ id }) => id === row.ruleItemId);
      const household = households.find(({ id }) => id === row.householdId);
      return {
        ...{ id: row.id, text: row.text, ruleTitle: rule?.title ?? '', pointsText: signed(rule?.points ?? 0) },
        ...{ householdName: household?.name ?? '', householdCode: household?.code ?? '' },
        atText: momentText(row.at, now),
      };
    }),
  };
}
