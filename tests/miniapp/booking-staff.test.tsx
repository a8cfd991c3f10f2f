import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { BookingAbility, BookingDetail } from '../../miniapp/booking/types';
import { useApi } from '../../miniapp/hooks/use-api';
import { VisitColumn } from '../../miniapp/packages/staff/components/visit-column';
import { movedMeanwhile } from '../../miniapp/packages/staff/hooks/use-deed';
import AdvisorDayPage from '../../miniapp/packages/staff/pages/advisor-day';
import AvailabilityPage from '../../miniapp/packages/staff/pages/availability';
import { keep } from '../../miniapp/services/storage';
import { agenda, booking, dayIn, place, slot, slots, visit } from './booking-fixtures';
import { idOf } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const last = (name: string) => fireEvent.click(screen.getAllByRole('button', { name }).at(-1)!);
const write = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });
const counts = () => ({ title: '', views: [], conversations: 0 });

afterEach(() => {
  leave();
  for (const act of ['record', 'propose', 'cancel']) keep(`visit.draft.${idOf(11)}.${act}`, undefined);
});

function Visit() {
  const { data } = useApi('bookings.get', { id: idOf(11) });
  return data ? <VisitColumn booking={data} room={1} /> : null;
}
const open = (
  abilities: BookingAbility[],
  answers: Parameters<typeof stage>[1] = {},
  part: Partial<BookingDetail> = {},
) => stage(<Visit />, { 'bookings.get': () => booking({ abilities, ...part }), ...answers });

describe('a booking on the workbench', () => {
  it('offers what its abilities allow and nothing else', async () => {
    open(['confirm', 'passOn', 'cancel']);
    expect(await button('接受')).toBeTruthy();
    expect(screen.getByRole('button', { name: '转给同事' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '写服务记录' })).toBeNull();
  });

  it('asks to ring first those who missed three talks, and says that nobody is turned away for it', async () => {
    open(['confirm'], {}, { callFirst: true });
    expect(await screen.findByText(/请先打个电话确认；不能因此不接待/)).toBeTruthy();
  });

  it('is accepted with a word for the resident', async () => {
    open(['confirm'], { 'bookings.confirm': () => booking() });
    await tap('接受');
    await write('想对居民说的（可不写）', '请带上合同');
    last('接受');
    await waitFor(() => expect(sentTo('bookings.confirm')).toEqual([{ id: idOf(11), version: 2, note: '请带上合同' }]));
  });

  it('is passed on only to a colleague who is free, with a reason', async () => {
    open(['passOn'], {
      'bookings.colleagues': () => ({ items: [{ advisorId: idOf(2), name: '罗永芬', text: '手上 3 个' }] }),
      'bookings.passOn': () => booking(),
    });
    await tap('转给同事');
    last('转给他');
    expect(await screen.findByText('请选一位同事')).toBeTruthy();
    fireEvent.click(await screen.findByRole('radio', { name: /罗永芬/ }));
    await write('为什么转', '要回避');
    last('转给他');
    await waitFor(() =>
      expect(sentTo('bookings.passOn')).toEqual([{ id: idOf(11), version: 2, advisorId: idOf(2), reason: '要回避' }]),
    );
  });

  it('gets another time proposed from the own free times', async () => {
    open(['propose'], { 'bookings.slots': slots, 'bookings.propose': () => booking() });
    await tap('换时间');
    fireEvent.click(await screen.findByRole('radio', { name: /^11:00/ }));
    await write('为什么换', '要开会');
    last('问问居民');
    await waitFor(() =>
      expect(sentTo('bookings.propose')).toEqual([
        { id: idOf(11), version: 2, slotId: slot(2, 11).id, reason: '要开会' },
      ]),
    );
  });

  it('gets its record, which is not lost when somebody was faster', async () => {
    let version = 2;
    open(['record'], {
      'bookings.get': () => booking({ abilities: ['record'], version }),
      'bookings.record': (sent) => {
        if (sent.version === 3) return booking({ version: 4 });
        version = 3;
        throw new Refused('stale_version');
      },
    });
    await tap('写服务记录');
    last('记下来');
    expect(await screen.findByText('写上答复意见')).toBeTruthy();
    expect(sentTo('bookings.record')).toEqual([]);

    await write('说了什么', '孩子 8 岁，半年没付抚养费');
    await write(/^依据/, '《民法典》第一千零八十五条');
    await write('答复意见', '先书面催告');
    await write('下一步', '无');
    fireEvent.click(screen.getByRole('radio', { name: /法律援助/ }));
    last('记下来');
    expect(await screen.findByText(/要先问过居民/)).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: '居民同意转过去' }));
    last('记下来');
    expect(await screen.findByText(movedMeanwhile)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '答复意见' }).value).toBe('先书面催告');

    await waitFor(() => {
      last('记下来');
      expect(sentTo('bookings.record').at(-1)).toEqual({
        ...{ id: idOf(11), version: 3, who: '李国富', facts: '孩子 8 岁，半年没付抚养费' },
        ...{ lawCited: ['《民法典》第一千零八十五条'], advice: '先书面催告', nextStep: '无' },
        ...{ handover: 'legalAid', handoverConsent: true },
      });
    });
  });
});

