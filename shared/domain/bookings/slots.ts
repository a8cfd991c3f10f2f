import { addDays, type Day, dayMs, dayOf, instantAt, later, minuteMs } from '../time/clock';
import { type Availability, type BookingLimits, type Manner, overlaps, type Span } from './availability';
import type { TravelMinutes } from './travel';
import { type Surroundings, windowsOn } from './windows';

/** One bookable time of one advisor. `villageCode` is set exactly when `manner` is ONSITE. */
export interface Slot extends Span {
  readonly id: string;
  readonly advisorId: string;
  readonly manner: Manner;
  readonly villageCode?: string;
}

/** Time already taken. A booking counts towards the daily limit and has buffers of its own; anything else (court, meeting) has not. */
export interface Busy extends Span {
  readonly isBooking: boolean;
  /** Where the advisor is then: a village code. Absent for a booking means the office, for anything else that no travel is reckoned. */
  readonly villageCode?: string;
}

/** What is asked of `openSlots`: slots that begin from `from` up to (not including) `to`. */
export interface SlotQuery extends Surroundings, Span {
  readonly availability: Availability;
  readonly busy: readonly Busy[];
  readonly now: Date;
}

/** The name of a slot: advisor and UTC start to the second, for example `…@20261124T022000Z`. Two slots of one advisor never share a start. */
export function slotId(advisorId: string, from: Date): string {
  return `${advisorId}@${from.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** The advisor and start behind a slot's name; undefined when it is not one (a 13th month, a 31st of June, other text). */
export function slotOf(id: string): { readonly advisorId: string; readonly from: Date } | undefined {
  const parts = /^(.+)@(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(id);
  if (!parts) return undefined;
  const [, advisorId = '', year, month, day, hour, minute, second] = parts;
  const from = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return !Number.isNaN(from.getTime()) && slotId(advisorId, from) === id ? { advisorId, from } : undefined;
}

/**
 * The free slots of one advisor in order: windows − leave − busy − notice − travel, within the booking window, none on a day
 * that is full. The grid of a day depends on its windows alone, so taking a slot never moves the others. Days are Shanghai days.
 * All free slots of a day are offered while it is not full: whoever claims one counts the day again.
 */
export function openSlots(query: SlotQuery): readonly Slot[] {
  const { availability, now } = query;
  const { limits } = availability;
  const busy = query.busy.filter((taken) => isNear(taken, query));
  const earliest = later(now, limits.minimumNotice * minuteMs);
  const last = addDays(dayOf(now), limits.windowDays);
  const slots: Slot[] = [];
  const first = dayOf(new Date(Math.max(query.from.getTime(), now.getTime())));
  for (let day = first; day <= last && instantAt(day, 0) < query.to; day = addDays(day, 1)) {
    if (bookingsOn(day, busy) < limits.dailyLimit) slots.push(...gridOf(day, availability, query));
  }
  return slots.filter(
    (slot) =>
      slot.from >= query.from &&
      slot.from < query.to &&
      slot.from >= earliest &&
      !availability.leave.some((leave) => overlaps(leave, slot)) &&
      !busy.some((taken) => isInTheWay(taken, slot, limits, query.travelMinutes)),
  );
}

/** Whether something taken may bear on slots that begin in a stretch: on their day's count, or by buffers and travel, which never take a day. */
const isNear = (taken: Span, { from, to }: Span): boolean =>
  taken.to.getTime() > from.getTime() - dayMs && taken.from.getTime() < to.getTime() + dayMs;

/** The bookings of a Shanghai day, by their start: what the daily limit counts. */
export function bookingsOn(day: Day, busy: readonly Busy[]): number {
  return busy.filter((taken) => taken.isBooking && dayOf(taken.from) === day).length;
}

function gridOf(day: Day, availability: Availability, surroundings: Surroundings): readonly Slot[] {
  const { advisorId, limits } = availability;
  const buffer = limits.bufferBefore + limits.bufferAfter;
  const slots: Slot[] = [];
  const ends: { readonly end: number; readonly villageCode?: string }[] = [];
  for (const { manner, villageCode, ...window } of windowsOn(day, availability, surroundings)) {
    const length = limits.slotMinutes[manner];
    if (length <= 0) continue;
    const afterOthers = ends.map(
      (other) => other.end + buffer + surroundings.travelMinutes(other.villageCode, villageCode),
    );
    const place = villageCode === undefined ? {} : { villageCode };
    let start = Math.max(window.from, ...afterOthers);
    for (; start + length <= window.to; start += length + buffer) {
      const from = instantAt(day, start * minuteMs);
      slots.push({
        id: slotId(advisorId, from),
        advisorId,
        from,
        to: later(from, length * minuteMs),
        manner,
        ...place,
      });
      ends.push({ end: start + length, ...place });
    }
  }
  return slots;
}

function isInTheWay(taken: Busy, slot: Slot, limits: BookingLimits, travelMinutes: TravelMinutes): boolean {
  const { bufferBefore, bufferAfter } = limits;
  const [before, after] = taken.isBooking
    ? [bufferAfter + bufferBefore, bufferAfter + bufferBefore]
    : [bufferAfter, bufferBefore];
  const hasPlace = taken.isBooking || taken.villageCode !== undefined;
  const wayThere = hasPlace ? travelMinutes(slot.villageCode, taken.villageCode) : 0;
  const wayBack = hasPlace ? travelMinutes(taken.villageCode, slot.villageCode) : 0;
  return (
    slot.from.getTime() < taken.to.getTime() + (after + wayBack) * minuteMs &&
    taken.from.getTime() - (before + wayThere) * minuteMs < slot.to.getTime()
  );
}
