import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Output } from '#shared/contract';
import { TalkColumn } from '../../miniapp/packages/staff/components/talk-column';
import BoardPage from '../../miniapp/packages/staff/pages/board/index';
import LettersPage from '../../miniapp/packages/staff/pages/letters/index';
import MapPage from '../../miniapp/packages/staff/pages/map/index';
import TalksPage from '../../miniapp/packages/staff/pages/talks/index';
import { keep } from '../../miniapp/services/storage';
import { idOf, ticket } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';
import { said } from './support/samples';

type Board = Output<'workbench.board'>;
type Talk = Output<'workbench.conversation'>;

const square: [number, number][] = [
  [104.6, 28.7],
  [104.7, 28.7],
  [104.7, 28.8],
  [104.6, 28.8],
  [104.6, 28.7],
];
const full = (value: number) => ({ value, of: 640, suppressed: false });
const board: Board = {
  label: '翠屏区',
  counts: { opened: 40, open: 21, closed: 19, overdue: 2, dueSoon: 3, conversations: 0 },
  rates: {
    contact: full(0.982),
    solve: full(0.914),
    satisfaction: { value: null, of: 3, suppressed: true },
    onTime: full(1),
  },
  trend: [{ date: '2026-11-23', opened: 4, closed: 2 }],
  categories: [{ code: 'streetlight', name: '路灯不亮', count: 9 }],
  units: [{ code: 'zhifa', name: '区综合执法局', open: 5, overdue: 1, closed: 8, onTime: null }],
  heat: [{ code: '511502001001', name: '高桥村', label: '高桥村', synthetic: true, rings: [square], count: 6 }],
};
const waiting: Talk['conversation'] = {
  id: idOf(70),
  personLabel: '李大爷',
  placeLabel: '李庄镇高桥村',
  lastText: '喊个人来',
  waitingText: '等了 2 分钟',
  mode: 'QUEUED',
  mine: false,
  agentName: null,
};
const mine: Talk['conversation'] = { ...waiting, mode: 'HUMAN', mine: true, agentName: '王敏' };
const noCounts = { 'workbench.counts': () => ({ title: '翠屏区', views: [], conversations: 0 }) };

const opened = jest.fn(async () => undefined);
const addresses = () =>
  opened.mock.calls.map(([where]: unknown[]) => decodeURIComponent((where as { url: string }).url));

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  opened.mockClear();
  Object.assign(Taro, { navigateTo: opened, redirectTo: opened });
  keep(`staff.talk.${idOf(70)}`, undefined);
});
afterEach(() => leave());

describe("the centre's board", () => {
  const show = () => stage(<BoardPage />, { ...noCounts, 'workbench.board': () => board });

  it.each([
    ['超期 2，点开看是哪些', /figure=overdue/],
    ['收到 40，点开看是哪些', /figure=opened/],
    ['解决率 91.4%，640 件评价，点开看是哪些', /figure=notSolved/],
    ['路灯不亮 9 件，点开看是哪些', /figure=opened.*categoryCode=streetlight|categoryCode=streetlight.*figure=opened/],
    ['高桥村 6 件，点开看是哪些', /placeCode=511502001001.*figure=opened/],
    ['区综合执法局，在办 5 件，超期 1 件，办结 8 件，按时率不显示', /leadUnit=zhifa.*figure=open&/],
  ])('opens the tickets behind "%s" with the same filter and the same days', async (name, filter) => {
    show();
    fireEvent.click(await screen.findByRole('button', { name }));
    expect(addresses()).toEqual([expect.stringMatching(filter)]);
    const [asked] = sentTo('workbench.board');
    expect(addresses()[0]).toContain(`from=${asked?.from}&to=${asked?.to}`);
  });

  it('does not show a rate of fewer than five', async () => {
    show();
    expect(await screen.findByText('不足 5 件，不显示')).toBeTruthy();
  });

  it('asks again for another span of days', async () => {
    show();
    fireEvent.click(await screen.findByRole('tab', { name: '近 7 天' }));
    await waitFor(() => expect(sentTo('workbench.board')).toHaveLength(2));
    const days = sentTo('workbench.board').map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000);
    expect(days).toEqual([29, 6]);
  });
});

