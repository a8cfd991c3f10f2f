import type { Input } from '#shared/contract';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

type Person = { id: string };

/** The free slots of a day as a person sees them. */
async function slotsOn(who: Person, date: string, more: Partial<Input<'bookings.slots'>> = {}) {
  const { days, advisor } = await as(who).ok('bookings.slots', { from: date, days: 1, ...more });
  const [day] = days;
  return { advisor, note: day!.note, all: day!.slots, free: day!.slots.filter(({ free }) => free) };
}

const book = (slotId: string, given: Partial<Input<'bookings.book'>> = {}) => ({
  ...{ slotId, matter: '邻居占了我家地边', disputeType: '邻里' as const },
  ...given,
});

describe('booking a slot', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('takes a free slot of the village advisor and waits for the answer', async () => {
    const { person } = await make.advisor({ name: '陈律师' });
    const resident = await make.person({ name: '李桂芳' });
    const { free, advisor } = await slotsOn(resident, '2026-11-24');
    expect(advisor).toMatchObject({ name: '陈律师', rank: 'PRIMARY', villageLabel: '李庄镇高桥村' });
    expect(free.map(({ text }) => text)).toEqual([
      '明天 09:00–09:30 · 到村',
      '明天 09:30–10:00 · 到村',
      '明天 10:00–10:30 · 到村',
      '明天 10:30–11:00 · 到村',
      '明天 11:00–11:30 · 到村',
      '明天 11:30–12:00 · 到村',
    ]);
    const booked = await as(resident).ok('bookings.book', book(free[2]!.id));
    expect(booked).toMatchObject({
      ...{ status: 'REQUESTED', statusText: '待顾问确认', whenText: '明天 10:00–10:30', place: '李庄镇高桥村' },
      ...{ advisorName: '陈律师', because: '由您村（社区）的法律顾问陈律师律师接待您' },
      abilities: ['reschedule', 'cancel'],
    });
    expect(booked.no).toMatch(/^YY20261123-\d+$/);
    const seen = await as(person).ok('bookings.get', { id: booked.id });
    expect(seen.abilities).toEqual(['confirm', 'propose', 'passOn', 'invite', 'cancel']);
    expect(seen).toMatchObject({ residentLabel: '李桂芳', matter: '邻居占了我家地边' });
    expect((await slotsOn(resident, '2026-11-24')).free).toHaveLength(5);
    pass({ minutes: 1 });
    await drain();
    expect(await desk().prisma.slot.count({ where: { state: 'TAKEN' } })).toBe(1);
    expect(home.village).toBe(booked.villageCode);
  });
});
