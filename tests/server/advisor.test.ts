import ICAL from 'ical.js';
import ical from 'node-ical';
import { signInMetres } from '#shared/domain/bookings/geofence';
import { dayOf } from '#shared/domain/time/clock';
import { as } from '../support/api';
import { agreedOn, bookOn, slotsOn, titlesOf } from '../support/booking';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const monday = '2026-11-23T08:00:00+08:00';
const tuesday = '2026-11-24';

beforeEach(() => freeze(monday));

const office = async () => {
  const { lng, lat } = await desk().prisma.division.findUniqueOrThrow({ where: { code: home.village } });
  return { lng: lng!, lat: lat! };
};

describe('the advisor’s days', () => {
  it('show where one sits, who comes, what waits for an answer and what lacks its record', async () => {
    const advisor = await make.advisor();
    const [li, chen] = [await make.person(), await make.person()];
    const agreed = await agreedOn(li, advisor, tuesday);
    const asked = await bookOn(chen, tuesday, 2);
    const { days, requests, unrecorded, villages, visit } = await as(advisor.person).ok('advisor.agenda', { days: 3 });
    expect(days).toHaveLength(3);
    expect(days[1]).toMatchObject({
      date: tuesday,
      note: '',
      windows: [{ text: '9:00–12:00', place: '李庄镇高桥村', manner: 'ONSITE' }],
    });
    expect(days[1]!.items.map(({ id }) => id)).toEqual([agreed.id, asked.id]);
    expect(requests.map(({ id }) => id)).toEqual([asked.id]);
    expect([unrecorded, visit]).toEqual([[], null]);
    expect(villages).toEqual([{ code: home.village, label: '李庄镇高桥村' }]);

    freeze('2026-11-25T09:00:00+08:00');
    const later = await as(advisor.person).ok('advisor.agenda', {});
    expect(later.unrecorded.map(({ id }) => id)).toEqual([agreed.id]);
  });

  it('are the advisor’s own: other staff are refused', async () => {
    const clerk = await make.staff('GRID_STAFF', home.grid);
    expect((await as(clerk).call('advisor.agenda', {})).body.error?.code).toBe('forbidden');
  });
});

describe('the hours', () => {
  const limits = { slotMinutes: 40, bufferMinutes: 0, noticeHours: 2, windowDays: 14, dailyLimit: 8 };
  const line = { kind: 'WEEKLY', manner: 'PHONE', weekday: 2, fromMinute: 540, toMinute: 620 } as const;

  it('are replaced as a whole, and slots follow them', async () => {
    const advisor = await make.advisor();
    const before = await as(advisor.person).ok('advisor.hours', {});
    const saved = await as(advisor.person).ok('advisor.saveHours', { version: before.version, limits, lines: [line] });
    expect(saved).toMatchObject({ version: before.version + 1, limits });
    expect(saved.lines.map(({ text }) => text)).toEqual(['每周二 9:00–10:20 · 电话']);
    const { free } = await slotsOn(await make.person(), tuesday);
    expect(free.map(({ manner }) => manner)).toEqual(['PHONE', 'PHONE']);
    const stale = await as(advisor.person).call('advisor.saveHours', { version: before.version, limits, lines: [] });
    expect(stale.body.error?.code).toBe('stale_version');
  });

  it.each([
    ['overlap', [line, { ...line, fromMinute: 600, toMinute: 700 }], 'availability_hours_overlap'],
    ['end before they begin', [{ ...line, fromMinute: 620, toMinute: 540 }], 'availability_hours_invalid'],
    ['name no weekday', [{ ...line, weekday: undefined }], 'availability_day_invalid'],
    ['are on site nowhere', [{ ...line, manner: 'ONSITE' }], 'availability_village_missing'],
    [
      'are in a village of somebody else',
      [{ ...line, manner: 'ONSITE', villageCode: '511502101201' }],
      'booking_other_village',
    ],
    [
      'have no market day',
      [{ ...line, kind: 'MARKET', manner: 'ONSITE', villageCode: home.village }],
      'availability_market_invalid',
    ],
    ['lie in a 13th month', [{ ...line, kind: 'DATE', date: '2026-13-01' }], 'invalid_input'],
  ] as const)('are refused when they %s', async (_why, lines, code) => {
    const advisor = await make.advisor();
    const { version } = await as(advisor.person).ok('advisor.hours', {});
    const refused = await as(advisor.person).call('advisor.saveHours', { version, limits, lines: [...lines] } as never);
    expect(refused.body.error?.code).toBe(code);
  });

  it('hold on market days of the lunar calendar', async () => {
    const advisor = await make.advisor({ hours: null });
    const { version } = await as(advisor.person).ok('advisor.hours', {});
    const market = {
      ...line,
      kind: 'MARKET',
      manner: 'ONSITE',
      weekday: undefined,
      villageCode: home.village,
    } as const;
    await as(advisor.person).ok('advisor.saveHours', {
      ...{ version, limits, lines: [{ ...market, lunar: true, marketDigits: [6] }] },
    });
    const { days } = await as(await make.person()).ok('bookings.slots', { from: '2026-11-23', days: 14 });
    const held = days.filter(({ slots }) => slots.length > 0).map(({ date }) => date);
    // The lunar 16th and 26th of that autumn, by the almanac.
    expect(held).toEqual(['2026-11-24', '2026-12-04']);
  });
});

