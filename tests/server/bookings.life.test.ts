import { as } from '../support/api';
import { agreedOn, bookOn, slotsOn, titlesOf } from '../support/booking';
import { freeze, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const monday = '2026-11-23';
const tuesday = '2026-11-24';

beforeEach(() => freeze(`${monday}T10:00:00+08:00`));

const record = {
  ...{ who: '李桂芳本人', facts: '与邻居争地边', lawCited: ['民法典第二百八十八条'], advice: '先请村里调解' },
  nextStep: '周五到村委会调解',
};

describe('the life of a booking', () => {
  it('goes from request to record and rating, and each side is told', async () => {
    const advisor = await make.advisor({ name: '陈明' });
    const resident = await make.person({ name: '李桂芳' });
    const agreed = await agreedOn(resident, advisor, tuesday);
    expect(agreed).toMatchObject({
      status: 'CONFIRMED',
      statusText: '已约好',
      abilities: ['reschedule', 'cancel', 'addPhotos'],
    });
    const target = () => as(advisor.person).ok('bookings.get', { id: agreed.id });
    const now = async (name: 'bookings.arrive' | 'bookings.record', more = {}) =>
      as(advisor.person).call(name, { id: agreed.id, version: (await target()).version, ...more } as never);

    expect((await now('bookings.record', record)).body.error?.code).toBe('booking_not_started');
    freeze(`${tuesday}T09:02:00+08:00`);
    expect((await now('bookings.arrive')).body.statusText).toBe('正在见面');
    const done = await now('bookings.record', record);
    expect(done.body).toMatchObject({ status: 'DONE', record: { ...record, complete: true, handover: null } });
    const mine = await as(resident).ok('bookings.get', { id: agreed.id });
    expect(mine).toMatchObject({ record, abilities: ['rate', 'complain'] });
    const rated = await as(resident).ok('bookings.rate', {
      ...{ id: mine.id, version: mine.version, onTime: true, helpful: true, satisfied: false, note: '话说得太快' },
    });
    expect(rated.rating).toEqual({ onTime: true, helpful: true, satisfied: false, note: '话说得太快' });
    const twice = await as(resident).call('bookings.rate', {
      ...{ id: mine.id, version: rated.version, onTime: true, helpful: true, satisfied: true },
    });
    expect(twice.body.error?.code).toBe('booking_already_rated');
    await drain();
    expect(await titlesOf(resident)).toEqual(['谈完了，请您评价三个问题', '法律顾问接受了预约']);
    expect(await titlesOf(advisor.person)).toEqual(['居民评价了您的服务', '有一个新的预约']);
    const told = await desk().prisma.notification.findMany();
    expect(JSON.stringify(told)).not.toMatch(/地边|民法典|调解/);
  });

  it('is seen by its parties only; others get nothing, staff included', async () => {
    const advisor = await make.advisor();
    const booked = await bookOn(await make.person(), tuesday);
    const strangers = [
      await make.person(),
      await make.staff('GRID_LEAD', home.village),
      await make.staff('JUSTICE_BUREAU', home.district),
      await make.staff('CENTRE_SEAT', home.district),
      (await make.advisor({ villages: [], hours: null })).person,
    ];
    for (const stranger of strangers) {
      expect((await as(stranger).call('bookings.get', { id: booked.id })).status).toBe(404);
      const refused = await as(stranger).call('bookings.cancel', { id: booked.id, version: 1, reason: '取消吧' });
      expect(refused.body.error?.code).toBe('not_found');
    }
    const own = await as(advisor.person).call('bookings.rate', {
      ...{ id: booked.id, version: 1, onTime: true, helpful: true, satisfied: true },
    });
    expect(own.body.error?.code).toBe('forbidden');
  });

  it('is cancelled with a reason, in time, by either side; the other is told', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    const first = await agreedOn(resident, advisor, tuesday);
    const cancel = (who: { id: string }, { id, version }: { id: string; version: number }) =>
      as(who).call('bookings.cancel', { id, version, reason: '家里有事' });
    freeze(`${tuesday}T07:01:00+08:00`);
    expect((await cancel(resident, first)).body.error?.code).toBe('booking_cancel_too_late');
    expect((await cancel(resident, { id: first.id, version: 1 })).body.error?.code).toBe('stale_version');
    freeze(`${monday}T12:00:00+08:00`);
    expect((await cancel(resident, first)).body.status).toBe('CANCELLED');
    expect((await slotsOn(resident, tuesday)).free).toHaveLength(6);
    const second = await agreedOn(resident, advisor, tuesday, 1);
    expect((await cancel(advisor.person, second)).body).toMatchObject({ status: 'CANCELLED' });
    expect((await slotsOn(resident, tuesday)).free).toHaveLength(5);
    expect((await cancel(advisor.person, { ...second, version: second.version + 1 })).body.error?.code).toBe(
      'booking_action_not_allowed',
    );
    await drain();
    expect((await titlesOf(resident))[0]).toBe('预约取消了');
    expect(await titlesOf(advisor.person)).toContain('有一个预约取消了');
  });

  it('moves under the same root with the same advisor, also by the half hour of the old time', async () => {
    const advisor = await make.advisor({ name: '陈明' });
    const resident = await make.person();
    await bookOn(resident, tuesday, 5);
    const first = await agreedOn(resident, advisor, tuesday, 0);
    const { free } = await slotsOn(resident, '2026-11-25');
    const moved = await as(resident).ok('bookings.reschedule', {
      id: first.id,
      version: first.version,
      slotId: free[3]!.id,
    });
    expect(moved).toMatchObject({
      ...{ rootId: first.id, status: 'REQUESTED', because: '还是由陈明律师接待您', whenText: '后天 10:30–11:00' },
    });
    expect((await as(resident).ok('bookings.get', { id: first.id })).status).toBe('RESCHEDULED');
    expect((await slotsOn(resident, tuesday)).free).toHaveLength(5);
    const rows = await desk().prisma.booking.findMany({ where: { rootId: first.id }, orderBy: { sequence: 'asc' } });
    expect(rows.map(({ sequence, previousId }) => [sequence, previousId])).toEqual([
      [0, null],
      [1, first.id],
    ]);
    await drain();
    expect(await titlesOf(advisor.person)).toContain('有一个预约改了时间');
  });

  it('stays where it is when the wished time is gone', async () => {
    const advisor = await make.advisor();
    const [resident, other] = [await make.person(), await make.person()];
    const first = await agreedOn(resident, advisor, tuesday, 0);
    const { free } = await slotsOn(resident, tuesday);
    await as(other).ok('bookings.book', { slotId: free[0]!.id, matter: '别的事情' });
    const { body } = await as(resident).call('bookings.reschedule', { ...pick(first), slotId: free[0]!.id });
    expect(body.error?.code).toBe('slot_taken');
    expect(body.error?.next).toHaveLength(3);
    expect(await as(resident).ok('bookings.get', { id: first.id })).toMatchObject({
      status: 'CONFIRMED',
      version: first.version,
    });
  });

  it('lets the advisor propose another time, which is kept until there is an answer', async () => {
    const advisor = await make.advisor();
    const [resident, other] = [await make.person(), await make.person()];
    const booked = await bookOn(resident, tuesday, 0);
    const { free } = await slotsOn(resident, tuesday);
    const propose = { ...pick(booked), slotId: free[2]!.id, reason: '上午要开庭' };
    const proposed = await as(advisor.person).ok('bookings.propose', propose);
    expect(proposed.proposed).toMatchObject({ id: free[2]!.id });
    expect((await as(other).call('bookings.book', { slotId: free[2]!.id, matter: '别的事情' })).body.error?.code).toBe(
      'slot_taken',
    );
    const accepted = await as(resident).ok('bookings.answer', { ...pick(proposed), accept: true });
    expect(accepted).toMatchObject({ status: 'CONFIRMED', rootId: booked.id, startsAt: free[2]!.startsAt });
    expect((await slotsOn(other, tuesday)).free).toHaveLength(5);
    const again = await as(advisor.person).ok('bookings.propose', {
      ...pick(accepted),
      slotId: free[3]!.id,
      reason: '又要开庭',
    });
    const kept = await as(resident).ok('bookings.answer', { ...pick(again), accept: false });
    expect(kept).toMatchObject({ status: 'CONFIRMED', proposed: null });
    expect((await slotsOn(other, tuesday)).free).toHaveLength(5);
    expect((await as(resident).call('bookings.answer', { ...pick(kept), accept: true })).body.error?.code).toBe(
      'booking_proposal_missing',
    );
  });

  it('is passed on within the firm to somebody who has the time and need not stand aside', async () => {
    const team = await make.team();
    const advisor = await make.advisor({ name: '陈明', teamId: team.id });
    const colleague = await make.advisor({ name: '周强', teamId: team.id, villages: [], hours: null });
    const outsider = await make.advisor({ name: '外人', villages: [] });
    const resident = await make.person();
    const booked = await bookOn(resident, tuesday, 0);
    const { items } = await as(advisor.person).ok('bookings.colleagues', { id: booked.id });
    expect(items.map(({ name }) => name)).toEqual(['周强']);
    const hand = (advisorId: string) =>
      as(advisor.person).call('bookings.passOn', { ...pick(booked), advisorId, reason: '要回避' });
    expect((await hand(outsider.id)).body.error?.code).toBe('advisor_unknown');
    await drain();
    expect((await hand(colleague.id)).body).toMatchObject({ status: 'REQUESTED', advisorName: '周强', abilities: [] });
    expect((await as(advisor.person).call('bookings.get', { id: booked.id })).status).toBe(404);
    const theirs = await as(colleague.person).ok('bookings.get', { id: booked.id });
    expect(theirs.abilities).toContain('confirm');
    expect(theirs.steps.at(-1)).toMatchObject({ text: '转给团队里的周强律师', note: '要回避' });
    await drain();
    expect(await titlesOf(colleague.person)).toEqual(['同事转来一个预约']);
    expect(await titlesOf(resident)).toEqual(['换了一位律师接待您']);
  });

  it('can be joined by a mediator of the village, who is told and then sees it', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    await make.staff('GRID_LEAD', home.village, { name: '张书记' });
    const mediator = await make.staff('MEDIATOR', home.village, { name: '邱明芳' });
    await make.staff('MEDIATOR', home.otherVillage, { name: '别村的' });
    const booked = await bookOn(resident, tuesday, 0);
    const { items } = await as(advisor.person).ok('bookings.companions', { id: booked.id });
    expect(items.map(({ name, text }) => [name, text])).toEqual([
      ['邱明芳', '人民调解员 · 李庄镇高桥村'],
      ['张书记', '网格长 · 李庄镇高桥村'],
    ]);
    await drain();
    const joined = await as(advisor.person).ok('bookings.invite', { ...pick(booked), personId: mediator.id });
    expect(joined.jointName).toBe('邱明芳');
    expect((await as(mediator).ok('bookings.get', { id: booked.id })).abilities).toEqual([]);
    await drain();
    expect(await titlesOf(mediator)).toEqual(['请您一起参加一次接待']);
    expect(await titlesOf(resident)).toEqual(['这次见面多一位一起参加']);
    const nobody = await as(advisor.person).call('bookings.invite', {
      ...pick(joined),
      personId: (await make.person()).id,
    });
    expect(nobody.body.error?.code).toBe('person_not_eligible');
  });

  it('notes an absence of either side after a quarter of an hour, and takes it back', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    const agreed = await agreedOn(resident, advisor, tuesday);
    const note = (who: { id: string }, absent: 'RESIDENT' | 'ADVISOR') =>
      as(who).call('bookings.noShow', { ...pick(agreed), who: absent });
    freeze(`${tuesday}T09:14:00+08:00`);
    expect((await note(resident, 'ADVISOR')).body.error?.code).toBe('booking_absence_too_early');
    pass({ minutes: 1 });
    expect((await note(resident, 'RESIDENT')).body.error?.code).toBe('forbidden');
    const noted = await note(resident, 'ADVISOR');
    expect(noted.body).toMatchObject({ status: 'NO_SHOW_ADVISOR', abilities: ['undoNoShow', 'complain'] });
    expect((await as(advisor.person).call('bookings.undoNoShow', pick(noted.body))).body.error?.code).toBe('forbidden');
    expect((await as(resident).ok('bookings.undoNoShow', pick(noted.body))).status).toBe('CONFIRMED');
  });

  it('carries a complaint to the justice bureau past the advisor', async () => {
    const advisor = await make.advisor();
    const bureau = await make.staff('JUSTICE_BUREAU', home.district);
    const resident = await make.person();
    const agreed = await agreedOn(resident, advisor, tuesday);
    freeze(`${tuesday}T10:00:00+08:00`);
    const noted = await as(resident).ok('bookings.noShow', { ...pick(agreed), who: 'ADVISOR' });
    await as(resident).ok('bookings.complain', { ...pick(noted), text: '等了一个小时没有人来' });
    await drain();
    expect((await titlesOf(bureau)).sort()).toEqual(['有居民反映法律顾问的服务', '有法律顾问失约'].sort());
    const stepsOf = async (who: { id: string }) =>
      (await as(who).ok('bookings.get', { id: agreed.id })).steps.map(({ note }) => note);
    expect(await stepsOf(bureau)).toContain('等了一个小时没有人来');
    expect(await stepsOf(advisor.person)).not.toContain('等了一个小时没有人来');
  });

  it('asks for a call before the booking of somebody who missed three', async () => {
    const advisor = await make.advisor();
    const grid = await make.staff('GRID_STAFF', home.grid);
    const resident = await make.person({ homeGridCode: home.grid });
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) {
      const agreed = await agreedOn(resident, advisor, day);
      freeze(`${day}T10:00:00+08:00`);
      await as(advisor.person).ok('bookings.noShow', { ...pick(agreed), who: 'RESIDENT' });
    }
    const fourth = await bookOn(resident, '2026-11-27');
    await drain();
    expect(await titlesOf(grid)).toEqual(['请打个电话']);
    expect((await as(advisor.person).ok('bookings.get', { id: fourth.id })).callFirst).toBe(true);
  });
});

const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });
