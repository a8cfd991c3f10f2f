import type { ContentCheck } from '#prisma';
import { Prisma } from '#prisma';
import type { Ctx } from '../../../kernel/context';
import { clerksOf, holdersOf } from '../../identity/index';
import { notify } from '../../notifications/index';
import { settleCheck } from '../settle';

const batch = 100;
const hourMs = 3_600_000;
const queuePage = 'packages/staff/pages/moderation/index';

/**
 * What the clocks of checks say by `ctx.now`: pictures without an answer go to a person; moderators are reminded half way, and at the end the centre with
 * them. Rows are claimed, so a second run finds nothing. Returns how many; call again while it is not 0.
 */
export async function soundCheckAlarms(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const silent = await db.$queryRaw<ContentCheck[]>(Prisma.sql`
    SELECT * FROM "ContentCheck" WHERE "districtId" = ${districtId} AND "nextAt" <= ${now} AND "stage" = 'ASKED'
    ORDER BY "nextAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  for (const check of silent)
    await settleCheck(ctx, check, { stage: 'HELD', rule: null, because: 'NO_ANSWER', again: false });

  const due = await db.$queryRaw<ContentCheck[]>(Prisma.sql`
    SELECT * FROM "ContentCheck" WHERE "alarmAt" <= ${now} AND "districtId" = ${districtId}
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`);
  for (const check of due)
    await db.contentCheck.updateMany({
      where: { districtId, id: check.id },
      data:
        check.alarmKind === 'WARN'
          ? { alarmAt: check.dueAt, alarmKind: 'OVERDUE' }
          : { alarmAt: null, alarmKind: 'OVERDUE' },
    });
  await remind(ctx, due);
  return silent.length + due.length;
}

/** One notice for a town, a kind of alarm and an hour, however many pieces wait. */
async function remind(ctx: Ctx, due: readonly ContentCheck[]): Promise<void> {
  const groups = new Map<string, ContentCheck[]>();
  for (const check of due) {
    const key = `${check.townCode ?? ''}:${check.alarmKind}`;
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  const hour = Math.floor(ctx.now.getTime() / hourMs);
  for (const [key, checks] of groups) {
    const isLate = key.endsWith('OVERDUE');
    const people = await moderatorsOf(ctx, checks[0]?.townCode ?? null, isLate);
    await notify(
      ctx,
      people.map((personId) => ({
        ...{ personId, kind: 'moderation.due', page: queuePage, dedupeKey: `moderation:${key}:${hour}:${personId}` },
        title: isLate ? '有内容超过核对时限' : '有内容等您核对',
        body: `${checks.length} 条内容${isLate ? '还没有核对，作者在等' : '快到核对时限了'}`,
      })),
    );
  }
}

/** The clerks of the town; the centre where there is none, and when it is late. */
async function moderatorsOf(ctx: Ctx, townCode: string | null, isLate: boolean): Promise<string[]> {
  const clerks = townCode ? await holdersOf(ctx, 'TOWN_CLERK', townCode) : [];
  const centre = isLate || clerks.length === 0 ? await clerksOf(ctx, 'zhongxin') : [];
  return [...new Set([...clerks, ...centre].map(({ id }) => id))];
}
