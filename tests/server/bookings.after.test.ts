import { remindFollowUps } from '#server/features/bookings/index';
import { as } from '../support/api';
import { agreedOn, bookOn, slotsOn, titlesOf } from '../support/booking';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const tuesday = '2026-11-24';
const record = { who: '李桂芳本人', facts: '与邻居争地边', advice: '先请村里调解', nextStep: '周五到村委会调解' };
const pick = ({ id, version }: { id: string; version: number }) => ({ id, version });

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

/** A talk that is over and waits for its record. */
async function heldTalk() {
  const advisor = await make.advisor({ name: '陈明' });
  const resident = await make.person({ name: '李桂芳' });
  const agreed = await agreedOn(resident, advisor, tuesday);
  freeze(`${tuesday}T09:40:00+08:00`);
  return { advisor, resident, agreed };
}

describe('handing a matter on', () => {
  it('opens a ticket of the resident, with the words agreed to and nothing of the record', async () => {
    const { advisor, resident, agreed } = await heldTalk();
    const lead = await make.staff('GRID_LEAD', home.village, { name: '张书记' });
    const done = await as(advisor.person).ok('bookings.record', {
      ...{ ...pick(agreed), ...record, handover: 'mediation', handoverConsent: true },
      handoverText: '两家为地边的界线说不拢，想请村里调解',
    });
    expect(done.record).toMatchObject({ handover: 'mediation', ticketNo: expect.stringMatching(/^CP/) });
    const { items } = await as(resident).ok('tickets.list', {});
    expect(items).toMatchObject([{ no: done.record!.ticketNo, title: '请人民调解：邻里纠纷', mine: 'reporter' }]);
    const seen = await as(lead).ok('tickets.get', { id: items[0]!.id });
    expect(seen.description).toContain('两家为地边的界线说不拢，想请村里调解');
    expect(JSON.stringify(seen)).not.toMatch(/先请村里调解|周五到村委会/);
  });

  it('goes to the centre for legal aid, with the matter in one sentence', async () => {
    const { advisor, resident, agreed } = await heldTalk();
    await as(advisor.person).ok('bookings.record', {
      ...{ ...pick(agreed), ...record, handover: 'legalAid', handoverConsent: true },
    });
    const [ticket] = (await as(resident).ok('tickets.list', {})).items;
    expect(ticket).toMatchObject({ categoryName: '法律援助申请', title: '申请法律援助：邻里' });
    const detail = await as(resident).ok('tickets.get', { id: ticket!.id });
    expect(detail.description).toContain('邻居占了我家地边');
    expect(detail.leadUnitName).toBe('区司法局');
  });

  it('is refused without the resident’s consent, and nothing is written', async () => {
    const { advisor, resident, agreed } = await heldTalk();
    const refused = await as(advisor.person).call('bookings.record', {
      ...{ ...pick(agreed), ...record, handover: 'desk' },
    });
    expect(refused.body.error?.code).toBe('booking_handover_consent');
    expect((await as(resident).ok('bookings.get', { id: agreed.id })).status).toBe('CONFIRMED');
    expect((await as(resident).ok('tickets.list', {})).items).toEqual([]);
  });
});

