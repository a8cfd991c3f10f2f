import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { offerSlots } from '#server/features/bookings/index';
import { forgetWorld } from '#server/features/places/index';
import { as } from '../support/api';
import { agreedOn, bookOn, slotsOn, titlesOf, wish } from '../support/booking';
import { freeze } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { make } from '../support/make';

const tuesday = '2026-11-24';
type Person = { id: string };

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });
const people = (count: number) => Promise.all(Array.from({ length: count }, () => make.person()));

/** What must hold after whatever happened at once: each living booking has its slot to itself, and only living bookings have one. */
async function expectSound() {
  const { prisma } = desk();
  const living = await prisma.booking.findMany({ where: { status: { in: ['REQUESTED', 'CONFIRMED'] } } });
  const taken = await prisma.slot.findMany({ where: { state: 'TAKEN' } });
  expect(taken.map(({ id }) => id).sort()).toEqual(living.map(({ slotId }) => slotId).sort());
  for (const a of living)
    for (const b of living)
      if (a.id < b.id && (a.advisorId === b.advisorId || a.residentId === b.residentId))
        expect(a.startsAt >= b.endsAt || b.startsAt >= a.endsAt).toBe(true);
  const perPerson = new Map<string, number>();
  for (const { residentId } of living) perPerson.set(residentId, (perPerson.get(residentId) ?? 0) + 1);
  expect(Math.max(0, ...perPerson.values())).toBeLessThanOrEqual(2);
  const offered = await prisma.waitingEntry.findMany({ where: { state: 'OFFERED' } });
  const held = await prisma.slot.findMany({ where: { id: { in: offered.map(({ slotId }) => slotId ?? '') } } });
  for (const entry of offered)
    expect(held.find(({ id }) => id === entry.slotId)).toMatchObject({ state: 'HELD', holderId: entry.personId });
}

describe('500 claims on one slot', () => {
  it('give exactly one booking, and the others the next free times', async () => {
    await make.advisor();
    const crowd = await people(500);
    const { free } = await slotsOn(crowd[0]!, tuesday);
    const replies = await Promise.all(crowd.map((one) => as(one).call('bookings.book', wish(free[2]!.id))));
    const codes = replies.map(({ status, body }) => (status === 200 ? 'won' : body.error?.code));
    expect(codes.filter((code) => code === 'won')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['won', 'slot_taken']));
    for (const { status, body } of replies) if (status !== 200) expect(body.error?.next).toHaveLength(3);
    expect(await desk().prisma.booking.count()).toBe(1);
    await expectSound();
  }, 60_000);

  it('are answered by a desk that has only just started, too: nobody waits in a transaction for what another connection must read', async () => {
    await make.advisor();
    const crowd = await people(60);
    const { free } = await slotsOn(crowd[0]!, tuesday);
    forgetWorld();
    const replies = await Promise.all(crowd.map((one) => as(one).call('bookings.book', wish(free[2]!.id))));
    const codes = replies.map(({ status, body }) => (status === 200 ? 'won' : body.error?.code));
    expect(codes.toSorted()).toEqual([...Array.from({ length: 59 }, () => 'slot_taken'), 'won']);
  }, 60_000);
});

