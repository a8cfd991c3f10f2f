import { offerSlots, soundBookingAlarms } from '#server/features/bookings/index';
import { as } from '../support/api';
import { agreedOn, bookOn, slotsOn, titlesOf, wish } from '../support/booking';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const monday = '2026-11-23';
const tuesday = '2026-11-24';
const wholeTuesday = {
  wishFrom: `${tuesday}T00:00:00+08:00`,
  wishTo: `${tuesday}T24:00:00+08:00`.replace('T24', 'T23'),
};

beforeEach(() => freeze(`${monday}T10:00:00+08:00`));

const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });
const join = (who: { id: string }) => as(who).ok('waiting.join', { matter: '想问离婚的事', ...wholeTuesday });
const mine = async (who: { id: string }) => (await as(who).ok('waiting.list', {})).items[0]!;

describe('the waiting list', () => {
  it('keeps an offer standing when the advisor proposes the same time and the talk falls away', async () => {
    const advisor = await make.advisor();
    const [holder, first] = await Promise.all([1, 2].map(() => make.person()));
    const booked = await bookOn(holder!, tuesday);
    const own = await bookOn(first!, tuesday, 1);
    await join(first!);
    await as(holder!).ok('bookings.cancel', { ...pick(booked), reason: '不用了' });
    const { slot } = await mine(first!);
    const proposed = { ...pick(own), slotId: slot!.id, reason: '要开庭' };
    const { version } = await as(advisor.person).ok('bookings.propose', proposed);

    await as(first!).ok('bookings.cancel', { id: own.id, version, reason: '不用了' });
    expect((await mine(first!)).state).toBe('OFFERED');
    expect(await desk().prisma.slot.findFirst({ where: { id: slot!.id } })).toMatchObject({
      ...{ state: 'HELD', holderId: first!.id },
    });
  });

  it('leaves a proposed time taken when the resident got it from the waiting list and calls the first one off', async () => {
    const advisor = await make.advisor();
    const [holder, first] = await Promise.all([1, 2].map(() => make.person()));
    const booked = await bookOn(holder!, tuesday);
    const own = await bookOn(first!, tuesday, 1);
    const { id } = await join(first!);
    await as(holder!).ok('bookings.cancel', { ...pick(booked), reason: '不用了' });
    const { slot } = await mine(first!);
    const proposed = { ...pick(own), slotId: slot!.id, reason: '要开庭' };
    const { version } = await as(advisor.person).ok('bookings.propose', proposed);
    await as(first!).ok('waiting.take', { id });

    await as(first!).ok('bookings.cancel', { id: own.id, version, reason: '不用了' });
    expect((await desk().prisma.slot.findFirst({ where: { id: slot!.id } }))?.state).toBe('TAKEN');
  });

  it('offers a freed slot to whoever came first, keeps it half an hour, then passes it on', async () => {
    await make.advisor();
    const [holder, first, second, other] = await Promise.all([1, 2, 3, 4].map(() => make.person()));
    const booked = await bookOn(holder!, tuesday);
    const one = await join(first!);
    pass({ minutes: 1 });
    const two = await join(second!);
    expect([one.place, two.place]).toEqual([1, 2]);

    await as(holder!).ok('bookings.cancel', { ...pick(booked), reason: '不用了' });
    await drain();
    expect(await titlesOf(first!)).toEqual(['有空位了，给您留 30 分钟']);
    expect(await mine(first!)).toMatchObject({ state: 'OFFERED', slot: { startsAt: booked.startsAt } });
    const slotId = (await mine(first!)).slot!.id;
    expect((await as(other!).call('bookings.book', wish(slotId))).body.error?.code).toBe('slot_taken');
    expect((await slotsOn(other!, tuesday)).free).toHaveLength(5);

    pass({ minutes: 30 });
    expect((await as(first!).call('waiting.take', { id: one.id })).body.error?.code).toBe('waiting_offer_over');
    await Promise.all([asSystem(offerSlots), asSystem(offerSlots), asSystem(offerSlots)]);
    await drain();
    expect(await mine(first!)).toMatchObject({ state: 'WAITING', place: 1, slot: null });
    expect(await titlesOf(second!)).toEqual(['有空位了，给您留 30 分钟']);
    const taken = await as(second!).ok('waiting.take', { id: two.id });
    expect(taken).toMatchObject({ status: 'REQUESTED', startsAt: booked.startsAt, matter: '想问离婚的事' });
    expect((await mine(second!)).state).toBe('TAKEN');
    expect(await desk().prisma.waitingOffer.count()).toBe(2);
  });

  it('goes to the next at once when it is declined, and is open to all when nobody is left', async () => {
    await make.advisor();
    const [holder, first, second, other] = await Promise.all([1, 2, 3, 4].map(() => make.person()));
    const booked = await bookOn(holder!, tuesday);
    const one = await join(first!);
    const two = await join(second!);
    await as(holder!).ok('bookings.cancel', { ...pick(booked), reason: '不用了' });
    await as(first!).ok('waiting.decline', { id: one.id });
    expect((await mine(second!)).state).toBe('OFFERED');
    await as(second!).ok('waiting.leave', { id: two.id });
    expect((await slotsOn(other!, tuesday)).free).toHaveLength(6);
    expect((await mine(first!)).state).toBe('WAITING');
    expect((await as(second!).call('waiting.leave', { id: two.id })).body.error?.code).toBe('waiting_offer_over');
    expect((await as(other!).call('waiting.leave', { id: one.id })).status).toBe(404);
  });

  it('offers nothing in the night, but keeps the slot until morning', async () => {
    await make.advisor();
    const [holder, first, other] = await Promise.all([1, 2, 3].map(() => make.person()));
    const booked = await bookOn(holder!, tuesday, 5);
    await join(first!);
    freeze(`${monday}T22:00:00+08:00`);
    await as(holder!).ok('bookings.cancel', { ...pick(booked), reason: '不用了' });
    expect((await mine(first!)).state).toBe('WAITING');
    expect((await slotsOn(other!, tuesday)).free).toHaveLength(5);
    freeze(`${tuesday}T08:00:00+08:00`);
    await asSystem(offerSlots);
    expect((await mine(first!)).state).toBe('OFFERED');
    expect(await asSystem(offerSlots)).toBe(0);
  });

  it('ends with the wished time, and lets one stand in two lines', async () => {
    await make.advisor();
    const waiting = await make.person();
    await join(waiting);
    await join(waiting);
    const refusal = async (given: object) =>
      (await as(waiting).call('waiting.join', { matter: '想问离婚的事', ...wholeTuesday, ...given })).body.error?.code;
    expect(await refusal({})).toBe('waiting_limit');
    expect(await refusal({ wishTo: wholeTuesday.wishFrom })).toBe('waiting_wish_invalid');
    expect(await refusal({ wishFrom: '2027-13-01T00:00:00+08:00' })).toBe('invalid_input');
    pass({ days: 3 });
    await asSystem(offerSlots);
    expect((await as(waiting).ok('waiting.list', {})).items.map(({ state }) => state)).toEqual(['EXPIRED', 'EXPIRED']);
  });
});

