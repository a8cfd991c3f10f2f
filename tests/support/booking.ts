import type { Input, Output } from '#shared/contract';
import { as } from './api';

type Person = { id: string };

/** The slots of a Shanghai day as a person sees them. */
export async function slotsOn(who: Person, date: string, more: Partial<Input<'bookings.slots'>> = {}) {
  const { days, advisor, because } = await as(who).ok('bookings.slots', { from: date, days: 1, ...more });
  const [day] = days;
  return { advisor, because, note: day!.note, all: day!.slots, free: day!.slots.filter(({ free }) => free) };
}

/** What is sent to book a slot: a quarrel between neighbours. */
export const wish = (slotId: string, given: Partial<Input<'bookings.book'>> = {}): Input<'bookings.book'> => ({
  ...{ slotId, matter: '邻居占了我家地边', disputeType: '邻里' },
  ...given,
});

/** Books the free slot of a day with this number, counted from 0. */
export async function bookOn(
  who: Person,
  date: string,
  index = 0,
  given: Partial<Input<'bookings.book'>> = {},
): Promise<Output<'bookings.get'>> {
  const { free } = await slotsOn(who, date);
  return as(who).ok('bookings.book', wish(free[index]!.id, given));
}

/** A booking the advisor has accepted. */
export async function agreedOn(who: Person, advisor: { person: Person }, date: string, index = 0) {
  const { id, version } = await bookOn(who, date, index);
  await as(advisor.person).ok('bookings.confirm', { id, version });
  return as(who).ok('bookings.get', { id });
}

/** The titles of a person's notices, the newest first. */
export const titlesOf = async (who: Person): Promise<string[]> =>
  (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
