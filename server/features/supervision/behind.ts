import type { Output, Parsed } from '#shared/contract';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { bookingStatusLabel } from '#shared/domain/bookings/lifecycle';
import { momentText, timeText } from '#shared/domain/text/dates';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { worldOf } from '../places/index';
import { periodOf } from './period';
import { mustSupervise } from './policy';

type Line = Output<'supervision.behind'>['items'][number];

/** Not more lines than this stand behind one number. */
const longest = 500;

/**
 * The list behind a number of an advisor: when, where and how, the latest first. Nothing of the matters and of the people in it; what was said is
 * for the parties and the quarterly sample.
 */
export async function behind(ctx: Ctx, input: Parsed<'supervision.behind'>): Promise<Output<'supervision.behind'>> {
  mustSupervise(ctx);
  const { db, districtId, now } = ctx;
  const { advisorId, what } = input;
  const { from, to } = periodOf(input, now);
  if (!(await db.advisor.findFirst({ where: { districtId, id: advisorId }, select: { id: true } })))
    throw new AppError('advisor_unknown');
  const world = await worldOf(db);
  const own = { districtId, advisorId };
  const within = { gte: from, lt: to };
  switch (what) {
    case 'presence': {
      const rows = await db.advisorPresence.findMany({
        where: { ...own, arrivedAt: within },
        orderBy: { arrivedAt: 'desc' },
        take: longest,
      });
      return {
        items: rows.map(({ id, arrivedAt, leftAt, villageCode, metres, qrOk, signedAt }) => ({
          ...{ id, atText: momentText(arrivedAt, now) },
          text: `${world.placeLabel(villageCode)} · ${leftAt ? `到 ${timeText(leftAt)}` : '没有签退'}`,
          note: `离村 ${metres} 米 · ${qrOk ? '扫了村码' : '没有扫码'} · ${signedAt ? '村里已签字' : '村里没有签字，不计'}`,
        })),
      };
    }
    case 'lectures': {
      const rows = await db.advisorLecture.findMany({
        where: { ...own, heldAt: within },
        orderBy: { heldAt: 'desc' },
        take: longest,
      });
      return {
        items: rows.map(({ id, heldAt, villageCode, topic, headcount }) => ({
          ...{ id, atText: momentText(heldAt, now), text: `${world.placeLabel(villageCode)} · ${topic}` },
          note: `${headcount} 人`,
        })),
      };
    }
    default:
      return { items: await talks(ctx, { ...own, startsAt: within }, what) };
  }
}

async function talks(
  { db, now }: Ctx,
  where: { districtId: string; advisorId: string; startsAt: { gte: Date; lt: Date } },
  what: 'consultations' | 'records' | 'ratings',
): Promise<Line[]> {
  const world = await worldOf(db);
  const status = { in: ['DONE', 'CONFIRMED', 'NO_SHOW_ADVISOR', 'NO_SHOW_RESIDENT'] as const };
  const rows = await db.booking.findMany({
    where: {
      ...{ ...where, endsAt: { lt: now } },
      ...(what === 'ratings' ? { ratedSatisfied: { not: null } } : { status: { in: [...status.in] } }),
    },
    orderBy: { startsAt: 'desc' },
    take: longest,
  });
  const records = await db.serviceRecord.findMany({
    where: { districtId: where.districtId, bookingId: { in: rows.map(({ id }) => id) } },
    select: { bookingId: true, complete: true },
  });
  const complete = new Map(records.map((record) => [record.bookingId, record.complete]));
  return rows
    .filter((row) => what !== 'records' || row.status === 'DONE' || row.status === 'CONFIRMED')
    .map((row) => {
      const record = complete.get(row.id);
      const notes = {
        consultations: bookingStatusLabel(row.status),
        records: record === undefined ? '没有记录' : record ? '记录完整' : '记录不完整',
        ratings: row.ratedSatisfied ? '满意' : '不满意',
      };
      return {
        ...{ id: row.id, atText: momentText(row.startsAt, now), note: notes[what] },
        text: `${world.placeLabel(row.villageCode)} · ${mannerLabel(row.manner)}`,
      };
    });
}
