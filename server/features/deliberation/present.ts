import type { Output } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import { type Begun, may } from '../forum/index';
import { peopleOf } from '../identity/index';
import { owns, seen } from './asked';
import { isJudge, presentJudging } from './judging';
import { runs } from './meetings';
import { presentPaper } from './papers';
import { type FullMeeting, presentMeeting } from './present-meeting';
import { presentTasks } from './tasks';

type Shown = Output<'forum.deliberation'>;

/** Everything from the meeting to the judging of one topic, as this actor may see it. */
export async function deliberationOf(ctx: Ctx, topicId: string): Promise<Shown> {
  const { db, districtId } = ctx;
  const begun = await seen(ctx, topicId);
  const meetings: FullMeeting[] = await db.topicMeeting.findMany({
    where: { districtId, topicId },
    orderBy: { no: 'desc' },
    take: 10,
    include: {
      seats: true,
      lines: { orderBy: [{ kind: 'asc' }, { position: 'asc' }] },
      photos: { orderBy: { at: 'asc' } },
    },
  });
  const paper = await db.decisionPaper.findFirst({
    where: { districtId, topicId },
    orderBy: { writtenAt: 'desc' },
    include: { answers: true },
  });
  const people = await peopleOf(ctx, peopleIn(meetings, paper));
  const pictures = await picturesOf(ctx, meetings);
  const about = meetings.find(({ id }) => id === paper?.meetingId);
  const judging = await presentJudging(ctx, begun);
  const shownPaper =
    paper && about ? presentPaper(ctx, begun, { paper, meeting: about, lines: about.lines }, people) : null;
  return {
    ...{ topicId, version: begun.topic.version },
    meetings: meetings.map((meeting) => presentMeeting(ctx, begun, meeting, people, pictures)),
    paper: shownPaper,
    progress: await presentTasks(ctx, begun),
    judging,
    abilities: abilitiesOf(ctx, begun, meetings, paper?.meetingId, judging),
  };
}

function peopleIn(
  meetings: readonly FullMeeting[],
  paper: { writerId: string; confirmedById: string | null } | null,
): string[] {
  return [
    ...meetings.flatMap(({ chairId, recorderId, seats, lines }) => [
      ...[chairId, recorderId, ...seats.map(({ personId }) => personId)],
      ...lines.flatMap(({ personId }) => personId ?? []),
    ]),
    ...(paper ? [paper.writerId, ...(paper.confirmedById ? [paper.confirmedById] : [])] : []),
  ];
}

async function picturesOf({ db, districtId }: Ctx, meetings: readonly FullMeeting[]) {
  const ids = meetings.flatMap(({ photos }) => photos.map(({ attachmentId }) => attachmentId));
  const rows = ids.length ? await db.attachment.findMany({ where: { districtId, id: { in: ids } } }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

/** What this actor may do for the topic now. A first paper is written for a meeting that was held and has none. */
function abilitiesOf(
  ctx: Ctx,
  begun: Begun,
  meetings: readonly FullMeeting[],
  paperOf: string | undefined,
  judging: Shown['judging'],
): Shown['abilities'] {
  const { topic } = begun;
  const isOwner = owns(ctx, begun);
  const last = meetings[0];
  const living = meetings.some(({ status }) => status === 'CALLED' || status === 'OPEN');
  const talks = topic.checkState === 'PASSED' && (topic.status === 'NOTICE' || topic.status === 'DISCUSS');
  const held = last?.status === 'HELD' && runs(ctx, { meeting: last, topic });
  const able: readonly [Shown['abilities'][number], boolean][] = [
    ['callMeeting', isOwner && talks && !living],
    [
      'disagree',
      may(ctx.actor, 'disagree', topic) && (topic.status === 'DISCUSS' || topic.status === 'DECIDE') && !living,
    ],
    ['reopen', may(ctx.actor, 'reopen', topic) && topic.status === 'DECIDE'],
    ['writePaper', held === true && topic.status === 'DECIDE' && paperOf !== last?.id],
    ['addTask', isOwner && topic.status === 'CARRY_OUT'],
    ['finish', isOwner && topic.status === 'CARRY_OUT'],
    ['judge', topic.status === 'JUDGE' && isJudge(topic) && !judging?.mine],
  ];
  return able.flatMap(([ability, can]) => (can ? [ability] : []));
}