describe('a task after a talk', () => {
  const noted = async () => {
    const talk = await heldTalk();
    const done = await as(talk.advisor.person).ok('bookings.record', { ...pick(talk.agreed), ...record });
    const add = (more = {}) =>
      as(talk.advisor.person).call('bookings.followUp', {
        ...{ ...pick(done), text: '看李桂芳发来的界线照片', dueOn: '2026-11-27' },
        ...more,
      });
    return { ...talk, done, add };
  };

  it('stands in the advisor’s day until it is done, and both who talked see it', async () => {
    const { advisor, resident, add } = await noted();
    const { body } = await add();
    expect(body.followUps).toMatchObject([{ text: '看李桂芳发来的界线照片', dueOn: '2026-11-27', doneText: null }]);
    expect((await as(resident).ok('bookings.get', { id: body.id })).followUps).toHaveLength(1);
    const open = async () => (await as(advisor.person).ok('advisor.agenda', {})).followUps;
    expect(await open()).toMatchObject([{ bookingId: body.id, overdue: false }]);
    const [task] = await open();
    await as(advisor.person).ok('advisor.finishFollowUp', { id: task!.id, note: '照片看过了' });
    expect(await open()).toEqual([]);
    const again = await as(advisor.person).call('advisor.finishFollowUp', { id: task!.id });
    expect(again.body.error?.code).toBe('follow_up_done');
    const { followUps } = await as(resident).ok('bookings.get', { id: body.id });
    expect(followUps[0]!.doneText).toBe('今天 09:40办完：照片看过了');
  });

  it('is reminded of on its day, without its words, and again after a week', async () => {
    const { advisor, add } = await noted();
    await add();
    await drain();
    freeze('2026-11-27T08:59:00+08:00');
    expect(await asSystem(remindFollowUps)).toBe(0);
    pass({ minutes: 1 });
    expect(await asSystem(remindFollowUps)).toBe(1);
    expect(await asSystem(remindFollowUps)).toBe(0);
    await drain();
    expect((await titlesOf(advisor.person))[0]).toBe('有一件见面后的事到期了');
    expect(JSON.stringify(await desk().prisma.notification.findMany())).not.toContain('界线');
    freeze('2026-12-04T09:00:00+08:00');
    expect(await asSystem(remindFollowUps)).toBe(1);
  });

  it('is refused in the past, beyond a year, before the record, by others and as the eleventh', async () => {
    const { resident, done, add } = await noted();
    expect((await add({ dueOn: '2026-11-23' })).body.error?.code).toBe('follow_up_day_invalid');
    expect((await add({ dueOn: '2027-12-01' })).body.error?.code).toBe('follow_up_day_invalid');
    const byResident = await as(resident).call('bookings.followUp', {
      ...pick(done),
      text: '别人',
      dueOn: '2026-11-27',
    });
    expect(byResident.body.error?.code).toBe('forbidden');
    const stranger = await make.advisor({ villages: [], hours: null });
    const foreign = await as(stranger.person).call('advisor.finishFollowUp', { id: done.id });
    expect(foreign.body.error?.code).toBe('not_found');
    let version = done.version;
    for (let index = 0; index < 10; index += 1) version = (await add({ version })).body.version;
    expect((await add({ version })).body.error?.code).toBe('follow_up_limit');
  });
});

describe('papers for the advisor', () => {
  it('are shown to those who talk, stay with the talk when it moves, and can be taken back', async () => {
    const advisor = await make.advisor();
    const resident = await make.person();
    const lead = await make.staff('GRID_LEAD', home.village);
    const booked = await bookOn(resident, tuesday);
    const photo = await make.photo({ ownerId: resident.id, ticketId: null });
    const added = await as(resident).ok('bookings.addPhotos', { ...pick(booked), attachmentIds: [photo.id] });
    expect(added.photos.map(({ id }) => id)).toEqual([photo.id]);
    expect((await as(advisor.person).ok('bookings.get', { id: booked.id })).photos).toHaveLength(1);
    expect((await as(lead).call('bookings.get', { id: booked.id })).status).toBe(404);
    const { free } = await slotsOn(resident, '2026-11-25');
    const moved = await as(resident).ok('bookings.reschedule', { ...pick(added), slotId: free[0]!.id });
    expect(moved.photos.map(({ id }) => id)).toEqual([photo.id]);
    const inUse = await as(resident).call('tickets.removePhoto', { id: photo.id });
    expect(inUse.body.error?.code).toBe('photo_in_use');
    const back = await as(resident).ok('bookings.removePhoto', { ...pick(moved), attachmentId: photo.id });
    expect(back.photos).toEqual([]);
    await as(resident).ok('tickets.removePhoto', { id: photo.id });
  });

  it('are refused of others, twice, beyond nine, from the advisor and after the talk', async () => {
    const { advisor, resident, agreed } = await heldTalk();
    const add = (who: { id: string }, attachmentIds: string[], version = agreed.version) =>
      as(who).call('bookings.addPhotos', { id: agreed.id, version, attachmentIds });
    const own = await Promise.all(
      Array.from({ length: 10 }, () => make.photo({ ownerId: resident.id, ticketId: null })),
    );
    const foreign = await make.photo({ ownerId: advisor.person.id, ticketId: null });
    expect((await add(resident, [foreign.id])).body.error?.code).toBe('not_found');
    expect((await add(advisor.person, [foreign.id])).body.error?.code).toBe('forbidden');
    const first = await add(
      resident,
      own.slice(0, 5).map(({ id }) => id),
    );
    const { version } = first.body;
    expect((await add(resident, [own[0]!.id], version)).body.error?.code).toBe('photo_in_use');
    expect(
      (
        await add(
          resident,
          own.slice(5).map(({ id }) => id),
          version,
        )
      ).body.error?.code,
    ).toBe('photo_limit');
    const stranger = await as(resident).call('bookings.removePhoto', {
      id: agreed.id,
      version,
      attachmentId: own[9]!.id,
    });
    expect(stranger.body.error?.code).toBe('not_found');
    const done = await as(advisor.person).ok('bookings.record', { id: agreed.id, version, ...record });
    expect((await add(resident, [own[9]!.id], done.version)).body.error?.code).toBe('booking_action_not_allowed');
  });
});
