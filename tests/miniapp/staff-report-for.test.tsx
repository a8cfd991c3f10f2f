import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Output } from '#shared/contract';
import { titleOf } from '../../miniapp/packages/staff/pages/report-for/form';
import ReportForPage from '../../miniapp/packages/staff/pages/report-for/index';
import { adopt } from '../../miniapp/services/session';
import { keep } from '../../miniapp/services/storage';
import { idOf, me, queueItem, ticket } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

const post: (typeof me)['posts'][number] = {
  kind: 'GRID_STAFF',
  label: '网格员',
  placeCode: '511502001001003',
  placeName: '高桥村第3网格',
  departmentCode: null,
  departmentName: null,
};
const grid = { ...me, posts: [post] };
const category = (code: string, name: string, group: string): Output<'categories.list'>['items'][number] => ({
  ...{ code, name, group, level: 'P2', openWhen: '', closeWhen: '', leadUnitName: '区综合执法局' },
  assistUnitNames: [],
});
const desk = {
  'categories.list': () => ({
    version: '1',
    items: [category('streetlight', '路灯不亮', '城市管理'), category('dispute', '邻里纠纷', '矛盾纠纷')],
  }),
  'tickets.nearby': () => ({ items: [] }),
  'tickets.open': () => ticket(7),
};
const words = '三组村口的路灯坏了一个星期，晚上老人出门看不见路，请修一修';
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const show = (answers: Parameters<typeof stage>[1] = desk) => {
  const shown = stage(<ReportForPage />, answers);
  act(() => adopt('token', grid));
  return shown;
};
const fillIn = async () => {
  type('发生了什么', words);
  fireEvent.click(await screen.findByRole('radio', { name: '路灯不亮，城市管理' }));
  type('具体地点', '高桥村三组村口');
};
const sendButton = () => screen.getByRole('button', { name: '报上去' });
const settled = () => waitFor(() => expect(sendButton().getAttribute('aria-disabled')).toBe('false'));

beforeEach(() => {
  window.matchMedia = () =>
    ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;
});
afterEach(() => {
  leave();
  keep(`staff.report-for.${me.id}`, undefined);
  jest.restoreAllMocks();
});

describe('reporting for somebody without a phone', () => {
  it('files what was entered, once for a double tap, in the own village, and opens the case', async () => {
    const redirect = jest.spyOn(Taro, 'redirectTo');
    show();
    await fillIn();
    type('本人姓名（可不写）', '李大爷');
    type('本人电话（可不写）', '13800000001');
    await waitFor(() => expect(sentTo('tickets.nearby')).toHaveLength(1));
    await settled();
    fireEvent.click(sendButton());
    fireEvent.click(sendButton());
    await waitFor(() =>
      expect(redirect).toHaveBeenCalledWith({ url: `/packages/staff/pages/case/index?id=${idOf(7)}` }),
    );
    expect(redirect).toHaveBeenCalledTimes(1);
    expect(sentTo('tickets.open')).toEqual([
      {
        title: '三组村口的路灯坏了一个星期，晚上老人出门',
        description: words,
        categoryCode: 'streetlight',
        address: '高桥村三组村口',
        villageCode: '511502001001',
        reporterName: '李大爷',
        reporterPhone: '13800000001',
        attachmentIds: [],
      },
    ]);
    expect(Taro.getStorageSync(`desk.staff.report-for.${me.id}`)).toBe('');
  });

  it('says the number and who has it when it went to a desk whose cases are not open to the filer', async () => {
    const redirect = jest.spyOn(Taro, 'redirectTo');
    show({ ...desk, 'tickets.open': () => ticket(7, { abilities: [] }) });
    await fillIn();
    await settled();
    fireEvent.click(sendButton());
    expect(await screen.findByText(/编号 CP20261123-0007，交给网格员王敏办理/)).toBeTruthy();
    expect(redirect).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: '再报一件' }));
    expect(screen.getByLabelText<HTMLInputElement>('发生了什么').value).toBe('');
  });

  it('says beside each field what is missing and sends nothing', async () => {
    show();
    await screen.findByRole('radio', { name: '路灯不亮，城市管理' });
    type('本人电话（可不写）', '138');
    fireEvent.click(sendButton());
    for (const sentence of ['选一个分类', '写上具体地点', '手机号是 11 位数字'])
      expect(await screen.findByText(sentence)).toBeTruthy();
    expect(sentTo('tickets.open')).toEqual([]);
  });

  it('shows what the desk refuses beside its field until that field is changed, and keeps the rest', async () => {
    show({
      ...desk,
      'tickets.open': () => {
        throw new Refused('invalid_input', { villageCode: '没有这个村（社区）', address: '含有不能识别的字符' });
      },
    });
    await fillIn();
    await settled();
    fireEvent.click(sendButton());
    const problem = await screen.findByText('含有不能识别的字符');
    expect(within(problem.parentElement!).getByLabelText('具体地点')).toBeTruthy();
    expect(screen.getByText('没有这个村（社区）')).toBeTruthy();
    type('具体地点', '高桥村三组');
    expect(screen.queryByText('含有不能识别的字符')).toBeNull();
    expect(screen.getByText('没有这个村（社区）')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('发生了什么').value).toBe(words);
  });

  it('keeps the draft when the page is closed, and says so', async () => {
    show();
    await fillIn();
    type(/^标题/, '村口路灯坏了');
    cleanup();
    show();
    expect(await screen.findByText('上次没报完的还在，接着写就行。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('发生了什么').value).toBe(words);
    expect(screen.getByLabelText<HTMLInputElement>(/^标题/).value).toBe('村口路灯坏了');
    expect(await screen.findByRole('button', { name: '换一个分类' })).toBeTruthy();
  });

  it('shows matters that may be the same before filing, and opens the chosen one without filing', async () => {
    const go = jest.spyOn(Taro, 'navigateTo');
    show({ ...desk, 'tickets.nearby': () => ({ items: [queueItem(2)] }) });
    await fillIn();
    fireEvent.click(await screen.findByText('路灯不亮 2'));
    expect(go).toHaveBeenCalledWith({ url: `/packages/staff/pages/case/index?id=${idOf(2)}` });
    expect(screen.getByRole('button', { name: '不是同一件，报上去' })).toBeTruthy();
    expect(sentTo('tickets.nearby')).toEqual([
      { categoryCode: 'streetlight', text: words, villageCode: '511502001001' },
    ]);
    expect(sentTo('tickets.open')).toEqual([]);
  });

  it.each([
    [{ title: undefined, description: ' 路灯\n坏了 ' }, '路灯 坏了'],
    [{ title: undefined, description: '一'.repeat(30) }, '一'.repeat(20)],
    [{ title: '自己写的', description: words }, '自己写的'],
  ])('titles %j as %s', (report, title) => {
    expect(titleOf(report)).toBe(title);
  });
});