describe('leave over bookings', () => {
  it('calls them off, tells each person and keeps the nearest time for them', async () => {
    const advisor = await make.advisor();
    const [li, chen, wang] = [await make.person(), await make.person(), await make.person()];
    const first = await agreedOn(li, advisor, tuesday);
    const second = await bookOn(chen, tuesday, 1);
    const other = await bookOn(wang, '2026-11-25');
    const answer = await as(advisor.person).ok('advisor.addLeave', { date: tuesday, note: '开庭' });
    expect(answer).toMatchObject({ affected: 2, offered: 2 });
    await drain();
    for (const [who, { id }] of [
      [li, first],
      [chen, second],
    ] as const) {
      expect(await as(who).ok('bookings.get', { id })).toMatchObject({ status: 'CANCELLED' });
      expect(await titlesOf(who)).toContain('预约取消了');
      const { items } = await as(who).ok('waiting.list', {});
      expect(items).toMatchObject([{ state: 'OFFERED' }]);
      const taken = await as(who).ok('waiting.take', { id: items[0]!.id });
      expect(dayOf(new Date(taken.startsAt))).not.toBe(tuesday);
    }
    expect(await as(wang).ok('bookings.get', { id: other.id })).toMatchObject({ status: 'REQUESTED' });
    expect((await slotsOn(wang, tuesday)).note).toBe('请假');
  });

  it('can be taken back, and is refused when it is over or ends before it begins', async () => {
    const advisor = await make.advisor();
    const { id } = await as(advisor.person).ok('advisor.addLeave', { date: tuesday, note: '开庭' });
    await as(advisor.person).ok('advisor.removeLeave', { id });
    expect((await slotsOn(await make.person(), tuesday)).free.length).toBeGreaterThan(0);
    for (const wrong of [
      { date: '2026-11-20', note: '过了' },
      { date: tuesday, untilDate: '2026-11-23', note: '反了' },
    ])
      expect((await as(advisor.person).call('advisor.addLeave', wrong)).body.error?.code).toBe(
        'availability_leave_invalid',
      );
  });
});

