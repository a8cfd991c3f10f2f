import type { Output, Parsed } from '#shared/contract';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { windowsOn } from '#shared/domain/bookings/windows';
import { dayText } from '#shared/domain/text/dates';
import { addDays, type Day, dayMs, dayOf, instantAt, later, weekdayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { type AdvisorCalendar, availabilityOn, loadCalendar } from './calendar';
import { openFollowUps } from './follow-ups';
import { clockText } from './hours';
import { labelled, ownAdvisor, servedVillages } from './own-advisor';
import { presentItems } from './present';
import { withAdvisor } from './queries';
import { surroundingsOf } from './surroundings';
import { openVisit } from './visits';

type AgendaDay = Output<'advisor.agenda'>['days'][number];

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Talks without a record are asked for so far back. Default, to be confirmed. */
const unrecordedDays = 30;

/** The advisor's days: where one sits, who comes; beside them what waits for an answer and what lacks its record. */
export async function agenda(ctx: Ctx, input: Parsed<'advisor.agenda'>): Promise<Output<'advisor.agenda'>> {
  const { db, districtId, now } = ctx;
  const { id: advisorId } = await ownAdvisor(ctx);
  const world = await worldOf(db);
  const first = input.from ?? dayOf(now);
  const span = { from: instantAt(first, 0), to: instantAt(addDays(first, input.days), 0) };
  const calendar = await loadCalendar(ctx, advisorId, span);
  const rows = await db.booking.findMany({
    where: {
      ...{ districtId, advisorId },
      OR: [
        { startsAt: { gte: span.from, lt: span.to }, status: { notIn: ['RESCHEDULED', 'EXPIRED', 'CANCELLED'] } },
        { status: 'REQUESTED', startsAt: { gt: now } },
        { status: 'CONFIRMED', endsAt: { lt: now, gt: later(now, -unrecordedDays * dayMs) } },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: withAdvisor,
  });
  const items = await presentItems(ctx, rows);
  return {
    days: Array.from({ length: input.days }, (_, index) => addDays(first, index)).map((date) => ({
      ...sitting(world, calendar, date, now),
      items: items.filter(({ startsAt }) => dayOf(new Date(startsAt)) === date),
    })),
    requests: items.filter(({ status, startsAt }) => status === 'REQUESTED' && new Date(startsAt) > now),
    unrecorded: items.filter(({ status, endsAt }) => status === 'CONFIRMED' && new Date(endsAt) < now),
    followUps: await openFollowUps(ctx, advisorId),
    villages: labelled(world, await servedVillages(ctx, advisorId)),
    visit: await openVisit(ctx, world, advisorId),
  };
}

/** Where an advisor sits on a day. */
function sitting(world: World, calendar: AdvisorCalendar, date: Day, now: Date): Omit<AgendaDay, 'items'> {
  const availability = availabilityOn(date, calendar);
  const [start, end] = [instantAt(date, 0), instantAt(date, dayMs)];
  const isAway = availability.leave.some(({ from, to }) => from < end && start < to);
  const windows = windowsOn(date, availability, surroundingsOf(world));
  return {
    ...{ date, label: dayText(date, now), weekday: weekdays[weekdayOf(date)] ?? '' },
    windows: windows.map(({ from, to, manner, villageCode }) => ({
      text: `${clockText(from)}–${clockText(to)}`,
      place: villageCode ? world.placeLabel(villageCode) : mannerLabel(manner),
      manner,
    })),
    note: isAway ? '请假' : windows.length === 0 ? '不坐班' : '',
  };
}
