import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Output } from '#shared/contract';
import BookForPage from '../../miniapp/packages/staff/pages/book-for';
import CallsPage from '../../miniapp/packages/staff/pages/calls';
import CountersignPage from '../../miniapp/packages/staff/pages/countersign';
import LecturePage from '../../miniapp/packages/staff/pages/lecture';
import ReportPage from '../../miniapp/packages/staff/pages/report';
import SupervisionPage from '../../miniapp/packages/staff/pages/supervision';
import { keep } from '../../miniapp/services/storage';
import { agenda, booking, place, slot, slots, visit } from './booking-fixtures';
import { idOf } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const last = (name: string) => fireEvent.click(screen.getAllByRole('button', { name }).at(-1)!);
const write = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });
const counts = () => ({ title: '', views: [], conversations: 0 });

afterEach(() => {
  leave();
  keep('staff.book-for', undefined);
});

describe('other work with advisors', () => {
  it('signs a visit for the village', async () => {
    stage(<CountersignPage />, {
      'visits.toSign': () => ({ items: [visit], codes: [{ ...place, text: 'GQ-7K2M9D' }] }),
      'visits.sign': () => visit,
    });
    expect(await screen.findByText('GQ-7K2M9D')).toBeTruthy();
    await tap('他确实到了');
    await waitFor(() => expect(sentTo('visits.sign')).toEqual([{ id: visit.id }]));
  });

  it('rings somebody whom no message reached, and says what came of it', async () => {
    const call = {
      ...{
        id: idOf(81),
        bookingId: idOf(11),
        personName: '周桂芳',
        aboutText: '明天 10:00–10:30 · 到村 · 李庄镇高桥村',
      },
      ...{
        reasonText: '微信上的提醒没有送到',
        wordsText: '您约了陈律师',
        startsAt: '2026-11-28T02:00:00.000Z',
        doneText: null,
      },
    };
    let done: string | null = null;
    stage(<CallsPage />, {
      'calls.list': () => ({ items: [{ ...call, doneText: done }] }),
      'calls.show': () => ({ name: '周桂芳', phone: '13800000001' }),
      'calls.finish': () => {
        done = '王敏 今天 09:00：电话说到了';
        return { ...call, doneText: done };
      },
    });
    await tap('看电话');
    expect(await screen.findByText('13800000001')).toBeTruthy();
    await tap('电话说到了');
    expect(await screen.findByText('没有要打的电话')).toBeTruthy();
    expect(await screen.findByText('王敏 今天 09:00：电话说到了')).toBeTruthy();
    expect(sentTo('calls.finish')).toEqual([{ id: call.id, outcome: 'TOLD' }]);
  });

  it('writes a lecture down with place, time and heads', async () => {
    stage(<LecturePage />, { 'advisor.agenda': () => agenda(), 'advisor.lecture': () => ({ ok: true }) });
    await write('讲什么', '土地流转');
    await write('来了多少人', '42');
    await screen.findByRole('radio', { name: place.label });
    await tap('记下');
    await waitFor(() => expect(sentTo('advisor.lecture')).toHaveLength(1));
    expect(sentTo('advisor.lecture')[0]).toMatchObject({ villageCode: place.code, topic: '土地流转', headcount: 42 });
  });

  it('books for somebody else only with consent', async () => {
    stage(<BookForPage />, {
      'bookings.slots': slots,
      'places.search': () => ({ items: [{ ...place, name: '高桥村', townName: '李庄镇' }] }),
      'bookings.bookFor': () => booking({ residentLabel: '周桂芳' }),
    });
    await write('本人姓名', '周桂芳');
    await write('用一句话说说', '工钱没结');
    await write('住在哪个村（社区）', '高桥');
    fireEvent.click(await screen.findByRole('radio', { name: place.label }));
    fireEvent.click(await screen.findByRole('radio', { name: /^10:00/ }));
    await tap(/^约.*10:00$/);
    expect(await screen.findByText('请先征得本人同意')).toBeTruthy();
    expect(sentTo('bookings.bookFor')).toEqual([]);

    fireEvent.click(screen.getByRole('switch', { name: '本人同意我代约' }));
    await tap(/^约.*10:00$/);
    expect(await screen.findByText('周桂芳约好了')).toBeTruthy();
    expect(sentTo('bookings.bookFor')).toEqual([
      {
        ...{ slotId: slot(2, 10).id, villageCode: place.code, personName: '周桂芳', matter: '工钱没结' },
        ...{ disputeType: '其他', walkIn: false, consent: true },
      },
    ]);
  });
});