describe('a visit on site', () => {
  it('is signed in within 500 m with the village’s code, signed out, and signed by the village', async () => {
    const advisor = await make.advisor();
    const lead = await make.staff('GRID_LEAD', home.village);
    const { codes } = await as(lead).ok('visits.toSign', {});
    const here = await office();
    const input = { villageCode: home.village, ...here, code: codes[0]!.text };
    const visit = await as(advisor.person).ok('advisor.signIn', input);
    expect(visit).toMatchObject({ metres: 0, qrOk: true, villageLabel: '李庄镇高桥村', leftAt: null });
    expect((await as(advisor.person).call('advisor.signIn', input)).body.error?.code).toBe('visit_open');
    freeze('2026-11-23T11:30:00+08:00');
    const left = await as(advisor.person).ok('advisor.signOut', { id: visit.id });
    expect(left.minutes).toBe(210);
    expect((await as(lead).ok('visits.toSign', {})).items.map(({ id }) => id)).toEqual([visit.id]);
    expect((await as(lead).ok('visits.sign', { id: visit.id })).signedText).toContain('签字');
    expect((await as(lead).call('visits.sign', { id: visit.id })).body.error?.code).toBe('visit_over');
    expect((await as(lead).ok('visits.toSign', {})).items).toEqual([]);
  });

  it('is refused too far away, with another village’s code, in a village not served, and to a village’s stranger', async () => {
    const advisor = await make.advisor();
    const here = await office();
    const signIn = async (given: object) =>
      (await as(advisor.person).call('advisor.signIn', { villageCode: home.village, ...here, ...given })).body.error
        ?.code;
    expect(await signIn({ lat: here.lat + (signInMetres + 100) / 111_000 })).toBe('booking_sign_in_too_far');
    expect(await signIn({ accuracy: 900 })).toBe('booking_sign_in_imprecise');
    expect(await signIn({ code: 'CPV-511502101201-00000000' })).toBe('visit_code_invalid');
    expect(await signIn({ villageCode: '511502101201' })).toBe('booking_other_village');
    const { id } = await as(advisor.person).ok('advisor.signIn', { villageCode: home.village, ...here });
    await as(advisor.person).ok('advisor.signOut', { id });
    const stranger = await make.staff('GRID_LEAD', '511502101201');
    expect((await as(stranger).call('visits.sign', { id })).status).toBe(404);
  });
});

describe('the calendar feed', () => {
  const read = async (path: string) => fetch(`${desk().url}${path}`);

  it('is read by calendar programs, follows moves and cancellations, and says nothing of the matter', async () => {
    const advisor = await make.advisor();
    const li = await make.person({ name: '李有根' });
    const booked = await agreedOn(li, advisor, tuesday);
    const { path } = await as(advisor.person).ok('advisor.renewFeed', {});
    const answer = await read(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text).not.toMatch(/李有根|邻居|地边/);

    const calendar = new ICAL.Component(ICAL.parse(text));
    const [event] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(event!.uid).toContain(booked.rootId);
    expect(event!.startDate.toJSDate().toISOString()).toBe(booked.startsAt);
    const [parsed] = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT') as ical.VEvent[];
    expect(parsed!.start.toISOString()).toBe(booked.startsAt);
    expect(parsed!.status).toBe('CONFIRMED');

    await as(li).ok('bookings.cancel', { id: booked.id, version: booked.version, reason: '有事' });
    const after = await (await read(path)).text();
    const [cancelled] = Object.values(ical.sync.parseICS(after)).filter(
      (one) => one?.type === 'VEVENT',
    ) as ical.VEvent[];
    expect(cancelled).toMatchObject({ uid: parsed!.uid, status: 'CANCELLED' });
    expect(Number(cancelled!.sequence)).toBeGreaterThan(Number(parsed!.sequence));
  });

  it('dies when it is revoked or renewed, and an unknown address is no page', async () => {
    const advisor = await make.advisor();
    const first = await as(advisor.person).ok('advisor.renewFeed', {});
    const second = await as(advisor.person).ok('advisor.renewFeed', {});
    expect((await read(first.path)).status).toBe(404);
    expect((await read(second.path)).status).toBe(200);
    expect(await as(advisor.person).ok('advisor.feed', {})).toEqual({ active: true });
    await as(advisor.person).ok('advisor.revokeFeed', {});
    expect((await read(second.path)).status).toBe(404);
    expect((await read('/feeds/x.ics')).status).toBe(404);
  });
});
