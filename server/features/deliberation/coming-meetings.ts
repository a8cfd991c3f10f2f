import { dayText, timeText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';

/** A meeting that is called or held, as those see it who print its code. */
export interface ComingMeeting {
  readonly id: string;
  readonly topicId: string;
  readonly title: string;
  readonly whenText: string;
  readonly place: string;
  readonly villageCode: string | null;
  readonly townCode: string;
  /** The code at the door, while people may sign in. */
  readonly signCode: string | null;
}

/** Meetings that are called or held now, the next one first; with `ids` only those. */
export async function comingMeetings(
  { db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  ids?: readonly string[],
): Promise<ComingMeeting[]> {
  const meetings = await db.topicMeeting.findMany({
    where: { districtId, status: { in: ['CALLED', 'OPEN'] }, ...(ids && { id: { in: [...ids] } }) },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { topic: { select: { title: true, villageCode: true, townCode: true } } },
  });
  return meetings.map(({ id, topicId, topic, place, startsAt, status, signCode }) => ({
    ...{ id, topicId, place, ...topic },
    whenText: `${dayText(dayOf(startsAt), now)} ${timeText(startsAt)}`,
    signCode: status === 'OPEN' ? signCode : null,
  }));
}
