import type { Db } from '#server/kernel/db';
import { dayOf } from '#shared/domain/time/clock';

interface Asking {
  readonly db: Db;
  readonly districtId: string;
  readonly now: Date;
}

/** Takes one call out of the day's budget. Exact however many ask at once: the row decides. Undefined when none is left, else how many are. */
export async function takeOne({ db, districtId, now }: Asking, perDay: number): Promise<number | undefined> {
  if (perDay < 1) return undefined;
  const day = new Date(`${dayOf(now)}T00:00:00Z`);
  const rows = await db.$queryRaw<{ used: number }[]>`
    INSERT INTO "AssistUse" ("districtId", "day", "used") VALUES (${districtId}, ${day}, 1)
    ON CONFLICT ("districtId", "day") DO UPDATE SET "used" = "AssistUse"."used" + 1 WHERE "AssistUse"."used" < ${perDay}
    RETURNING "used"`;
  const [row] = rows;
  return row && perDay - row.used;
}

/** How many calls are left today. */
export async function leftToday({ db, districtId, now }: Asking, perDay: number): Promise<number> {
  const day = new Date(`${dayOf(now)}T00:00:00Z`);
  const row = await db.assistUse.findUnique({ where: { districtId_day: { districtId, day } } });
  return Math.max(0, perDay - (row?.used ?? 0));
}