describe('a talk with more than two, and what comes after it', () => {
  it('asks a mediator of the village to sit with them', async () => {
    open(['invite'], {
      'bookings.companions': () => ({ items: [{ personId: idOf(5), name: '张书记', text: '高桥村 · 网格长' }] }),
      'bookings.invite': () => booking(),
    });
    await tap('请人一起谈');
    last('请他参加');
    expect(await screen.findByText('请选一位')).toBeTruthy();
    fireEvent.click(await screen.findByRole('radio', { name: /张书记/ }));
    last('请他参加');
    await waitFor(() => expect(sentTo('bookings.invite')).toEqual([{ id: idOf(11), version: 2, personId: idOf(5) }]));
  });

  it('notes a task with its day, and ticks it off', async () => {
    const task = {
      id: idOf(71),
      bookingId: idOf(11),
      dueOn: dayIn(7),
      dueText: '下周前',
      overdue: false,
      doneText: null,
    };
    open(
      ['followUp'],
      { 'bookings.followUp': () => booking(), 'advisor.finishFollowUp': () => ({ ok: true }) },
      { status: 'DONE', followUps: [{ ...task, text: '看转账记录' }] },
    );
    await tap('记后续的事');
    last('记下来');
    expect(await screen.findByText('写上要办什么')).toBeTruthy();
    await write('要办什么', '给他回电话');
    last('记下来');
    await waitFor(() =>
      expect(sentTo('bookings.followUp')).toEqual([{ id: idOf(11), version: 2, text: '给他回电话', dueOn: dayIn(7) }]),
    );
    await tap('办完了：看转账记录');
    await waitFor(() => expect(sentTo('advisor.finishFollowUp')).toEqual([{ id: idOf(71) }]));
  });
});

describe("an advisor's day", () => {
  it('says what waits and shows it first, then the days', async () => {
    stage(<AdvisorDayPage />, { 'advisor.agenda': () => agenda(), 'workbench.counts': counts });
    expect(await screen.findByText('1 个等您答复')).toBeTruthy();
    expect(screen.getByText('等您办的')).toBeTruthy();
    expect(screen.getByText(/赶场日/)).toBeTruthy();
  });

  it('signs in with the village, the position taken now and the code, and never without a position', async () => {
    const getCurrentPosition = jest.fn((_found: PositionCallback, failed: PositionErrorCallback) =>
      failed({ code: 1 } as GeolocationPositionError),
    );
    Object.assign(navigator, { geolocation: { getCurrentPosition } });
    stage(<AdvisorDayPage />, {
      'advisor.agenda': () => agenda(),
      'workbench.counts': counts,
      'advisor.signIn': () => visit,
    });
    await tap('到村签到');
    await write(/^村二维码/, 'GQ-7K2M9D');
    await tap('取位置并签到');
    expect(await screen.findByText(/没有取到位置/)).toBeTruthy();
    expect(sentTo('advisor.signIn')).toEqual([]);

    getCurrentPosition.mockImplementation((found) =>
      found({ coords: { longitude: 104.7, latitude: 28.78 } } as GeolocationPosition),
    );
    await tap('取位置并签到');
    await waitFor(() => expect(sentTo('advisor.signIn')).toHaveLength(1));
    expect(sentTo('advisor.signIn')[0]).toMatchObject({ villageCode: place.code, code: 'GQ-7K2M9D' });
  });

  it('signs out of the visit that goes on', async () => {
    stage(<AdvisorDayPage />, {
      'advisor.agenda': () => agenda({ visit }),
      'workbench.counts': counts,
      'advisor.signOut': () => visit,
    });
    await tap('签离');
    await waitFor(() => expect(sentTo('advisor.signOut')).toEqual([{ id: visit.id }]));
  });
});