describe('the map of my grids', () => {
  it('says that outlines are synthetic and opens a ticket from the list', async () => {
    const { clock } = ticket(1);
    stage(<MapPage />, {
      ...noCounts,
      'workbench.map': () => ({
        label: '高桥村',
        synthetic: true,
        shapes: [{ code: 'g1', label: '高桥村第1网格', synthetic: true, rings: [square], openCount: 1 }],
        tickets: [{ id: idOf(1), title: '路灯不亮', position: { lng: 104.65, lat: 28.75 }, clock }],
      }),
    });
    expect(await screen.findByText('合成演示网格')).toBeTruthy();
    const [, row] = screen.getAllByRole('button', { name: '路灯不亮，还剩 2 个工作日' });
    fireEvent.click(row!);
    expect(addresses()).toEqual([`/packages/staff/pages/case/index?id=${idOf(1)}`]);
  });
});

describe('the talks handed over', () => {
  it('lists who waits and opens the talk', async () => {
    stage(<TalksPage />, { ...noCounts, 'workbench.conversations': () => ({ items: [waiting] }) });
    fireEvent.click(await screen.findByRole('button', { name: /李大爷.*等人工.*等了 2 分钟/ }));
    expect(addresses()).toEqual([`/packages/staff/pages/talk/index?id=${idOf(70)}`]);
  });

  it('is taken over, answered in and finished', async () => {
    let talk: Talk = { conversation: waiting, messages: [said(1, 'RESIDENT', '喊个人来')] };
    const become = (next: Talk) => {
      talk = next;
      return next;
    };
    stage(<TalkColumn id={idOf(70)} onFinished={() => undefined} />, {
      'workbench.conversation': () => talk,
      'workbench.takeConversation': () => become({ ...talk, conversation: mine }),
      'workbench.reply': ({ text }) => become({ ...talk, messages: [...talk.messages, said(2, 'AGENT', text)] }),
      'workbench.finishConversation': () => become({ ...talk, conversation: waiting }),
    });
    fireEvent.click(await screen.findByRole('button', { name: '接手' }));
    fireEvent.change(await screen.findByLabelText('回复居民'), { target: { value: '我下午过来' } });
    fireEvent.click(screen.getByRole('button', { name: '发送' }));
    expect(await screen.findByText('我下午过来')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('回复居民').value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: '结束人工' }));
    await waitFor(() => expect(sentTo('workbench.finishConversation')).toEqual([{ id: idOf(70) }]));
  });

  it('keeps an answer that could not be sent', async () => {
    stage(<TalkColumn id={idOf(70)} onFinished={() => undefined} />, {
      'workbench.conversation': () => ({ conversation: mine, messages: [] }),
      'workbench.reply': () => {
        throw new Refused('unavailable');
      },
    });
    fireEvent.change(await screen.findByLabelText('回复居民'), { target: { value: '我下午过来' } });
    fireEvent.click(screen.getByRole('button', { name: '发送' }));
    expect(await screen.findByText(/没有发出去：服务正忙.*您写的还在。/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('回复居民').value).toBe('我下午过来');
  });
});

describe('the messages that were given up on', () => {
  it('say why and can be sent again', async () => {
    stage(<LettersPage />, {
      ...noCounts,
      'notifications.deadLetters': () => ({
        items: [
          {
            id: idOf(80),
            title: '已受理',
            template: '受理通知',
            state: '失败',
            reason: '没有授权',
            tries: 5,
            atText: '今天',
          },
        ],
        nextCursor: null,
      }),
      'notifications.retry': () => ({ ok: true }),
    });
    expect(await screen.findByText('没有授权')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '重新发送：已受理' }));
    await waitFor(() => expect(sentTo('notifications.retry')).toEqual([{ id: idOf(80) }]));
  });
});
