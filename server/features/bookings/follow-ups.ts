import type { FollowUp } from '#prisma';
import type { Output } from '#shared/contract';
import { dayText, momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';

type Item = Output<'bookings.get'>['followUps'][number];

/** One task after a talk, as those read it who may read the record. */
function presentFollowUp({ id, bookingId, text, dueOn, doneAt, doneNote }: FollowUp, now: Date): Item {
  const day = dueOn.toISOString().slice(0, 10);
  const done = doneAt && [`${momentText(doneAt, now)}办完`, doneNote].filter(Boolean).join('：');
  return {
    ...{ id, bookingId, text, dueOn: day, dueText: `${dayText(day, now)}前` },
    overdue: doneAt === null && day < dayOf(now),
    doneText: done || null,
  };
}

/** The tasks of one talk, the nearest first. */
export async function followUpsOf({ db, districtId, now }: Ctx, bookingId: string): Promise<Item[]> {
  const rows = await db.followUp.findMany({
    where: { districtId, bookingId },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => presentFollowUp(row, now));
}

/** Not more open tasks than this stand in an advisor's day. */
const most = 50;

/** An advisor's open tasks, the nearest first. */
export async function openFollowUps({ db, districtId, now }: Ctx, advisorId: string): Promise<Item[]> {
  const rows = await db.followUp.findMany({
    where: { districtId, advisorId, doneAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map((row) => presentFollowUp(row, now));
}
