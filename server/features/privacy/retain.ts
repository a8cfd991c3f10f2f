import type { Output } from '#shared/contract';
import { daysText, keptSince, retention, retentionRules } from '#shared/domain/privacy/retention';
import { momentText } from '#shared/domain/text/dates';
import { addDays, dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { systemContext } from '../../kernel/jobs';
import { type Ground, inTransaction } from '../../kernel/route';
import { mustAnswerRequests } from './policy';
import { removals } from './retention-sql';

const batch = 500;

/** Removes what is past its time: a batch of each kind, in a transaction of its own with the count. 'more' while one was full. */
export async function retain(ground: Ground): Promise<'more' | undefined> {
  let isMore = false;
  for (const rule of retentionRules) {
    const rows = await inTransaction(ground.prisma, async (db) => {
      const ctx = systemContext(ground, db, 'sweep:retention');
      const { districtId, now } = ctx;
      const removed = await db.$executeRaw(
        removals[rule]({ districtId, now, limit: batch, before: keptSince(rule, now) }),
      );
      if (removed > 0) await note(ctx, rule, removed);
      return removed;
    });
    if (rows === batch) isMore = true;
  }
  return isMore ? 'more' : undefined;
}

const note = ({ db, districtId, now }: Ctx, rule: string, rows: number) => db.$executeRaw`
  INSERT INTO "RetentionRun" AS r ("districtId", "day", "rule", "rows", "lastAt") VALUES (${districtId}, ${dayOf(now)}::date, ${rule}, ${rows}, ${now})
  ON CONFLICT ("districtId", "day", "rule") DO UPDATE SET "rows" = r."rows" + EXCLUDED."rows", "lastAt" = EXCLUDED."lastAt"`;

/** How long what is kept, on what ground, and how much has gone. */
export async function retentionTable(ctx: Ctx): Promise<Output<'privacy.retention'>> {
  mustAnswerRequests(ctx);
  const { db, districtId, now } = ctx;
  const runs = await db.$queryRaw<{ rule: string; last30: number; all: number; lastAt: Date }[]>`
    SELECT "rule", COALESCE(sum("rows") FILTER (WHERE "day" > ${addDays(dayOf(now), -30)}::date), 0)::int AS "last30", sum("rows")::int AS "all",
      max("lastAt") AS "lastAt" FROM "RetentionRun" WHERE "districtId" = ${districtId} GROUP BY 1`;
  const byRule = new Map(runs.map((run) => [run.rule, run]));
  return {
    items: retentionRules.map((rule) => {
      const { title, since, days, how, source } = retention[rule];
      const run = byRule.get(rule);
      return {
        ...{ rule, title, since, how, source, keptText: daysText(days) },
        removedLast30: run?.last30 ?? 0,
        removed: run?.all ?? 0,
        lastText: run ? momentText(run.lastAt, now) : null,
      };
    }),
  };
}
