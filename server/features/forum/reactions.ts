import type { Topic } from '#prisma';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { holdersOf } from '../identity/index';
import { notify } from '../notifications/index';
import { loadTopic, storyOf } from './queries';

/** What authors and supporters read when a topic moves; an action that is not here is not told to them. */
const titles: Readonly<Record<string, string>> = {
  gather: '附议够了，进入审核',
  takeUp: '村（社区）提请审核',
  accept: '审核通过，公告三天',
  sendBack: '退回修改',
  resubmit: '改好了，再交审核',
  ruleOut: '不属于协商的事',
  merge: '并入了另一个议题',
  split: '拆成了几个议题',
  withdraw: '提议人撤回了',
  lapse: '到期附议不够',
  open: '开始商议了',
  extend: '延长了时限',
  edit: '文字改了，可以看改了什么',
  meet: '要开协商会了',
  callOff: '的协商会不开了',
  held: '开过协商会了，还要再议',
  decide: '商议过了，正在定结果',
  reopen: '回到商议',
  disagree: '这次没有谈成',
  publish: '结果公布了，开始办',
  taskDone: '办好了一项',
  finish: '都办完了，请您来评',
  redo: '再办一次',
  conclude: '办成了',
};

/** After these the unit has something to do. */
const forOwner: Readonly<Record<string, string>> = {
  gather: '有一个议题等您审核',
  takeUp: '有一个议题等您审核',
  resubmit: '有一个议题改好了，等您审核',
  open: '公告期满，请召集商议',
};

/** This many supporters are told at a time. */
const batch = 500;

interface Telling {
  readonly title: string;
  readonly body: string;
  readonly side: 'resident' | 'staff';
}

/** Notices for everything that happens to topics: the authors, every supporter once a stage, and whoever has to act. */
export const forumSubscribers: readonly Subscriber[] = [
  {
    name: 'forum.notices',
    on: ['topic.moved', 'topic.alarmed'],
    run: async (ctx, event) => {
      if (event.name === 'topic.alarmed') await tellAlarm(ctx, event);
      else await tellMove(ctx, event);
    },
  },
];

async function tellMove(ctx: Ctx, told: StoredEvent): Promise<void> {
  const { topicId, action, stepId } = told.payload as Events['topic.moved'];
  const { topic, authorIds, step } = await storyOf(ctx, topicId, stepId);
  // The line says who moved it: the voice that was missing did not, the desk did.
  const event = { ...told, actorId: step?.actorId ?? told.actorId };
  const title = titles[action];
  const body = `「${topic.title}」${[step?.text, step?.note].filter(Boolean).join('：')}`;
  if (title) {
    await tellPeople(ctx, event, topic, authorIds, { title: `您提的议题${title}`, body, side: 'resident' });
    await tellSupporters(ctx, event, topic, new Set(authorIds), {
      title: `您附议的议题${title}`,
      body,
      side: 'resident',
    });
  }
  const asked = forOwner[action];
  if (asked) await tellPeople(ctx, event, topic, await ownersOf(ctx, topic), { title: asked, body, side: 'staff' });
}

/** Every living voice is told, page by page. After a merging the notice opens the topic the voice went to. */
async function tellSupporters(
  ctx: Ctx,
  event: StoredEvent,
  topic: Topic,
  told: ReadonlySet<string>,
  telling: Telling,
): Promise<void> {
  const { db, districtId } = ctx;
  for (let after = ''; ; ) {
    const rows = await db.topicSupport.findMany({
      where: { districtId, topicId: topic.id, withdrawnAt: null, ...(after && { personId: { gt: after } }) },
      orderBy: { personId: 'asc' },
      take: batch,
      select: { personId: true },
    });
    const people = rows.map(({ personId }) => personId);
    await tellPeople(
      ctx,
      event,
      topic,
      people.filter((id) => !told.has(id)),
      telling,
    );
    if (rows.length < batch) return;
    after = people.at(-1) ?? '';
  }
}

/** Whoever did it is not told of it. */
async function tellPeople(
  ctx: Ctx,
  event: StoredEvent,
  topic: Topic,
  people: readonly string[],
  { title, body, side }: Telling,
): Promise<void> {
  const page =
    side === 'staff'
      ? `packages/forum/pages/topic/index?id=${topic.id}`
      : `packages/forum/pages/topic/index?id=${topic.mergedIntoId ?? topic.id}`;
  await notify(
    ctx,
    [...new Set(people)]
      .filter((personId) => personId !== event.actorId)
      .map((personId) => ({
        ...{ personId, kind: event.name, title, body, page, dedupeKey: `${event.id}:${side}:${personId}` },
        template: side === 'staff' ? ('due' as const) : ('progress' as const),
      })),
  );
}

async function tellAlarm(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { topicId, kind } = event.payload as Events['topic.alarmed'];
  const topic = await loadTopic(ctx, topicId);
  if (topic.status === 'RAISED' || topic.status === 'SENT_BACK') {
    const { authorIds } = await storyOf(ctx, topicId);
    const body =
      topic.status === 'RAISED'
        ? `「${topic.title}」还差 ${Math.max(1, topic.threshold - topic.supportCount)} 人附议，可以请邻居来看看`
        : `「${topic.title}」退回修改还没有再交`;
    return tellPeople(ctx, event, topic, authorIds, { title: '您提的议题快到期了', body, side: 'resident' });
  }
  const isRed = kind === 'OVERDUE';
  const above = isRed ? await holdersOf(ctx, 'TOWN_CLERK', topic.townCode) : [];
  const people = [...(await ownersOf(ctx, topic)), ...above.map(({ id }) => id)];
  const title = isRed ? '有一个议题超过时限' : '有一个议题快到时限';
  await tellPeople(ctx, event, topic, people, { title, body: `「${topic.title}」请抓紧`, side: 'staff' });
}

/** The lead of the village; of a town topic, and where the post is vacant, the clerks of the town. */
async function ownersOf(ctx: Ctx, { ownerId, villageCode, townCode }: Topic): Promise<string[]> {
  if (ownerId) return [ownerId];
  const leads = villageCode ? await holdersOf(ctx, 'GRID_LEAD', villageCode) : [];
  const owners = leads.length > 0 ? leads : await holdersOf(ctx, 'TOWN_CLERK', townCode);
  return owners.map(({ id }) => id);
}
