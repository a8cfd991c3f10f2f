import { isCarriedOut, isRefused } from '#shared/domain/forum/tasks';
import { momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { lockTopic, tell } from '../forum/index';
import { clerksOf, holdersOf } from '../identity/index';
import { notify } from '../notifications/index';
import { progressOf } from '../tickets/index';
import { takenAlone } from './asked';
import { endedTopics } from './ended-topics';
import { finishWhenDone } from './tasks';

/** What this feature does about facts: tasks move their topic on; those who are asked, answered or waited for are told. */
export const deliberationSubscribers: readonly Subscriber[] = [
  { name: 'deliberation.tasks', on: ['ticket.moved'], run: followTask },
  endedTopics,
  {
    name: 'deliberation.notices',
    on: [
      'meeting.called',
      'meeting.cancelled',
      'paper.readBack',
      'question.asked',
      'question.answered',
      'question.warned',
      'question.overdue',
    ],
    run: async (ctx, event) => {
      if (event.name === 'paper.readBack') return tellReading(ctx, event);
      return event.name.startsWith('meeting.') ? tellMeeting(ctx, event) : tellQuestion(ctx, event);
    },
  },
];

/** After these a task may have come to its end. */
const ends: readonly string[] = ['passCheck', 'close', 'confirm', 'merge', 'reject', 'withdraw'];

async function followTask(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { ticketId, action } = event.payload as Events['ticket.moved'];
  if (!ends.includes(action)) return;
  const { db, districtId } = ctx;
  const task = await db.topicTask.findFirst({ where: { districtId, ticketId, droppedAt: null } });
  if (!task) return;
  await lockTopic(ctx, task.topicId);
  const begun = await takenAlone(ctx, task.topicId);
  const on = (await progressOf(ctx, [ticketId])).get(ticketId);
  if (!on || begun.topic.status !== 'CARRY_OUT') return;
  if (isRefused(on.status)) {
    await tell(ctx, begun, {
      action: 'taskRefused',
      text: `任务「${task.title}」没有被受理，要另外安排`,
      note: on.last?.text,
    });
    return notifyAll(ctx, event, await ownersOf(ctx, begun.topic), {
      ...{ title: '有一项任务没有被受理', body: `「${begun.topic.title}」的任务「${task.title}」要另外安排` },
      topicId: task.topicId,
    });
  }
  if (isCarriedOut(on.status) && action === 'passCheck')
    await tell(ctx, begun, { action: 'taskDone', text: `任务「${task.title}」办好了`, note: on.last?.text });
  await finishWhenDone(ctx, task.topicId);
}

async function tellMeeting(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { meetingId } = event.payload as Events['meeting.called'];
  const { db, districtId, now } = ctx;
  const meeting = await db.topicMeeting.findFirstOrThrow({
    where: { districtId, id: meetingId },
    include: { seats: true, topic: { select: { title: true, authors: { select: { personId: true } } } } },
  });
  // Authors are told with the topic itself.
  const authors = new Set(meeting.topic.authors.map(({ personId }) => personId));
  const asked = meeting.seats.map(({ personId }) => personId).filter((id) => !authors.has(id));
  const when = `${momentText(meeting.startsAt, now)}在${meeting.place}`;
  const about = `「${meeting.topic.title}」`;
  await notifyAll(ctx, event, asked, {
    topicId: meeting.topicId,
    ...(event.name === 'meeting.called'
      ? { title: '请您来开协商会', body: `${about}${when}，请回复来不来` }
      : { title: '协商会不开了', body: `${about}${when}的会不开了：${meeting.cancelReason ?? ''}` }),
  });
}

/** Those who sat are asked whether the paper is what was said. */
async function tellReading(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { paperId } = event.payload as Events['paper.readBack'];
  const { db, districtId } = ctx;
  const paper = await db.decisionPaper.findFirstOrThrow({
    where: { districtId, id: paperId },
    include: { topic: { select: { title: true } } },
  });
  const seats = await db.meetingSeat.findMany({
    where: { districtId, meetingId: paper.meetingId, signedAt: { not: null } },
    select: { personId: true },
  });
  await notifyAll(
    ctx,
    event,
    seats.map(({ personId }) => personId),
    {
      ...{ title: '请您听一听协商结果', body: `「${paper.topic.title}」的结果写好了，看看和会上说的一样不一样` },
      topicId: paper.topicId,
    },
  );
}

/** Questions: the department when asked and at yellow; the asker when answered; asker, department and centre when overdue. */
async function tellQuestion(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { questionId } = event.payload as Events['question.asked'];
  const { db, districtId } = ctx;
  const question = await db.topicQuestion.findFirstOrThrow({
    where: { districtId, id: questionId },
    include: { topic: { select: { title: true } } },
  });
  const { topicId, departmentCode, askerId } = question;
  const body = `「${question.topic.title}」${question.body}`;
  const clerks = (await clerksOf(ctx, departmentCode)).map(({ id }) => id);
  const staffPage = 'packages/staff/pages/topic-questions/index';
  const toClerks = (title: string) => notifyAll(ctx, event, clerks, { title, body, topicId, page: staffPage });
  if (event.name === 'question.asked') return toClerks('居民向本部门提了一个问题');
  if (event.name === 'question.warned') return toClerks('有一个问题快到答复时限');
  if (event.name === 'question.answered')
    return notifyAll(ctx, event, [askerId], { title: '您的问题有答复了', body, topicId });
  await toClerks('有一个问题超过答复时限');
  const seats = (await clerksOf(ctx, 'zhongxin')).map(({ id }) => id);
  await notifyAll(ctx, event, seats, { title: '部门没有按时答复议题里的问题', body, topicId });
  await notifyAll(ctx, event, [askerId], { title: '您的问题还没有答复，已上报区中心', body, topicId });
}

/** The lead of the village; where the post is vacant, and for a town's topic, the clerks of the town. */
async function ownersOf(
  ctx: Ctx,
  { villageCode, townCode }: { villageCode: string | null; townCode: string },
): Promise<string[]> {
  const leads = villageCode ? await holdersOf(ctx, 'GRID_LEAD', villageCode) : [];
  const owners = leads.length > 0 ? leads : await holdersOf(ctx, 'TOWN_CLERK', townCode);
  return owners.map(({ id }) => id);
}

/** Each person once for one fact. */
async function notifyAll(
  ctx: Ctx,
  event: StoredEvent,
  people: readonly string[],
  { title, body, topicId, page }: { title: string; body: string; topicId: string; page?: string },
): Promise<void> {
  await notify(
    ctx,
    [...new Set(people)]
      .filter((personId) => personId !== event.actorId)
      .map((personId) => ({
        ...{ personId, kind: event.name, title, body, page: page ?? `packages/forum/pages/topic/index?id=${topicId}` },
        ...{ dedupeKey: `${event.id}:deliberation:${personId}`, template: 'progress' as const },
      })),
  );
}
