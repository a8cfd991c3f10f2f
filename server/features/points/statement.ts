import type { Output, Parsed } from '#shared/contract';
import {
  type Booked,
  quarterAway,
  quarterOf,
  quarterSpan,
  type StatementLine,
  statementOf,
} from '#shared/domain/points/statement';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';

const labels: Readonly<Record<StatementLine, string>> = {
  ...{ issued: '加分发放', deducted: '按规则扣分', spent: '兑换用掉（减去退回）' },
  ...{ expired: '到期清零', reversed: '冲正', moved: '迁入减迁出' },
};

/**
 * The public statement of a village for a quarter, the running one when none is named; totals only, no family. `difference` is what the households' accounts
 * hold now less all entries of the village, read at one instant: 0 unless somebody has bent the ledger. Throws place_unknown, points_quarter_unknown
 * for a quarter that has not begun.
 */
export async function villageStatement(
  { db, districtId, actor, now }: Ctx,
  input: Parsed<'points.statement'>,
): Promise<Output<'points.statement'>> {
  const world = await worldOf(db);
  const villageCode = input.villageCode ?? actor.homeVillageCode;
  if (!villageCode || world.divisions.get(villageCode)?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  const running = quarterOf(dayOf(now));
  const asked = input.quarter ?? running;
  const { from, to } = quarterSpan(asked);
  if (from > now) throw new AppError('points_quarter_unknown');

  const booked = await db.$queryRaw<Booked[]>`
    SELECT "kind", "at" < ${from} AS "isBefore", sum("delta")::int AS points, count(*)::int AS entries
    FROM "PointsEntry" WHERE "districtId" = ${districtId} AND "villageCode" = ${villageCode} AND "at" < ${to} GROUP BY 1, 2`;
  const [check] = await db.$queryRaw<{ difference: number }[]>`
    SELECT (COALESCE((SELECT sum("balance") FROM "PointsAccount"
        WHERE "districtId" = ${districtId} AND "villageCode" = ${villageCode} AND "kind" = 'HOUSEHOLD'), 0)
      - COALESCE((SELECT sum("delta") FROM "PointsEntry" WHERE "districtId" = ${districtId} AND "villageCode" = ${villageCode}), 0))::int AS difference`;
  const { opening, closing, lines } = statementOf(booked);
  return {
    ...{ villageCode, placeLabel: world.placeLabel(villageCode), ...asked, opening, closing },
    isRunning: to > now,
    lines: lines.map((line) => ({ ...line, label: labels[line.line] })),
    difference: check?.difference ?? 0,
    previous: quarterAway(asked, -1),
    next: to > now ? null : quarterAway(asked, 1),
  };
}
