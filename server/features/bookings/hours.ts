import type { Output, Parsed } from '#shared/contract';
import { mannerLabel } from '#shared/domain/bookings/availability';
import { availabilityProblems } from '#shared/domain/bookings/availability-checks';
import { rhythmText } from '#shared/domain/bookings/market-days';
import { dayText } from '#shared/domain/text/dates';
import { dayOf, instantAt } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { type AvailabilityLine, availabilityOn, loadCalendar } from './calendar';
import { labelled, ownAdvisor, servedVillages } from './own-advisor';

type Entered = Parsed<'advisor.saveHours'>['lines'][number];

const weekdayWords = ['', '一', '二', '三', '四', '五', '六', '日'] as const;

/** A time of day as people read it: 570 → 9:30. */
export const clockText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Everything an advisor has entered about time; what is over is left out. */
export async function ownHours(ctx: Ctx): Promise<Output<'advisor.hours'>> {
  const advisor = await ownAdvisor(ctx);
  const world = await worldOf(ctx.db);
  const today = dayOf(ctx.now);
  const midnight = instantAt(today, 0);
  const { lines } = await loadCalendar(ctx, advisor.id, { from: midnight, to: midnight });
  const { version, slotMinutes, bufferMinutes, noticeHours, windowDays, dailyLimit } = advisor;
  return {
    version,
    limits: { slotMinutes, bufferMinutes, noticeHours, windowDays, dailyLimit },
    villages: labelled(world, await servedVillages(ctx, advisor.id)),
    lines: lines
      .filter(({ date, untilDate }) => !date || (untilDate ?? date) >= today)
      .map((line) => present(world, line, ctx.now)),
  };
}

function present(world: World, line: AvailabilityLine, now: Date): Output<'advisor.hours'>['lines'][number] {
  const { id, kind, manner, villageCode, weekday, date, untilDate, marketDigits, lunar, note } = line;
  return {
    ...{ id, kind, manner, villageCode, weekday, date, untilDate, marketDigits, lunar, note },
    ...{ fromMinute: line.fromMinute, toMinute: line.toMinute, text: lineText(world, line, now) },
  };
}

/** A line in words: 每周二 9:00–11:30 · 李庄镇高桥村. */
function lineText(world: World, line: AvailabilityLine, now: Date): string {
  const { kind, date, untilDate, weekday, marketDigits: digits, lunar, fromMinute, toMinute, villageCode } = line;
  const when = `${clockText(fromMinute)}–${clockText(toMinute)}`;
  const where = villageCode ? world.placeLabel(villageCode) : mannerLabel(line.manner ?? 'PHONE');
  switch (kind) {
    case 'WEEKLY':
      return `每周${weekdayWords[weekday ?? 0] ?? ''} ${when} · ${where}`;
    case 'DATE':
      return `${dayText(date ?? '', now)} ${when} · ${where}`;
    case 'MARKET':
      return `${rhythmText({ kind: lunar ? 'LUNAR' : 'SOLAR', digits })}赶场 ${when} · ${where}`;
    case 'LEAVE': {
      const isWhole = fromMinute === 0 && toMinute === 1440;
      const last = untilDate && untilDate !== date ? `到${dayText(untilDate, now)}` : '';
      return `${dayText(date ?? '', now)}${last}请假${isWhole ? '' : ` ${when}`}`;
    }
  }
}

/** Refuses hours that cannot be kept: a village that is not served, a line half filled in, an end before its beginning, an overlap. */
export function checkHours(advisorId: string, villages: readonly string[], input: Parsed<'advisor.saveHours'>): void {
  input.lines.forEach((line, index) => {
    const where = `lines.${index}`;
    if (line.villageCode && !villages.includes(line.villageCode))
      throw new AppError('booking_other_village', { [where]: '这不是您服务的村（社区）' });
    if ((line.kind === 'WEEKLY' && !line.weekday) || (line.kind === 'DATE' && !line.date))
      throw new AppError('availability_day_invalid', { [where]: '选哪一天' });
    if ((line.manner === 'ONSITE') !== Boolean(line.villageCode) || (line.kind === 'MARKET' && !line.villageCode))
      throw new AppError('availability_village_missing', { [where]: '到村的要选村（社区）' });
    if (line.kind === 'MARKET' && line.marketDigits.length === 0)
      throw new AppError('availability_market_invalid', { [where]: '选逢几赶场' });
  });
  const { slotMinutes: minutes, bufferMinutes, noticeHours, windowDays, dailyLimit } = input.limits;
  const slotMinutes = { ONSITE: minutes, PHONE: minutes, VIDEO: minutes };
  const limits = { slotMinutes, bufferBefore: 0, bufferAfter: bufferMinutes, minimumNotice: noticeHours * 60 };
  const calendar = {
    ...{ advisorId, busy: [], lines: input.lines.map(asLine) },
    limits: { ...limits, windowDays, dailyLimit },
  };
  const days = [always, ...new Set(input.lines.flatMap(({ date }) => date ?? []))];
  const [problem] = days.flatMap((day) => availabilityProblems(availabilityOn(day, calendar)));
  if (problem) throw new AppError(problem.reason);
}

/** Before every day that can be entered. */
const always = '1999-12-31';

const asLine = (line: Entered, index: number): AvailabilityLine => ({
  ...{ ...line, id: String(index), villageCode: line.villageCode ?? null, weekday: line.weekday ?? null },
  ...{ date: line.date ?? null, untilDate: null, startsOn: always, endsOn: null },
});
