import { v7 as uuid } from 'uuid';
import type { Input } from '#shared/contract';
import { as } from '../support/api';
import { bookOn, slotsOn, titlesOf, wish } from '../support/booking';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const monday = '2026-11-23';
const tuesday = '2026-11-24';
/** Another village of the same town. */
const neighbour = '511502101206';

beforeEach(() => freeze(`${monday}T10:00:00+08:00`));

describe('bookings.slots', () => {
  it('shows the free slots of the village advisor, stored so that they can be claimed', async () => {
    await make.advisor({ name: '陈明' });
    const resident = await make.person();
    const { free, advisor, because } = await slotsOn(resident, tuesday);
    expect(advisor).toMatchObject({ name: '陈明', rank: 'PRIMARY', villageLabel: '李庄镇高桥村' });
    expect(advisor.mayNot[0]).toContain('利益冲突');
    expect(because).toBe('由您村（社区）的法律顾问陈明律师接待您');
    expect(free.map(({ text }) => text)).toEqual(
      ['09:00–09:30', '09:30–10:00', '10:00–10:30', '10:30–11:00', '11:00–11:30', '11:30–12:00'].map(
        (time) => `明天 ${time} · 到村`,
      ),
    );
    const again = await slotsOn(resident, tuesday);
    expect(again.free.map(({ id }) => id)).toEqual(free.map(({ id }) => id));
  });

  it('keeps the notice, shows what is taken as taken, and leave as leave', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    expect((await slotsOn(resident, monday)).free.map(({ text }) => text)).toEqual(
      ['今天 12:00–12:30 · 到村'].slice(1),
    );
    await bookOn(resident, tuesday, 1);
    const { all, free } = await slotsOn(await make.person(), tuesday);
    expect([all.length, free.length]).toEqual([6, 5]);
    await make.leave(advisor, '2026-11-25');
    expect(await slotsOn(resident, '2026-11-25')).toMatchObject({ note: '请假', all: [] });
  });

  it('shows a colleague of the team when the village advisor is away, and says so', async () => {
    const team = await make.team();
    const primary = await make.advisor({ name: '陈明', teamId: team.id });
    await make.advisor({ name: '罗芳', teamId: team.id, villages: [neighbour], hours: null });
    const colleague = await make.advisor({ name: '周强', teamId: team.id, villages: [] });
    await make.leave(primary, tuesday);
    const { advisor, because, free } = await slotsOn(await make.person(), tuesday);
    expect(advisor).toMatchObject({ id: colleague.id, rank: 'TEAM' });
    expect(because).toBe('陈明律师这段时间约不上，由镇街律师团队里手头事情最少的周强律师接待您');
    expect(free[0]).toMatchObject({ manner: 'PHONE', place: '电话' });
  });

  it('goes by the lunar calendar on market days', async () => {
    const advisor = await make.advisor({ hours: null });
    await make.availability(advisor, {
      ...{ kind: 'MARKET', manner: 'ONSITE', villageCode: home.village, weekday: null },
      ...{ marketDigits: [6], lunar: true },
    });
    const resident = await make.person();
    const { days } = await as(resident).ok('bookings.slots', { from: monday, days: 7 });
    expect(days.filter(({ slots }) => slots.length > 0)).toMatchObject([{ date: '2026-11-24', note: '赶场日' }]);
  });

  it.each([
    ['no home and no village named', {}, 'place_unknown'],
    ['a village without an advisor', { villageCode: '511502116001' }, 'advisor_missing'],
    ['a village that does not exist', { villageCode: '511502999999' }, 'place_unknown'],
    ['a 13th month', { villageCode: home.village, from: '2026-13-01' }, 'invalid_input'],
    ['a 31st of June', { villageCode: home.village, from: '2027-06-31' }, 'invalid_input'],
    ['an advisor of elsewhere', { villageCode: home.village, advisorId: uuid() }, 'advisor_unknown'],
  ])('refuses %s', async (_what, input, code) => {
    await make.advisor();
    const resident = await make.person({ homeVillageCode: null });
    expect((await as(resident).call('bookings.slots', input)).body.error?.code).toBe(code);
  });
});

