import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { canOpen, whyNotHeld } from '#shared/domain/forum/meetings';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move, posted, tell } from '../../forum/index';
import { findOwnPhotos } from '../../photos/index';
import { beginRun, writeMeeting } from '../meetings';

/** Chair or recorder say that the meeting begins; from then on people sign in. Throws meeting_not_now, and topic_action_not_allowed before the notice is over. */
export async function openMeeting(ctx: Ctx, input: Parsed<'forum.openMeeting'>): Promise<string> {
  const met = await beginRun(ctx, input, 'open');
  if (met.topic.status !== 'DISCUSS') throw new AppError('topic_action_not_allowed');
  if (!canOpen(ctx.now, met.meeting.startsAt)) throw new AppError('meeting_not_now');
  await writeMeeting(ctx, met, { status: 'OPEN', openedAt: ctx.now });
  return met.topic.id;
}

/** A meeting that will not be, or that too few came to. Everybody who was asked is told why. */
export async function cancelMeeting(ctx: Ctx, input: Parsed<'forum.cancelMeeting'>): Promise<string> {
  const met = await beginRun(ctx, input, 'cancel');
  await writeMeeting(ctx, met, { status: 'CANCELLED', cancelReason: input.reason });
  await tell(ctx, met, { action: 'callOff', text: '协商会不开了', note: input.reason });
  await ctx.emit('meeting.cancelled', { meetingId: met.meeting.id });
  return met.topic.id;
}

/** The minutes as a whole, in their order; what was there before is replaced. Words said online stay. */
export async function writeMinutes(ctx: Ctx, input: Parsed<'forum.writeMinutes'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const met = await beginRun(ctx, input, 'note');
  const meetingId = met.meeting.id;
  await writeMeeting(ctx, met, {});
  await db.meetingLine.deleteMany({ where: { districtId, meetingId, kind: { not: 'ONLINE' } } });
  await db.meetingLine.createMany({
    data: input.lines.map(({ kind, body, speaker }, index) => ({
      ...{ districtId, id: uuid(), meetingId, kind, position: index + 1, body, speaker: speaker ?? null, at: now },
    })),
  });
  return met.topic.id;
}

/** Pictures of the meeting, seen by others once they have passed. */
export async function addMeetingPhotos(
  ctx: Ctx,
  { id, attachmentIds }: Parsed<'forum.addMeetingPhotos'>,
): Promise<string> {
  const { db, districtId, actor, now } = ctx;
  const { meeting, topic } = await beginRun(ctx, { id }, 'photograph');
  const photos = await findOwnPhotos(ctx, [...new Set(attachmentIds)]);
  const before = await db.meetingPhoto.count({ where: { districtId, meetingId: id } });
  if (before + photos.length > 9) throw new AppError('photo_limit');
  await db.meetingPhoto.createMany({
    data: photos.map((photo) => ({
      districtId,
      meetingId: meeting.id,
      attachmentId: photo.id,
      ownerId: actor.id,
      at: now,
    })),
    skipDuplicates: true,
  });
  for (const photo of photos) await posted(ctx, 'MEETING_PHOTO', `${meeting.id}:${photo.id}`);
  return topic.id;
}

/**
 * The end of a meeting that had its quorum. With an agreement the topic goes on to its decision; without one it stays in discussion, and whoever
 * answers for it calls another or says that nothing came of it. Throws meeting_no_quorum, meeting_no_chair, meeting_no_minutes.
 */
export async function closeMeeting(ctx: Ctx, input: Parsed<'forum.closeMeeting'>): Promise<string> {
  const { db, districtId, now } = ctx;
  const met = await beginRun(ctx, input, 'close');
  const { meeting, topic } = met;
  const lines = await db.meetingLine.findMany({ where: { districtId, meetingId: meeting.id }, select: { kind: true } });
  const why = whyNotHeld(
    meeting.seats.map(({ role, signedAt }) => ({ role, signed: signedAt !== null })),
    lines.map(({ kind }) => kind),
  );
  if (why) throw new AppError(why);
  await writeMeeting(ctx, met, { status: 'HELD', closedAt: now });
  const present = meeting.seats.filter(({ signedAt }) => signedAt).length;
  const agreed = lines.filter(({ kind }) => kind === 'AGREEMENT').length;
  if (agreed > 0)
    await move(ctx, met, { action: 'decide', text: `协商会开过了，到会 ${present} 人，谈成 ${agreed} 条一致意见` });
  else await tell(ctx, met, { action: 'held', text: `协商会开过了，到会 ${present} 人，这次没有一致意见，还要再议` });
  return topic.id;
}

/** Nothing came of the talks: the topic ends with the reason. */
export async function disagreeTopic(ctx: Ctx, { topicId, version, reason }: Parsed<'forum.disagree'>): Promise<string> {
  const begun = await begin(ctx, { id: topicId, version }, 'disagree');
  return move(ctx, begun, { action: 'disagree', text: '没有谈成，这个议题到这里结束', note: reason });
}

/** Back to the talks: the decision that was being written is left as it is, and another meeting is called. */
export async function reopenTopic(ctx: Ctx, { topicId, version, reason }: Parsed<'forum.reopen'>): Promise<string> {
  const begun = await begin(ctx, { id: topicId, version }, 'reopen');
  return move(ctx, begun, { action: 'reopen', text: '还有分歧，回到商议', note: reason });
}