describe('things that happen at once', () => {
  it('never give one person a third booking', async () => {
    await make.advisor();
    const resident = await make.person();
    const { free } = await slotsOn(resident, tuesday);
    const replies = await Promise.all(free.map(({ id }) => as(resident).call('bookings.book', wish(id))));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(replies.filter(({ body }) => body.error?.code === 'booking_limit')).toHaveLength(4);
    await expectSound();
  });

  it('never fill a day beyond its limit', async () => {
    await make.advisor({ dailyLimit: 3 });
    const crowd = await people(6);
    const { free } = await slotsOn(crowd[0]!, tuesday);
    const replies = await Promise.all(crowd.map((one, index) => as(one).call('bookings.book', wish(free[index]!.id))));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(3);
    await expectSound();
  });

  it('never sell two overlapping times after the hours have changed', async () => {
    const advisor = await make.advisor();
    const crowd = await people(12);
    const old = await slotsOn(crowd[0]!, tuesday);
    await desk().prisma.advisor.updateMany({ where: { id: advisor.id }, data: { slotMinutes: 40 } });
    const fresh = await slotsOn(crowd[0]!, tuesday);
    const ids = [...old.free, ...fresh.free].map(({ id }) => id);
    await Promise.all(ids.map((id, index) => as(crowd[index % 12]!).call('bookings.book', wish(id))));
    await expectSound();
    expect(await desk().prisma.booking.count()).toBeGreaterThan(0);
  });

  it('let a cancelling, a move, an offer and claims meet on one slot', async () => {
    const advisor = await make.advisor();
    for (let round = 0; round < 6; round += 1) {
      const [holder, mover, waiting, ...crowd] = await people(13);
      const day = `2026-11-${25 + round}`;
      const booked = await agreedOn(holder!, advisor, day, 0);
      const other = await bookOn(mover!, day, 0);
      await as(waiting!).ok('waiting.join', {
        ...{ matter: '想问离婚的事', wishFrom: `${day}T00:00:00+08:00`, wishTo: `${day}T23:00:00+08:00` },
      });
      const slot = await desk().prisma.booking.findFirstOrThrow({ where: { id: booked.id } });
      const replies = await Promise.all([
        as(holder!).call('bookings.cancel', { ...pick(booked), reason: '不用了' }),
        as(mover!).call('bookings.reschedule', { ...pick(other), slotId: slot.slotId }),
        asSystem(offerSlots).then(() => ({ status: 200 })),
        as(advisor.person).call('bookings.cancel', { ...pick(booked), reason: '要开庭' }),
        ...crowd.map((one) => as(one).call('bookings.book', wish(slot.slotId))),
      ]);
      expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
      await expectSound();
    }
  }, 60_000);

  it('let leave meet claims: nobody stays booked into it, and whoever was is told', async () => {
    const advisor = await make.advisor();
    const crowd = await people(6);
    const { free } = await slotsOn(crowd[0]!, tuesday);
    const leave = { date: tuesday, fromMinute: 0, toMinute: 1440, note: '外出培训' };
    const [added, ...replies] = await Promise.all([
      as(advisor.person).call('advisor.addLeave', leave),
      ...crowd.map((one, index) => as(one).call('bookings.book', wish(free[index]!.id))),
    ]);
    const booked = replies.filter(({ status }) => status === 200).length;
    expect(added).toMatchObject({ status: 200, body: { affected: booked } });
    const onTuesday = {
      startsAt: { gte: new Date(`${tuesday}T00:00:00+08:00`), lt: new Date('2026-11-25T00:00:00+08:00') },
    };
    expect(
      await desk().prisma.booking.count({ where: { ...onTuesday, status: { in: ['REQUESTED', 'CONFIRMED'] } } }),
    ).toBe(0);
    await drain();
    for (const [index, reply] of replies.entries())
      if (reply.status === 200) expect(await titlesOf(crowd[index]!)).toContain('预约取消了');
    await expectSound();
  });

  it('stay sound whatever people do in whatever order', async () => {
    const advisor = await make.advisor();
    const crowd = await people(5);
    const { free } = await slotsOn(crowd[0]!, tuesday);
    const ids = free.map(({ id }) => id);
    const step = fc.record({
      who: fc.integer({ min: 0, max: 4 }),
      slot: fc.integer({ min: 0, max: 5 }),
      what: fc.constantFrom(
        'book',
        'cancel',
        'reschedule',
        'hold',
        'join',
        'take',
        'confirm',
        'propose',
        'answer',
        'sweep',
      ),
    });
    const act = async ({ who, slot, what }: { who: number; slot: number; what: string }): Promise<number> => {
      const person: Person = crowd[who]!;
      const own = (await as(person).ok('bookings.list', { state: 'active' })).items[0];
      const target = own ? pick(own) : { id: uuid(), version: 1 };
      const slotId = ids[slot]!;
      const calls: Record<string, () => Promise<{ status: number }>> = {
        book: () => as(person).call('bookings.book', wish(slotId)),
        hold: () => as(person).call('bookings.hold', { slotId }),
        cancel: () => as(person).call('bookings.cancel', { ...target, reason: '不用了' }),
        reschedule: () => as(person).call('bookings.reschedule', { ...target, slotId }),
        confirm: () => as(advisor.person).call('bookings.confirm', target),
        propose: () => as(advisor.person).call('bookings.propose', { ...target, slotId, reason: '要开庭' }),
        answer: () => as(person).call('bookings.answer', { ...target, accept: slot % 2 === 0 }),
        join: () =>
          as(person).call('waiting.join', {
            ...{ matter: '想问离婚的事', wishFrom: `${tuesday}T00:00:00+08:00`, wishTo: `${tuesday}T23:00:00+08:00` },
          }),
        take: async () => {
          const line = (await as(person).ok('waiting.list', {})).items.find(({ state }) => state === 'OFFERED');
          return as(person).call('waiting.take', { id: line?.id ?? uuid() });
        },
        sweep: async () => ({ status: (await asSystem(offerSlots)) >= 0 ? 200 : 500 }),
      };
      return (await calls[what]!()).status;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (bursts) => {
        for (const burst of bursts) {
          const statuses = await Promise.all(burst.map(act));
          expect(statuses.filter((status) => status >= 500)).toEqual([]);
          await expectSound();
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
