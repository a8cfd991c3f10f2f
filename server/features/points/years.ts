import type { Output } from '#shared/contract';
import { closingAt } from '#shared/domain/points/year-end';
import { dayText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { householdOf } from './queries';

/** The years of the caller's family that are over, the latest first. Throws points_no_household. */
export async function myYears(ctx: Ctx): Promise<Output<'points.years'>> {
  const { db, districtId, actor } = ctx;
  const { id: householdId } = await householdOf(ctx, actor.id);
  const rows = await db.pointsYear.findMany({
    where: { districtId, householdId, closedAt: { not: null } },
    orderBy: { year: 'desc' },
  });
  return {
    items: rows.map(({ year, balance, stars, plus, minus, spent, expired }) => ({
      ...{ year, balance: balance ?? 0, stars: stars ?? 0, plus: plus ?? 0, minus: minus ?? 0, spent: spent ?? 0 },
      expired: expired ?? 0,
    })),
  };
}

/** What a family is told while its points are about to expire; null when none are. */
export async function yearEndNotice(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  householdId: string,
): Promise<string | null> {
  const row = await db.pointsYear.findFirst({
    where: { districtId, householdId, expires: true, closedAt: null },
    orderBy: { year: 'asc' },
  });
  if (!row) return null;
  const day = dayText(dayOf(closingAt(row.year, row.toldAt)), now);
  return `照村里通过的规则，${row.year} 年攒的积分 ${day} 清零，可以先去换东西。今年的积分和星级会存档，以后随时能看`;
}
