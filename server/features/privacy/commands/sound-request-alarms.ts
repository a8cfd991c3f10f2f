import type { Ctx } from '../../../kernel/context';
import { notify } from '../../notifications/index';
import { queuePage } from '../pages';
import { answerersOf } from '../reactions';

const batch = 100;

/** Reminds those who answer of requests that are due in five days, and once more when they are late. Rows are claimed; call again while it is not 0. */
export async function soundRequestAlarms(ctx: Ctx): Promise<number> {
  const { db, districtId, now } = ctx;
  const due = await db.$queryRaw<{ id: string; dueAt: Date }[]>`
    SELECT "id", "dueAt" FROM "DataRequest" WHERE "districtId" = ${districtId} AND "alarmAt" <= ${now} AND "state" = 'OPEN'
    ORDER BY "alarmAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  const people = due.length > 0 ? await answerersOf(ctx) : [];
  for (const { id, dueAt } of due) {
    const isLate = dueAt <= now;
    await db.dataRequest.updateMany({ where: { districtId, id }, data: { alarmAt: isLate ? null : dueAt } });
    await notify(
      ctx,
      people.map((personId) => ({
        ...{ personId, kind: 'privacy.due', page: queuePage, dedupeKey: `privacy:${id}:${isLate}:${personId}` },
        title: isLate ? '有个人信息请求超过时限' : '有个人信息请求快到时限',
        body: isLate ? '十五个工作日已过，还没有答复，请马上办理' : '还有不到五天，请抓紧答复',
      })),
    );
  }
  return due.length;
}