describe('the clocks of a booking', () => {
  it('remind a day and two hours ahead, once, and ask for a call where the reminder did not arrive', async () => {
    const advisor = await make.advisor();
    const grid = await make.staff('GRID_STAFF', home.grid);
    const resident = await make.person({ name: '李桂芳', homeGridCode: home.grid });
    await agreedOn(resident, advisor, '2026-11-25');
    const reminders = async () => (await titlesOf(resident)).filter((title) => title === '预约提醒').length;
    const sound = async () => {
      await Promise.all([asSystem(soundBookingAlarms), asSystem(soundBookingAlarms)]);
      await drain();
    };
    freeze(`${tuesday}T08:59:00+08:00`);
    await sound();
    expect(await reminders()).toBe(0);
    pass({ minutes: 1 });
    await sound();
    expect(await reminders()).toBe(1);
    pass({ minutes: 10 });
    await sound();
    await sound();
    const { items } = await as(grid).ok('notifications.list', {});
    expect(items).toMatchObject([
      { title: '请打个电话', body: '请给李桂芳打个电话，提醒：明天 09:00–09:30 · 到村 · 李庄镇高桥村' },
    ]);
    freeze('2026-11-25T07:00:00+08:00');
    await sound();
    expect(await reminders()).toBe(2);
    await as(resident).ok('notifications.markRead', {});
    pass({ minutes: 10 });
    await sound();
    expect((await as(grid).ok('notifications.list', {})).items).toHaveLength(1);
    freeze('2026-11-26T09:30:00+08:00');
    await sound();
    expect((await titlesOf(advisor.person))[0]).toBe('请补写服务记录');
    expect(await asSystem(soundBookingAlarms)).toBe(0);
  });

  it('end a request that nobody answered', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    const booked = await bookOn(resident, tuesday);
    freeze(`${tuesday}T09:00:00+08:00`);
    await asSystem(soundBookingAlarms);
    await drain();
    expect(await as(resident).ok('bookings.get', { id: booked.id })).toMatchObject({
      status: 'EXPIRED',
      abilities: [],
    });
    expect((await titlesOf(resident))[0]).toBe('顾问没有答复，请另约时间');
    expect((await titlesOf(advisor.person))[0]).toBe('有一个预约没有答复，已失效');
  });
});
