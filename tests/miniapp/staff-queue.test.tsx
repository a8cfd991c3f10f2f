import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import QueuePage from '../../miniapp/packages/staff/pages/queue/index';
import { idOf, queueItem, ticket } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

const counts = () => ({
  title: '高桥村第3网格',
  views: [
    { view: 'todo' as const, label: '待办', count: 3 },
    { view: 'overdue' as const, label: '超期', count: 1 },
  ],
  conversations: 2,
});
const three = [queueItem(1), queueItem(2, { abilities: ['handle'] }), queueItem(3)];
const desk = {
  'workbench.counts': counts,
  'workbench.queue': () => ({ items: three, nextCursor: null }),
  'tickets.get': ({ id }: { id: string }) => ticket(Number(id.slice(-1))),
};

const chosen = () => screen.queryAllByRole('button', { name: /^正在看，/ });
const press = (key: string) => act(async () => void fireEvent.keyDown(window, { key }));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => leave());

const onDesktop = () => {
  window.matchMedia = () =>
    ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;
};
const onPhone = () => {
  window.matchMedia = () =>
    ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;
};

describe('the queue on a desktop', () => {
  beforeEach(onDesktop);

  it('shows the most urgent ticket beside the list at once', async () => {
    stage(<QueuePage />, desk);
    await screen.findByText('高桥村第3网格 · 待办 3');
    await waitFor(() => expect(chosen().map(({ id }) => id)).toEqual([`row-${idOf(1)}`]));
    expect(sentTo('tickets.get')).toEqual([{ id: idOf(1) }]);
  });

  it('moves with j and k, stops at the ends, and shows what it stands on', async () => {
    stage(<QueuePage />, desk);
    await screen.findByText('路灯不亮 3');
    await press('j');
    expect(chosen()[0]?.id).toBe(`row-${idOf(2)}`);
    await press('j');
    await press('j');
    expect(chosen()[0]?.id).toBe(`row-${idOf(3)}`);
    await press('k');
    expect(chosen()[0]?.id).toBe(`row-${idOf(2)}`);
    await waitFor(() => expect(document.getElementById('case-title')?.textContent).toBe('路灯不亮 2'));
  });

  it('accepts with a, with the version on the screen, and only where that is allowed', async () => {
    stage(<QueuePage />, { ...desk, 'tickets.accept': () => ticket(1, { abilities: ['contact'], version: 4 }) });
    await screen.findByText('路灯不亮 3');
    await press('a');
    await waitFor(() => expect(sentTo('tickets.accept')).toEqual([{ id: idOf(1), version: 3 }]));
    await press('j');
    await press('a');
    expect(sentTo('tickets.accept')).toHaveLength(1);
  });

  it('moves the keyboard into the case with Enter', async () => {
    stage(<QueuePage />, desk);
    await waitFor(() => expect(document.getElementById('case-title')).toBeTruthy());
    await press('Enter');
    expect(document.activeElement?.id).toBe('case-title');
  });

  it('leaves the keys alone while somebody types or a sheet is open', async () => {
    stage(<QueuePage />, desk);
    const search = await screen.findByLabelText('搜索');
    await act(async () => void fireEvent.keyDown(search, { key: 'j' }));
    await waitFor(() => expect(chosen()[0]?.id).toBe(`row-${idOf(1)}`));
    fireEvent.click(screen.getByRole('button', { name: '筛选' }));
    await screen.findByRole('dialog');
    await press('j');
    expect(chosen()[0]?.id).toBe(`row-${idOf(1)}`);
  });
});

describe('the queue', () => {
  beforeEach(onPhone);

  it('asks for another view when its tab is tapped', async () => {
    stage(<QueuePage />, desk);
    fireEvent.click(await screen.findByRole('tab', { name: '超期 1 件' }));
    await waitFor(() => expect(sentTo('workbench.queue').at(-1)).toMatchObject({ view: 'overdue' }));
  });

  it('asks once for what was typed, not once a letter', async () => {
    stage(<QueuePage />, desk);
    const search = await screen.findByLabelText('搜索');
    for (const value of ['井', '井盖', '井盖松']) fireEvent.change(search, { target: { value } });
    await waitFor(() => expect(sentTo('workbench.queue').at(-1)).toMatchObject({ search: '井盖松' }));
    expect(sentTo('workbench.queue').filter(({ search: asked }) => asked)).toHaveLength(1);
  });

  it('goes on where the last page ended', async () => {
    stage(<QueuePage />, {
      ...desk,
      'workbench.queue': ({ cursor }) =>
        cursor ? { items: [queueItem(4)], nextCursor: null } : { items: three, nextCursor: 'next' },
    });
    fireEvent.click(await screen.findByRole('button', { name: '再看一些' }));
    expect(await screen.findByText('路灯不亮 4')).toBeTruthy();
    expect(screen.getByText('路灯不亮 1')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
  });

  it('says that all is done, and offers to see everything', async () => {
    stage(<QueuePage />, { ...desk, 'workbench.queue': () => ({ items: [], nextCursor: null }) });
    expect(await screen.findByText('这里都办完了')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看全部' }));
    await waitFor(() => expect(sentTo('workbench.queue').at(-1)).toMatchObject({ view: 'all' }));
  });

  it('says what went wrong and tries again', async () => {
    let broken = true;
    stage(<QueuePage />, {
      ...desk,
      'workbench.queue': () => {
        if (broken) throw new Refused('unavailable');
        return { items: three, nextCursor: null };
      },
    });
    expect(await screen.findByText(/服务正忙/)).toBeTruthy();
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('路灯不亮 1')).toBeTruthy();
  });

  it('exports what the filter holds only with a reason', async () => {
    stage(<QueuePage />, { ...desk, 'workbench.export': () => ({ url: '/files/export.csv', rows: 3 }) });
    fireEvent.click(await screen.findByRole('button', { name: '导出' }));
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: '导出' }));
    expect(await sheet.findByText('请写明用来做什么')).toBeTruthy();
    fireEvent.change(sheet.getByLabelText('用来做什么'), { target: { value: '本月例会' } });
    fireEvent.click(sheet.getByRole('button', { name: '导出' }));
    expect(await screen.findByText('一共 3 件。')).toBeTruthy();
    expect(sentTo('workbench.export')).toEqual([{ view: 'todo', reason: '本月例会' }]);
  });

  it('tells on the rail how many residents wait for a person', async () => {
    stage(<QueuePage />, desk);
    expect(await screen.findByRole('link', { name: '对话，2 位居民在等' })).toBeTruthy();
  });
});
