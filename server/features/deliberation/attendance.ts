import type { Ctx } from '../../kernel/context';

/** Who signed in to the meeting of a topic that was held last; undefined when there was none. */
export async function lastAttendance(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  topicId: string,
): Promise<{ meetingId: string; startsAt: Date; people: string[] } | undefined> {
  const meeting = await db.topicMeeting.findFirst({
    where: { districtId, topicId, status: 'HELD' },
    orderBy: { startsAt: 'desc' },
    select: { id: true, startsAt: true, seats: { where: { signedAt: { not: null } }, select: { personId: true } } },
  });
  if (!meeting) return undefined;
  const { id: meetingId, startsAt, seats } = meeting;
  return { meetingId, startsAt, people: seats.map(({ personId }) => personId) };
}
