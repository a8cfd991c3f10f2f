import type { MeetingSeat, TopicMeeting } from '#prisma';
import { type MeetingAction, type MeetingStatus, meetingStatusAfter } from '#shared/domain/forum/meetings';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type Begun, homeOf } from '../forum/index';
import { owns, seen } from './asked';

export type Meeting = TopicMeeting & { seats: MeetingSeat[] };

/** A meeting with the topic it is about. */
export interface Met extends Begun {
  readonly meeting: Meeting;
}

/** A meeting of a topic this actor may see; not_found for any other. */
export async function findMeeting(ctx: Ctx, id: string): Promise<Met> {
  const { db, districtId } = ctx;
  const meeting = await db.topicMeeting.findFirst({ where: { districtId, id }, include: { seats: true } });
  if (!meeting) throw new AppError('not_found');
  return { ...(await seen(ctx, meeting.topicId)), meeting };
}

/** Whether this actor runs the meeting: chairs it, keeps its minutes, or answers for the topic. */
export const runs = (ctx: Pick<Ctx, 'actor'>, { meeting, topic }: Pick<Met, 'meeting' | 'topic'>): boolean =>
  [meeting.chairId, meeting.recorderId].includes(ctx.actor.id) || owns(ctx, { topic });

export const seatOf = ({ actor }: Pick<Ctx, 'actor'>, { seats }: Pick<Meeting, 'seats'>): MeetingSeat | undefined =>
  seats.find(({ personId }) => personId === actor.id);

/** Whether this actor may sit in the meeting: is invited, or lives where the topic counts. */
export const maySit = (ctx: Pick<Ctx, 'actor'>, { meeting, topic, world }: Met): boolean =>
  seatOf(ctx, meeting) !== undefined || homeOf(world, ctx.actor.homeVillageCode, topic) === 'yes';

/** A meeting that this actor runs, looked at in its newest version, in whose life the action has a place; else the named refusal. */
export async function beginRun(
  ctx: Ctx,
  { id, version }: { id: string; version?: number },
  action: MeetingAction,
): Promise<Met> {
  const met = await findMeeting(ctx, id);
  if (!runs(ctx, met)) throw new AppError('forbidden');
  if (version !== undefined && met.meeting.version !== version) throw new AppError('stale_version');
  mustAllow(met.meeting.status, action);
  return met;
}

/** Throws meeting_action_not_allowed unless the life of a meeting allows this now. */
export function mustAllow(status: MeetingStatus, action: MeetingAction): void {
  if (!meetingStatusAfter(status, action)) throw new AppError('meeting_action_not_allowed');
}

/** Writes a meeting on from the version that was looked at; stale_version if somebody was faster. */
export async function writeMeeting(
  { db, districtId }: Ctx,
  { meeting }: Pick<Met, 'meeting'>,
  data: Partial<Pick<TopicMeeting, 'status' | 'openedAt' | 'closedAt' | 'cancelReason'>>,
): Promise<void> {
  const { count } = await db.topicMeeting.updateMany({
    where: { districtId, id: meeting.id, version: meeting.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError('stale_version');
}
