import type { Output, Parsed } from '#shared/contract';
import { lawyer } from '#shared/domain/bookings/address';
import { chooseAdvisor } from '#shared/domain/bookings/allocation';
import { isMarketDay } from '#shared/domain/bookings/market-days';
import { dayText } from '#shared/domain/text/dates';
import { addDays, type Day, dayMs, dayOf, instantAt, weekdayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import { type Ctx, isStaff } from '../../kernel/context';
import { encodeCursor } from '../../kernel/cursor';
import { type World, worldOf } from '../places/index';
import { advisorsOf, presentAdvisor, type VillageAdvisor, villageAsked } from './advisors';
import { type AdvisorCalendar, type Asked, availabilityOn, freeSlots, loadCalendars } from './calendar';
import { presentItems } from './present';
import { listOwn } from './queries';
import { type OfferedSlot, offeredSlots, presentSlot, suits } from './slots';
import { lunarDayOf, surroundingsOf } from './surroundings';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The advisors of one's village with what they may and may not do. */
export async function myAdvisors(ctx: Ctx, input: Parsed<'advisors.mine'>): Promise<Output<'advisors.mine'>> {
  const world = await worldOf(ctx.db);
  const villageCode = villageAsked(world, ctx, input.villageCode);
  const advisors = await advisorsOf(ctx, villageCode);
  return {
    villageCode,
    villageLabel: world.placeLabel(villageCode),
    items: advisors.map((advisor) => presentAdvisor(ctx, world, villageCode, advisor)),
  };
}

/** Slots day by day: of the advisor named, else of whoever comes first by the rule and has time. What is taken is shown as such. */
export async function slotsByDay(ctx: Ctx, input: Parsed<'bookings.slots'>): Promise<Output<'bookings.slots'>> {
  const { now } = ctx;
  const world = await worldOf(ctx.db);
  const villageCode = villageAsked(world, ctx, input.villageCode);
  const advisors = await advisorsOf(ctx, villageCode);
  if (advisors.length === 0) throw new AppError('advisor_missing');
  const first = input.from ?? dayOf(now);
  const asked: Asked = {
    ...{ from: instantAt(first, 0), to: instantAt(addDays(first, input.days), 0), now },
    isWalkIn: input.walkIn && isStaff(ctx.actor),
  };
  const calendars = await loadCalendars(
    ctx,
    advisors.map(({ advisorId }) => advisorId),
    asked,
  );
  const { advisor, because } = whose(world, villageCode, advisors, calendars, asked, input.advisorId);
  const calendar = calendars.get(advisor.advisorId);
  if (!calendar) throw new AppError('advisor_unknown');
  const offered = (await offeredSlots(ctx, world, calendar, asked)).filter(({ row }) => suits(row, villageCode));
  return {
    advisor: presentAdvisor(ctx, world, villageCode, advisor),
    because,
    days: Array.from({ length: input.days }, (_, index) => addDays(first, index)).map((date) => {
      const slots = offered.filter(({ row }) => dayOf(row.startsAt) === date);
      return {
        ...{ date, label: dayText(date, now), weekday: weekdays[weekdayOf(date)] ?? '' },
        note: noteOf(date, calendar, slots),
        slots: slots.map((slot) => presentSlot(world, slot, advisor.name, now)),
      };
    }),
  };
}

/** The advisor to show, and why. */
function whose(
  world: World,
  villageCode: string,
  advisors: readonly VillageAdvisor[],
  calendars: ReadonlyMap<string, AdvisorCalendar>,
  asked: Asked,
  advisorId: string | undefined,
): { advisor: VillageAdvisor; because: string } {
  const named = advisors.find((each) => each.advisorId === advisorId);
  if (named) return { advisor: named, because: `${lawyer(named.name)}的时间` };
  const [primary] = advisors;
  if (advisorId || !primary) throw new AppError('advisor_unknown');
  const { chosen, text } = chooseAdvisor({
    matter: { villageCode, isAgainstVillage: false, otherPartyKeys: [] },
    candidates: advisors.map((each) => ({
      ...{ ...each, clientKeys: [] },
      get isFree() {
        const calendar = calendars.get(each.advisorId);
        if (!calendar) return false;
        return freeSlots(calendar, surroundingsOf(world), asked).some((slot) => suits(slot, villageCode));
      },
    })),
  });
  return { advisor: advisors.find((each) => each.advisorId === chosen?.advisorId) ?? primary, because: text };
}

/** A word about a day: on leave, market, full, not in. */
function noteOf(date: Day, calendar: AdvisorCalendar, slots: readonly OfferedSlot[]): string {
  const { leave, markets } = availabilityOn(date, calendar);
  const [start, end] = [instantAt(date, 0), instantAt(date, dayMs)];
  if (slots.length === 0) return leave.some(({ from, to }) => from < end && start < to) ? '请假' : '不坐班';
  if (!slots.some(({ free }) => free)) return '约满';
  return markets.some(({ rhythm }) => isMarketDay(date, rhythm, lunarDayOf)) ? '赶场日' : '';
}

/** Own bookings and those entered for others. */
export async function ownBookings(ctx: Ctx, input: Parsed<'bookings.list'>): Promise<Output<'bookings.list'>> {
  const rows = await listOwn(ctx, input);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: await presentItems(ctx, shown),
    nextCursor: last && rows.length > input.limit ? encodeCursor(last.startsAt.toISOString(), last.id) : null,
  };
}
