import { mannerLabel } from '#shared/domain/bookings/availability';
import { timeOfDay } from '#shared/domain/time/clock';
import type { Slot, SlotDay } from './types';

/** The slots of one part of a day; `title` names the part and the place or way of talking, when it is one for all. */
export interface SlotPart {
  title: string;
  mixed: boolean;
  slots: Slot[];
}

const parts = [
  { until: 12, name: '上午' },
  { until: 18, name: '下午' },
  { until: 24, name: '晚上' },
] as const;
const hourMs = 3_600_000;

/** The slots of a day by the part of the day (Asia/Shanghai) they begin in; parts without slots are left out. */
export function partsOf(slots: readonly Slot[]): SlotPart[] {
  return parts.flatMap(({ until, name }, at) => {
    const from = parts[at - 1]?.until ?? 0;
    const inside = slots.filter(({ startsAt }) => {
      const hour = timeOfDay(new Date(startsAt)) / hourMs;
      return hour >= from && hour < until;
    });
    if (inside.length === 0) return [];
    const ways = [...new Set(inside.map(({ manner, place }) => (manner === 'ONSITE' ? place : mannerLabel(manner))))];
    return [{ title: ways.length === 1 ? `${name} · ${ways[0]}` : name, mixed: ways.length > 1, slots: inside }];
  });
}

/** The day to open first: the one asked for if it has slots at all, else the first with a free one, else the first with any. */
export function dayToOpen(days: readonly SlotDay[], wanted?: string): SlotDay | undefined {
  const withSlots = days.filter(({ slots }) => slots.length > 0);
  return (
    withSlots.find(({ date }) => date === wanted) ??
    withSlots.find(({ slots }) => slots.some(({ free }) => free)) ??
    withSlots[0]
  );
}