describe('the supervision', () => {
  const part = { key: 'attendance', label: '到岗', score: 28, of: 30, fact: '到村 2 天 12.5 小时' };
  const score: Output<'supervision.scores'>['items'][number] = {
    ...{ id: idOf(1), name: '陈立', detail: '长江律师所', place: 1, score: 96.2, band: '优秀', parts: [part] },
    ...{ onsiteHours: 12.5, dueHours: 24, visits: 2, consultations: 7, lectures: 1, satisfaction: 0.9 },
  };
  const answers: Parameters<typeof stage>[1] = {
    'workbench.counts': counts,
    'supervision.scores': ({ by }) => ({
      label: by === 'firm' ? '按律所' : '本季度',
      weights: [{ key: 'attendance', label: '到岗', of: 30 }],
      items: [score, { ...score, id: idOf(2), name: '钟明', place: null, score: null, band: '不评' }],
    }),
    'supervision.trend': () => ({ months: [{ month: '2026-11', label: '11 月', score: 96.2 }] }),
    'supervision.complaints': () => ({ items: [], nextCursor: null }),
    'supervision.behind': () => ({
      items: [{ id: idOf(3), atText: '11月4日 09:02', text: '高桥村 3.1 小时', note: '村里已签字' }],
    }),
    'supervision.coverage': () => ({
      ...{ villages: 236, covered: 235, overloaded: [] },
      gaps: [{ villageCode: '1', label: '宗场镇民主村', text: '还没有法律顾问' }],
    }),
  };

  it('shows the ranking and, behind each number, its list', async () => {
    stage(<SupervisionPage />, answers);
    await tap(/陈立/);
    await tap(/到岗.*28 \/ 30/);
    expect(await screen.findByText('高桥村 3.1 小时')).toBeTruthy();
    expect(sentTo('supervision.behind')[0]).toMatchObject({ advisorId: idOf(1), what: 'presence' });
  });

  it('does not rank those without anything to assess', async () => {
    stage(<SupervisionPage />, answers);
    expect((await button(/钟明/)).textContent).toMatch(/^—/);
  });

  it('asks anew for another grouping and period', async () => {
    stage(<SupervisionPage />, answers);
    fireEvent.click(await screen.findByRole('tab', { name: '律所' }));
    expect(await screen.findByText('按律所')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: '本月' }));
    await waitFor(() => expect(sentTo('supervision.scores').at(-1)).toHaveProperty('month'));
  });

  it('names the gaps of the coverage', async () => {
    stage(<SupervisionPage />, answers);
    fireEvent.click(await screen.findByRole('tab', { name: '覆盖' }));
    expect(await screen.findByText('宗场镇民主村')).toBeTruthy();
  });

  it('draws the sample of the quarter and keeps the finding', async () => {
    const sampled: Output<'supervision.sample'>['items'][number] = {
      ...{ id: idOf(5), no: 'YY-1', advisorName: '周建平', atText: '10月3日', finding: null, passed: null },
      record: {
        ...{ who: '李国富', facts: '邻居占道', lawCited: [], advice: '先调解', nextStep: '无' },
        ...{ handover: null, ticketNo: null, complete: true, atText: '10月3日' },
      },
    };
    stage(<SupervisionPage />, {
      ...answers,
      'supervision.sample': () => ({ items: [sampled] }),
      'supervision.check': () => ({ ok: true }),
    });
    fireEvent.click(await screen.findByRole('tab', { name: '抽查' }));
    await tap('抽样本');
    await tap(/周建平/);
    fireEvent.click(await screen.findByRole('radio', { name: '合格' }));
    await write('看到了什么', '写得具体');
    await tap('记下结果');
    await waitFor(() =>
      expect(sentTo('supervision.check')).toEqual([{ id: idOf(5), passed: true, finding: '写得具体' }]),
    );
  });

  it('answers what residents complained of, once it is known whether it is so', async () => {
    const complaint: Output<'supervision.complaints'>['items'][number] = {
      ...{ id: idOf(7), bookingId: idOf(11), no: 'YY-2', advisorName: '钟明', firm: '长江律师所', text: '没有人来' },
      ...{ atText: '昨天 10:00', dueText: '12月15日前答复', overdue: false, answer: null, upheld: null },
      answeredText: null,
    };
    stage(<SupervisionPage />, {
      ...answers,
      'supervision.complaints': () => ({ items: [complaint], nextCursor: null }),
      'supervision.answerComplaint': () => ({ ok: true }),
    });
    fireEvent.click(await screen.findByRole('tab', { name: '反映' }));
    await tap('答复');
    fireEvent.click(await screen.findByRole('radio', { name: '属实' }));
    await write('怎么处理的', '已约谈');
    await tap('答复居民');
    await waitFor(() =>
      expect(sentTo('supervision.answerComplaint')).toEqual([{ id: idOf(7), upheld: true, answer: '已约谈' }]),
    );
  });

  it('has a report for paper, with the ranking of advisors, firms and towns', async () => {
    stage(<ReportPage />, answers);
    expect(await screen.findByText(/督导考核报告/)).toBeTruthy();
    await waitFor(() => expect(screen.getAllByText('优秀')).toHaveLength(3));
    expect(screen.getByRole('img', { name: '各月得分：11 月 96.2' })).toBeTruthy();
    expect(screen.getByText('打印或存成 PDF')).toBeTruthy();
  });

  it('sets the standard from next month on, once the weights make 100', async () => {
    const standard = {
      ...{ startsOn: '2018-01-01', monthlyMinutes: 480, monthlyDays: 1, monthlyConsultations: 2, quarterlyLectures: 1 },
      weights: { attendance: 30, consultation: 25, lecture: 15, record: 15, satisfaction: 15 },
      ...{ fewestRatings: 5, reason: '默认标准', changedText: null, inForce: true },
    };
    stage(<SupervisionPage />, {
      ...answers,
      'supervision.standards': () => ({ items: [standard], nextDay: '2026-12-01' }),
      'supervision.saveStandard': () => ({ ok: true }),
    });
    await tap('标准');
    await write('到岗满分', '20');
    await write('为什么改', '按通知');
    expect(screen.getByText('五项合计 90，要是 100')).toBeTruthy();
    await tap('从 2026-12-01 起用');
    expect(sentTo('supervision.saveStandard')).toEqual([]);
    await write('台账满分', '25');
    await tap('从 2026-12-01 起用');
    await waitFor(() =>
      expect(sentTo('supervision.saveStandard')).toMatchObject([
        { weights: { attendance: 20, record: 25 }, monthlyMinutes: 480, reason: '按通知' },
      ]),
    );
  });

  it('exports only with a reason', async () => {
    stage(<SupervisionPage />, { ...answers, 'supervision.export': () => ({ url: '/files/x', rows: 64 }) });
    await tap('导出');
    last('导出');
    expect(await screen.findByText('请写明用来做什么')).toBeTruthy();
    await write('用来做什么', '季度通报');
    last('导出');
    expect(await screen.findByText('一共 64 行。')).toBeTruthy();
    expect(sentTo('supervision.export')[0]).toMatchObject({ reason: '季度通报' });
  });
});