describe("an advisor's hours", () => {
  const line = {
    ...{ id: 'a', kind: 'WEEKLY' as const, manner: 'PHONE' as const, villageCode: null, weekday: 3, date: null },
    ...{ untilDate: null, marketDigits: [], lunar: false, fromMinute: 540, toMinute: 690, note: '' },
    text: '每周三 09:00–11:30 电话',
  };
  const limits = { slotMinutes: 30, bufferMinutes: 10, noticeHours: 2, windowDays: 30, dailyLimit: 8 };
  const answers = {
    'advisor.hours': () => ({ version: 3, limits, villages: [place], lines: [line] }),
    'advisor.feed': () => ({ active: false }),
    'workbench.counts': counts,
    'advisor.saveHours': () => ({ version: 4, limits, villages: [place], lines: [] }),
  };
  const kept = {
    ...{ kind: 'WEEKLY', manner: 'PHONE', marketDigits: [], lunar: false, fromMinute: 540, toMinute: 690 },
    ...{ note: '', weekday: 3 },
  };

  it('are saved whole with the line added', async () => {
    stage(<AvailabilityPage />, answers);
    await tap('加一条安排');
    fireEvent.click(await screen.findByRole('radio', { name: '周二' }));
    last('记下');
    await waitFor(() => expect(sentTo('advisor.saveHours')).toHaveLength(1));
    expect(sentTo('advisor.saveHours')[0]).toEqual({
      ...{ version: 3, limits },
      lines: [kept, expect.objectContaining({ weekday: 2, manner: 'ONSITE', villageCode: place.code })],
    });
  });

  it('lose a line only after asking once', async () => {
    stage(<AvailabilityPage />, answers);
    await tap(/^删掉：/);
    expect(sentTo('advisor.saveHours')).toEqual([]);
    await tap('删掉');
    await waitFor(() => expect(sentTo('advisor.saveHours')).toEqual([{ version: 3, limits, lines: [] }]));
  });

  it('stop for leave, whose reason the residents read', async () => {
    stage(<AvailabilityPage />, {
      ...answers,
      'advisor.addLeave': () => ({ id: idOf(1), affected: 2, offered: 2, text: '已通知 2 位居民' }),
    });
    await tap('加一条安排');
    fireEvent.click(await screen.findByRole('radio', { name: '请假' }));
    last('请假');
    expect(await screen.findByText('写上原因，居民会看到')).toBeTruthy();
    await write('原因', '出庭');
    last('请假');
    await waitFor(() => expect(sentTo('advisor.addLeave')).toHaveLength(1));
    expect(sentTo('advisor.addLeave')[0]).toMatchObject({ fromMinute: 0, toMinute: 1440, note: '出庭' });
  });

  it('can be subscribed to by an address that is shown once', async () => {
    let active = false;
    stage(<AvailabilityPage />, {
      ...answers,
      'advisor.feed': () => ({ active }),
      'advisor.renewFeed': () => {
        active = true;
        return { path: '/feeds/abc.ics' };
      },
    });
    await tap('生成地址');
    expect(await screen.findByText('http://localhost/feeds/abc.ics')).toBeTruthy();
    expect(await button('停用')).toBeTruthy();
  });
});
