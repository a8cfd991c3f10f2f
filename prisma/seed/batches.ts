import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { type BatchLine, judgeLines } from '#shared/domain/points/batch';
import { dayOf, hourMs } from '#shared/domain/time/clock';
import type { Stage } from './history';
import { story } from './people';
import type { Points } from './points';

/** A list of the running month of the story's village, brought this morning and not handed in yet: most of it is right. */
export function inventBatch(
  { world, crowd, now }: Stage,
  { items }: Points,
): { batch: Prisma.PointsBatchCreateManyInput; lines: Prisma.PointsBatchLineCreateManyInput[] } {
  const { districtId } = world;
  const today = dayOf(now);
  const month = today.slice(0, 7);
  const lead = crowd.people.find(({ id }) => id === crowd.cast.gridLead.id);
  const homes = crowd.households.filter(
    ({ villageCode, id }) => villageCode === story.village && id !== lead?.householdId,
  );
  const code = (at: number) => homes[at % homes.length]?.code ?? '';
  const written = (line: number, householdCode: string, rule: string, note: string, evidence: string, day = today) => ({
    ...{ line, householdCode, rule, day, note, evidence },
  });
  const sheet: BatchLine[] = [
    written(2, code(5), '参加村民会议、院坝会', '参加月初的院坝会，议垃圾池搬迁', '签到表第 1 页', `${month}-01`),
    written(3, code(6), '参加村民会议、院坝会', '参加月初的院坝会，议垃圾池搬迁', '签到表第 1 页', `${month}-01`),
    written(4, code(7), '照顾邻里老人、困难户', '给隔壁周婆婆送了三天饭', '证明人：周婆婆'),
    written(5, code(8), '听普法讲座', '听了反诈和借条的讲座', '签到表第 2 页'),
    written(6, '没写对的户号', '听普法讲座', '听了反诈和借条的讲座', '签到表第 2 页'),
    written(7, code(9), '乱扔垃圾，提醒后还扔', '垃圾倒在路边', '照片'),
  ];
  const judged = judgeLines(sheet, {
    ...{ month, now, used: new Map(), known: new Set() },
    rules: items.map(({ id = '', code: ruleCode, title, points, yearCap }) => ({
      ...{ id, title, points, yearCap, code: ruleCode },
    })),
    households: new Map(homes.map(({ id = '', code: homeCode }) => [homeCode, { id, isOwn: false }])),
  });
  const id = uuid();
  return {
    batch: {
      ...{ districtId, id, villageCode: story.village, month, fileName: '高桥村本月积分.xlsx' },
      ...{ byId: crowd.cast.gridLead.id, createdAt: new Date(now.getTime() - hourMs) },
    },
    lines: judged.map((one) => {
      const about = { districtId, batchId: id, ...one.line };
      if ('reason' in one) return { ...about, state: 'REJECTED', reason: one.reason };
      const { householdId, ruleItemId, points, origin } = one;
      return { ...about, state: 'READY', householdId, ruleItemId, points, origin };
    }),
  };
}
