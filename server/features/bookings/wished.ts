import type { Slot } from '#shared/domain/bookings/slots';
import { answerWish, nearestSlots, type Wish, type WishAnswer } from '#shared/domain/bookings/wishes';
import { slotText, wishText } from '#shared/domain/bookings/words';
import type { BookingFound, BookingSearch, OfferedTime, OwnTalk } from '#shared/domain/chat/booking-state';
import { addDays, dayMs, dayOf, later } from '#shared/domain/time/clock';
import { errors } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { advisorsOf, type VillageAdvisor, villageAsked } from './advisors';
import { type AdvisorCalendar, type Asked, freeSlots, loadCalendars } from './calendar';
import { placeText, whenText } from './present';
import { type Loaded, listOwn } from './queries';
import { isClaimable, storedSlots, suits } from './slots';
import { surroundingsOf } from './surroundings';

/** So many times stand on one card. */
const most = 4;

/**
 * What a talk about booking needs to know: own bookings ahead, and free times near a wish — the village's first advisor's, or the same advisor's
 * when a booking moves; those of the team when that one has none at all. The times are stored, so that they can be claimed at once.
 */
export async function wishedTimes(ctx: Ctx, search: BookingSearch): Promise<BookingFound> {
  const world = await worldOf(ctx.db);
  const rows = (await listOwn(ctx, { state: 'active', limit: 5 })).filter(
    ({ residentId }) => residentId === ctx.actor.id,
  );
  const own = rows.map((row) => talkOf(world, row, ctx.now));
  if (search.aim === 'cancel') return { text: '', times: [], own };
  const moved = rows.find(({ id }) => id === search.about) ?? (rows.length === 1 ? rows[0] : undefined);
  if (search.aim === 'move' && !moved) return { text: '', times: [], own };
  const isMove = search.aim === 'move';
  const villageCode =
    isMove && moved ? moved.villageCode : villageAsked(world, ctx, ctx.actor.homeVillageCode ?? search.villageCode);
  const advisors = await advisorsOf(ctx, villageCode);
  const inOrder = isMove ? advisors.toSorted((a, b) => rankOf(b, moved) - rankOf(a, moved)) : advisors;
  if (inOrder.length === 0) return { text: errors.advisor_missing[1], times: [], own };
  const [first, ...others] = inOrder;
  for (const group of [first ? [first] : [], others]) {
    const found = await offered(ctx, world, villageCode, group, search, isMove ? moved?.id : undefined);
    if (found.times.length > 0 || group === others) return { ...found, own };
  }
  return { text: '', times: [], own };
}

const rankOf = ({ advisorId }: VillageAdvisor, moved: Loaded | undefined) => Number(advisorId === moved?.advisorId);

const talkOf = (world: World, row: Loaded, now: Date): OwnTalk => ({
  bookingId: row.id,
  version: row.version,
  text: `${whenText(row, now)} · ${placeText(world, row)}`,
});

async function offered(
  ctx: Ctx,
  world: World,
  villageCode: string,
  group: readonly VillageAdvisor[],
  { wish }: BookingSearch,
  moving: string | undefined,
): Promise<{ text: string; times: OfferedTime[] }> {
  const { now } = ctx;
  const windowDays = Math.max(0, ...group.map((one) => one.windowDays));
  const asked: Asked = { from: now, to: later(now, (windowDays + 1) * dayMs), now, moving };
  const ids = group.map(({ advisorId }) => advisorId);
  const calendars: ReadonlyMap<string, AdvisorCalendar> = await loadCalendars(ctx, ids, asked);
  const free = [...calendars.values()].flatMap((calendar) =>
    freeSlots(calendar, surroundingsOf(world), asked).filter((slot) => suits(slot, villageCode)),
  );
  const answer: WishAnswer | undefined = wish && answerWish(wish as Wish, free, now, addDays(dayOf(now), windowDays));
  const slots = answer ? slotsOf(answer) : nearestSlots(free, now.getTime());
  const rows = await storedSlots(ctx, slots);
  const times: OfferedTime[] = [];
  for (const slot of slots) {
    const row = rows.get(slot.id);
    if (!row || !isClaimable(row, ctx.actor.id, now)) continue;
    const name = group.find(({ advisorId }) => advisorId === slot.advisorId)?.name ?? '';
    const place = slot.villageCode ? world.placeLabel(slot.villageCode) : '';
    times.push({
      slotId: row.id,
      text: slotText(slot, now),
      advisorName: name,
      place,
      startsAt: row.startsAt.toISOString(),
    });
    if (times.length === most) break;
  }
  times.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const lead = times[0]
    ? `${times[0].advisorName}最近有空的时间：`
    : wishText({ text: '', from: '' }, { kind: 'NONE' }, now);
  return { text: wish && answer && times.length > 0 ? wishText(wish as Wish, answer, now) : lead, times };
}

function slotsOf(answer: WishAnswer): readonly Slot[] {
  if (answer.kind === 'NONE') return [];
  return answer.kind === 'ASK_DAY' ? answer.days.flatMap(({ slots }) => slots.slice(0, 1)) : answer.slots;
}