describe('bookings.book', () => {
  it('takes the slot and waits for the advisor, who is told', async () => {
    const { person } = await make.advisor({ name: '陈明' });
    const resident = await make.person({ name: '李桂芳' });
    const booked = await bookOn(resident, tuesday, 2);
    expect(booked).toMatchObject({
      ...{ status: 'REQUESTED', statusText: '待顾问确认', whenText: '明天 10:00–10:30', place: '李庄镇高桥村' },
      ...{ advisorName: '陈明', because: '由您村（社区）的法律顾问陈明律师接待您', villageCode: home.village },
      abilities: ['reschedule', 'cancel', 'addPhotos'],
    });
    expect(booked.no).toMatch(/^YY20261123-\d+$/);
    const seen = await as(person).ok('bookings.get', { id: booked.id });
    expect(seen.abilities).toEqual(['confirm', 'propose', 'passOn', 'invite', 'cancel']);
    expect(seen).toMatchObject({ residentLabel: '李桂芳', phone: resident.phone });
    await drain();
    expect(await titlesOf(person)).toEqual(['有一个新的预约']);
    expect(await titlesOf(resident)).toEqual([]);
  });

  it('is done once for one key', async () => {
    await make.advisor();
    const resident = await make.person();
    const { free } = await slotsOn(resident, tuesday);
    const [first, second] = await Promise.all(
      [1, 2].map(() => as(resident).ok('bookings.book', wish(free[0]!.id), { key: 'once-and-once' })),
    );
    expect(second!.id).toBe(first!.id);
    expect(await desk().prisma.booking.count()).toBe(1);
  });

  it('gives the nearest free slots to whoever comes second', async () => {
    await make.advisor();
    const [one, two] = [await make.person(), await make.person()];
    const { free } = await slotsOn(two, tuesday);
    await as(one).ok('bookings.book', wish(free[2]!.id));
    const { status, body } = await as(two).call('bookings.book', wish(free[2]!.id));
    expect([status, body.error?.code]).toEqual([409, 'slot_taken']);
    expect(body.error?.next?.map(({ text }) => text)).toEqual([
      '明天 09:00–09:30 · 到村',
      '明天 09:30–10:00 · 到村',
      '明天 10:30–11:00 · 到村',
    ]);
    await as(two).ok('bookings.book', wish(body.error!.next![0]!.id));
  });

  it('refuses a slot of another village, a past one, one too near, an unknown one, a third and one at the same time', async () => {
    await make.advisor();
    const elsewhere = await make.advisor({
      villages: [neighbour],
      teamId: (await make.team({ towns: [] })).id,
    });
    const [resident, other] = [await make.person(), await make.person({ homeVillageCode: neighbour })];
    const book = async (slotId: string) => (await as(resident).call('bookings.book', wish(slotId))).body.error?.code;
    const foreign = await slotsOn(other, tuesday);
    expect(foreign.advisor.id).toBe(elsewhere.id);
    expect(await book(foreign.free[0]!.id)).toBe('booking_other_village');
    expect(await book(uuid())).toBe('not_found');
    const { free } = await slotsOn(resident, tuesday);
    freeze(`${tuesday}T09:10:00+08:00`);
    expect(await book(free[0]!.id)).toBe('booking_slot_past');
    expect(await book(free[1]!.id)).toBe('booking_notice_too_short');
    freeze(`${monday}T10:00:00+08:00`);
    await as(resident).ok('bookings.book', wish(free[0]!.id));
    const phone = await make.advisor({ name: '周强', rank: 'SUBSTITUTE', hours: null });
    await make.availability(phone, { weekday: 2 });
    const same = await slotsOn(resident, tuesday, { advisorId: phone.id });
    expect(await book(same.free[0]!.id)).toBe('booking_same_time');
    await as(resident).ok('bookings.book', wish(free[1]!.id));
    expect(await book(free[2]!.id)).toBe('booking_limit');
  });

  it('counts the limit of the day again when a slot is claimed', async () => {
    await make.advisor({ dailyLimit: 1 });
    const [one, two] = [await make.person(), await make.person()];
    const { free } = await slotsOn(two, tuesday);
    await as(one).ok('bookings.book', wish(free[0]!.id));
    const { body } = await as(two).call('bookings.book', wish(free[3]!.id));
    expect(body.error?.code).toBe('slot_closed');
    expect(body.error?.next?.[0]?.startsAt.slice(0, 10)).toBe('2026-11-25');
  });

  it('does not sell a slot from before the leave', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    const { free } = await slotsOn(resident, tuesday);
    await make.leave(advisor, tuesday);
    const { body } = await as(resident).call('bookings.book', wish(free[0]!.id));
    expect(body.error?.code).toBe('slot_closed');
    expect(body.error?.next).not.toEqual([]);
  });

  it('passes over the village advisor in a matter against the village, and a firm that advised the other side', async () => {
    const [own, other] = [await make.team(), await make.team()];
    await make.advisor({ name: '陈明', teamId: own.id });
    const second = await make.advisor({ name: '周强', teamId: other.id, villages: [] });
    const resident = await make.person();
    const { free } = await slotsOn(resident, tuesday);
    const against = await as(resident).call('bookings.book', wish(free[0]!.id, { otherParty: '高桥村委会' }));
    expect(against.body.error?.code).toBe('booking_conflict');
    expect(new Set(against.body.error?.next?.map(({ advisorName }) => advisorName))).toEqual(new Set(['周强']));
    const instead = await as(resident).ok(
      'bookings.book',
      wish(against.body.error!.next![0]!.id, { otherParty: '高桥村委会' }),
    );
    expect(instead).toMatchObject({
      advisorId: second.id,
      because: '陈明律师按规定要回避，由镇街律师团队里手头事情最少的周强律师接待您',
    });

    const client = await make.person({ name: '钱有才' });
    await bookOn(client, tuesday, 1);
    const { body } = await as(await make.person()).call('bookings.book', wish(free[3]!.id, { otherParty: '钱 有才' }));
    expect(body.error?.code).toBe('booking_conflict');
    const rows = await desk().prisma.booking.findMany();
    expect(JSON.stringify(rows)).not.toMatch(/钱有才|村委会/);
  });
});

