import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { AppError } from '#shared/errors';
import { threadStore } from '../../miniapp/chat/conversation';
import { emptyThread } from '../../miniapp/chat/thread';
import ChatPage from '../../miniapp/pages/chat/index';
import { queryClient } from '../../miniapp/services/query-client';
import { adopt, forget } from '../../miniapp/services/session';
import { recall } from '../../miniapp/services/storage';
import { fakeDesk, Refused } from './support/desk';
import { confirmCard, greeting, menu, person, said, talk, uuid } from './support/samples';

const opened = { greeting, cards: [menu], hasEarlier: false };
const openings = {
  'chat.menu': () => ({ greeting, cards: [menu] }),
  'chat.open': () => ({ ...opened, conversation: talk(0), messages: [] }),
  'chat.updates': () => ({ conversation: talk(0), messages: [] }),
};

const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <ChatPage />
    </QueryClientProvider>,
  );
const type = (words: string) => fireEvent.change(screen.getByLabelText('说说您遇到的事'), { target: { value: words } });
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
let login = 0;
const signIn = () => act(() => adopt(`token-${login}`, person));

beforeEach(() => {
  login += 1;
  forget();
  threadStore.set(emptyThread);
});
afterEach(cleanup);

describe('the chat page', () => {
  it('greets before anybody is signed in, with the four doors, the emergency numbers and the way to a person', async () => {
    fakeDesk(openings);
    show();
    expect(await screen.findByText(greeting.title)).toBeTruthy();
    for (const name of ['报问题', '拨打 110 报警', '拨打 12348 法律援助', '转人工']) {
      expect(screen.getByRole('button', { name })).toBeTruthy();
    }
    expect(screen.getByRole('switch', { name: '长辈版' })).toBeTruthy();
  });

  it('asks who one is only when something is said, keeps the words, and sends them after', async () => {
    const calls = fakeDesk({
      ...openings,
      'auth.mode': () => ({ demo: true, district: '翠屏区', liveChannel: false }),
      'auth.demoPeople': () => ({
        items: [{ id: uuid(1), name: '李大爷', role: '村民', place: '高桥村', code: 'demo-li' }],
      }),
      'auth.login': () => ({ token: `token-${login}-late`, expiresAt: '2026-12-23T00:00:00.000Z', me: person }),
      'chat.send': () => ({
        conversation: talk(2),
        messages: [said(1, 'RESIDENT', '路灯坏了'), said(2, 'BOT', '灯在哪个位置？')],
      }),
    });
    show();
    await screen.findByText(greeting.title);
    type('路灯坏了');
    tap('发送');
    fireEvent.click(await screen.findByRole('button', { name: '李大爷，村民，高桥村' }));
    expect(await screen.findByText('灯在哪个位置？')).toBeTruthy();
    expect(screen.getAllByText('路灯坏了')).toHaveLength(1);
    expect(calls.filter((call) => call.name === 'chat.send')).toMatchObject([{ input: { text: '路灯坏了' } }]);
  });

  it('shows one’s own words at once and draws a confirm card with every line and what can be changed', async () => {
    fakeDesk({
      ...openings,
      'chat.send': () => ({
        conversation: talk(2),
        messages: [said(1, 'RESIDENT', '路灯坏了'), said(2, 'BOT', '这样报可以吗？', confirmCard)],
      }),
    });
    signIn();
    show();
    await screen.findByText(greeting.title);
    type('路灯坏了');
    tap('发送');
    expect(screen.getByText('路灯坏了')).toBeTruthy();
    expect(await screen.findByText('路灯不亮，约一周')).toBeTruthy();
    expect(screen.getByText('位置在高桥村第 3 网格')).toBeTruthy();
    expect(screen.getByText('合成演示网格')).toBeTruthy();
    expect(screen.getByRole('button', { name: '改事情' })).toBeTruthy();
  });

  it('has one effect when 报上去 is tapped twice', async () => {
    const calls = fakeDesk({
      ...openings,
      'chat.open': () => ({
        ...opened,
        conversation: talk(1),
        messages: [said(1, 'BOT', '这样报可以吗？', confirmCard)],
      }),
      'chat.send': () => ({
        conversation: talk(3),
        messages: [said(2, 'RESIDENT', '报上去'), said(3, 'BOT', '已经报上去了。')],
      }),
    });
    signIn();
    show();
    const file = await screen.findByRole('button', { name: '报上去' });
    fireEvent.click(file);
    fireEvent.click(file);
    expect(await screen.findByText('已经报上去了。')).toBeTruthy();
    expect(calls.filter((call) => call.name === 'chat.send')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: '报上去' }));
    expect(calls.filter((call) => call.name === 'chat.send')).toHaveLength(1);
  });

  it('keeps the words when sending fails, also in the phone’s storage, and sends them again under the same key', async () => {
    let down = true;
    const calls = fakeDesk({
      ...openings,
      'chat.send': () => {
        if (down) throw new Refused('unavailable');
        return { conversation: talk(2), messages: [said(1, 'RESIDENT', '水渠垮了'), said(2, 'BOT', '水渠在哪个村？')] };
      },
    });
    signIn();
    show();
    await screen.findByText(greeting.title);
    type('水渠垮了');
    tap('发送');
    expect(await screen.findByText(new AppError('unavailable').message)).toBeTruthy();
    expect(screen.getByText('水渠垮了')).toBeTruthy();
    expect(recall<unknown[]>('chat.outgoing')).toMatchObject([{ label: '水渠垮了', state: 'failed' }]);

    down = false;
    tap('重试');
    expect(await screen.findByText('水渠在哪个村？')).toBeTruthy();
    const [first, second] = calls.filter((call) => call.name === 'chat.send').map((call) => call.key);
    expect(first).toBeTruthy();
    expect(second).toBe(first);
    await waitFor(() => expect(recall('chat.outgoing')).toBeUndefined());
  });

  it('says so and offers to try again when the desk cannot be reached at all', async () => {
    fakeDesk({});
    show();
    expect(await screen.findByText('没有找到，可能已经不在了')).toBeTruthy();
    fakeDesk(openings);
    tap('重试');
    expect(await screen.findByText(greeting.title)).toBeTruthy();
  });
});
