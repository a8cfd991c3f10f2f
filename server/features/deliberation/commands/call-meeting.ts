import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { type SeatRole, whyNotTime } from '#shared/domain/forum/meetings';
import { signCode } from '#shared/domain/forum/sign-code';
import { momentText } from '#shared/domain/text/dates';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { tell } from '../../forum/index';
import { peopleOf, postsOf } from '../../identity/index';
import { mustOwn, seenAlone } from '../asked';

/** The post that a capacity asks for; the others are open to anybody. */
const postOf: Partial<Record<SeatRole, string>> = {
  COUNCIL: 'COUNCIL_MEMBER',
  SERVICE_TEAM: 'SERVICE_TEAM',
  DEPARTMENT: 'DEPARTMENT_CLERK',
  ADVISOR: 'LEGAL_ADVISOR',
};

/**
 * Calls a meeting with at least three days' notice. Chair and recorder are two people on posts, the chair not an author of the topic; authors are
 * invited of themselves. Throws meeting_short_notice, meeting_time_invalid, meeting_exists, person_not_eligible.
 */
export async function callMeeting(ctx: Ctx, input: Parsed<'forum.callMeeting'>): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { topicId, place, agenda, online, chairId, recorderId } = input;
  const begun = await seenAlone(ctx, topicId);
  const { topic } = begun;
  mustOwn(ctx, begun);
  if (topic.version !== input.version) throw new AppError('stale_version');
  if (topic.status !== 'NOTICE' && topic.status !== 'DISCUSS') throw new AppError('topic_action_not_allowed');
  const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
  const wrong = whyNotTime(now, startsAt, endsAt);
  if (wrong) throw new AppError(wrong === 'short_notice' ? 'meeting_short_notice' : 'meeting_time_invalid');
  const earlier = await db.topicMeeting.findMany({ where: { districtId, topicId }, select: { status: true } });
  if (earlier.some(({ status }) => status === 'CALLED' || status === 'OPEN')) throw new AppError('meeting_exists');
  const authors = await db.topicAuthor.findMany({ where: { districtId, topicId }, select: { personId: true } });
  const seats = await seatsFor(
    ctx,
    input,
    authors.map(({ personId }) => personId),
  );

  const id = uuid();
  await db.topicMeeting.create({
    data: {
      ...{ districtId, id, topicId, no: earlier.length + 1, place, startsAt, endsAt, agenda, online: online ?? null },
      ...{ chairId, recorderId, calledById: actor.id, calledAt: now, signCode: signCode(ctx.keyed(`meeting:${id}`)) },
    },
    select: { id: true },
  });
  await db.meetingSeat.createMany({
    data: seats.map((seat) => ({ ...seat, districtId, meetingId: id, invited: true })),
  });
  await tell(ctx, begun, {
    action: 'meet',
    text: `${momentText(startsAt, now)}在${place}开协商会`,
    note: agenda.join('；'),
  });
  await ctx.emit('meeting.called', { meetingId: id });
  return topicId;
}

async function seatsFor(
  ctx: Ctx,
  { chairId, recorderId, invited }: Parsed<'forum.callMeeting'>,
  authorIds: readonly string[],
): Promise<{ personId: string; role: SeatRole }[]> {
  if (chairId === recorderId) throw new AppError('person_not_eligible', { recorderId: '主持人和记录人要是两个人' });
  if (authorIds.includes(chairId)) throw new AppError('person_not_eligible', { chairId: '提议人不能主持自己的会' });
  const known = await peopleOf(ctx, [chairId, recorderId, ...invited.map(({ personId }) => personId)]);
  for (const personId of [chairId, recorderId]) await mustHold(ctx, personId, undefined);
  const seats = new Map<string, SeatRole>();
  for (const { personId, role } of invited) {
    if (!known.has(personId) || role === 'CHAIR' || role === 'RECORDER' || role === 'AUTHOR')
      throw new AppError('person_not_eligible', { invited: '名单里有不能这样请的人' });
    const kind = postOf[role];
    if (kind) await mustHold(ctx, personId, kind);
    seats.set(personId, role);
  }
  for (const personId of authorIds) seats.set(personId, 'AUTHOR');
  seats.set(recorderId, 'RECORDER');
  seats.set(chairId, 'CHAIR');
  return [...seats].map(([personId, role]) => ({ personId, role }));
}

/** Throws person_not_eligible for somebody who holds no post today, or not this one. */
async function mustHold(ctx: Ctx, personId: string, kind: string | undefined): Promise<void> {
  const posts = await postsOf(ctx, personId);
  if (!posts.some((post) => kind === undefined || post.kind === kind)) throw new AppError('person_not_eligible');
}