describe('bookings.hold', () => {
  it('keeps a slot for five minutes, one a person', async () => {
    await make.advisor();
    const [one, two] = [await make.person(), await make.person()];
    const { free } = await slotsOn(one, tuesday);
    const hold = (who: { id: string }, index: number) => as(who).call('bookings.hold', { slotId: free[index]!.id });
    expect((await hold(one, 0)).body.heldUntil).toBe('2026-11-23T02:05:00.000Z');
    expect((await hold(two, 0)).body.error?.code).toBe('slot_taken');
    expect((await as(two).call('bookings.book', wish(free[0]!.id))).body.error?.code).toBe('slot_taken');
    expect((await slotsOn(two, tuesday)).free).toHaveLength(5);
    expect((await slotsOn(one, tuesday)).free).toHaveLength(6);
    await hold(one, 1);
    expect((await hold(two, 0)).status).toBe(200);
    pass({ minutes: 5 });
    expect((await hold(two, 1)).status).toBe(200);
    expect((await as(one).call('bookings.book', wish(free[1]!.id))).body.error?.code).toBe('slot_taken');
    await as(two).ok('bookings.book', wish(free[1]!.id));
  });
});

describe('bookings.bookFor', () => {
  const elder = (slotId: string, walkIn = false): Input<'bookings.bookFor'> => ({
    ...{ slotId, personName: '王婆婆', personPhone: '13900001111', villageCode: home.village, walkIn },
    ...{ matter: '儿子不给赡养费', disputeType: '婚姻家庭', consent: true },
  });

  it('lets staff of the place book for an elder, who counts as one person', async () => {
    const { person } = await make.advisor();
    const grid = await make.staff('GRID_STAFF', home.grid);
    const { free } = await slotsOn(grid, tuesday, { villageCode: home.village });
    const booked = await as(grid).ok('bookings.bookFor', elder(free[0]!.id));
    expect(booked).toMatchObject({ residentLabel: '王婆婆', abilities: ['reschedule', 'cancel', 'addPhotos'] });
    await as(grid).ok('bookings.bookFor', elder(free[1]!.id));
    expect((await as(grid).call('bookings.bookFor', elder(free[2]!.id))).body.error?.code).toBe('booking_limit');
    expect((await as(grid).ok('bookings.list', { state: 'active' })).items).toHaveLength(2);
    expect(await as(person).ok('bookings.get', { id: booked.id })).toMatchObject({ phone: '13900001111' });
    const stranger = await make.staff('GRID_STAFF', `${neighbour}001`);
    expect((await as(stranger).call('bookings.bookFor', elder(free[3]!.id))).body.error?.code).toBe('forbidden');
    expect((await as(stranger).call('bookings.get', { id: booked.id })).status).toBe(404);
  });

  it('gives whoever comes by the slot of now, and it stands at once', async () => {
    const { person } = await make.advisor();
    freeze(`${tuesday}T09:10:00+08:00`);
    const { free } = await slotsOn(person, tuesday, { villageCode: home.village, walkIn: true });
    expect(free[0]!.text).toBe('今天 09:00–09:30 · 到村');
    const booked = await as(person).ok('bookings.bookFor', elder(free[0]!.id, true));
    expect(booked).toMatchObject({ status: 'CONFIRMED', walkIn: true });
    expect(booked.abilities).toContain('record');
  });
});
