import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { TicketAction } from '#shared/domain/tickets/lifecycle';
import { useApi } from '../../miniapp/hooks/use-api';
import { CaseColumn } from '../../miniapp/packages/staff/components/case-column';
import { CaseFacts } from '../../miniapp/packages/staff/components/case-facts';
import { movedMeanwhile } from '../../miniapp/packages/staff/hooks/use-deed';
import { keep } from '../../miniapp/services/storage';
import { idOf, type Ticket, ticket } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

function Case() {
  const { data } = useApi('tickets.get', { id: idOf(1) });
  return data ? <CaseColumn ticket={data} room={1} /> : null;
}

const units = () => ({ items: [{ code: 'shuili', name: '区水利局', kind: '联动部门' }] });
const canned = () => ({ items: [{ id: 'c1', text: '已联系维修人员。' }] });
const open = (shown: Ticket, answers: Parameters<typeof stage>[1] = {}) =>
  stage(<Case />, { 'tickets.get': () => shown, 'workbench.units': units, 'workbench.canned': canned, ...answers });

const button = (name: string) => screen.findByRole('button', { name });
const tap = async (name: string) => fireEvent.click(await button(name));
const submit = (name: string) => fireEvent.click(screen.getAllByRole('button', { name }).at(-1)!);
const write = async (label: string, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });

afterEach(() => {
  leave();
  keep(`staff.drafts.${idOf(1)}`, undefined);
});

describe('the case on the workbench', () => {
  it.each<[TicketAction[], string[], string[]]>([
    [
      ['accept', 'return', 'comment'],
      ['受理', '退回', '更多操作'],
      ['处理完了', '核查通过', '办结'],
    ],
    [
      ['handle', 'contact'],
      ['处理完了', '联系居民'],
      ['受理', '退回', '更多操作'],
    ],
    [
      ['passCheck', 'failCheck'],
      ['核查通过', '核查不通过'],
      ['受理', '处理完了'],
    ],
    [[], [], ['受理', '退回', '更多操作']],
    [['urge', 'join'], [], ['受理', '更多操作']],
  ])('with the abilities %j shows %j and not %j', async (abilities, shown, hidden) => {
    open(ticket(1, { abilities }));
    await screen.findByText('路灯不亮 1');
    for (const name of shown) expect(screen.getByRole('button', { name })).toBeTruthy();
    for (const name of hidden) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('tells what was said, what was understood from it and why', async () => {
    open(ticket(1));
    expect(await screen.findByText('“门口路灯坏了一个星期”')).toBeTruthy();
    expect(screen.getByText(/报问题 0\.98 · 路灯不亮 · 因为提到路灯/)).toBeTruthy();
  });

  it('returns a ticket only with a reason and a suggested unit', async () => {
    open(ticket(1), { 'tickets.return': () => ticket(1, { abilities: [], version: 4 }) });
    await tap('退回');
    submit('退回');
    expect(await screen.findByText('请至少写 2 个字')).toBeTruthy();
    expect(screen.getByText('请选一个单位')).toBeTruthy();
    expect(sentTo('tickets.return')).toEqual([]);

    await write('理由', '水渠归水利管');
    fireEvent.click(await screen.findByRole('radio', { name: /区水利局/ }));
    submit('退回');

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sentTo('tickets.return')).toEqual([
      { id: idOf(1), version: 3, reason: '水渠归水利管', suggestedUnitCode: 'shuili' },
    ]);
  });

  it('reloads and says so when somebody was faster, keeps the words, and sends the new version', async () => {
    let version = 3;
    open(ticket(1), {
      'tickets.get': () => ticket(1, { version, abilities: ['contact'] }),
      'tickets.contact': (sent) => {
        if (sent.version === 4) return ticket(1, { version: 5, abilities: [] });
        version = 4;
        throw new Refused('stale_version');
      },
    });
    await tap('联系居民');
    await write('和居民说了什么', '明天上午到现场');
    submit('记下来');

    expect(await screen.findByText(movedMeanwhile)).toBeTruthy();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '和居民说了什么' });
    expect(field.value).toBe('明天上午到现场');

    await waitFor(() => expect(sentTo('tickets.get').length).toBeGreaterThan(1));
    await waitFor(() => {
      submit('记下来');
      expect(sentTo('tickets.contact').at(-1)).toEqual({ id: idOf(1), version: 4, note: '明天上午到现场' });
    });
  });

  it('keeps what was written when the sheet is closed, and says so when it is opened again', async () => {
    open(ticket(1, { abilities: ['contact'] }));
    await tap('联系居民');
    await write('和居民说了什么', '电话没人接');
    await tap('关闭');
    await tap('联系居民');
    expect(await screen.findByText('上次没有发出的内容还在。')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '和居民说了什么' }).value).toBe('电话没人接');
  });

  it('says that a deed is no longer possible instead of losing the words', async () => {
    let gone = false;
    open(ticket(1), {
      'tickets.get': () => ticket(1, gone ? { abilities: ['comment'], statusText: '已受理' } : {}),
      'tickets.return': () => {
        gone = true;
        throw new Refused('ticket_action_not_allowed');
      },
    });
    await tap('退回');
    await write('理由', '不归我们管');
    fireEvent.click(await screen.findByRole('radio', { name: /区水利局/ }));
    submit('退回');
    expect(await screen.findByText(/这件事现在是“已受理”，不能再退回/)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '理由' }).value).toBe('不归我们管');
  });

  it('writes a canned sentence after what is there already', async () => {
    open(ticket(1, { abilities: ['contact'] }));
    await tap('联系居民');
    await write('和居民说了什么', '李大爷在家。');
    await tap('填入：已联系维修人员。');
    const { value } = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '和居民说了什么' });
    expect(value).toMatch(/^李大爷在家。\n?已联系维修人员。$/);
  });

  it('does not report work as done without an after photo where one is a condition', async () => {
    open(ticket(1, { abilities: ['handle'], photoRequired: true }));
    await tap('处理完了');
    await write('怎么处理的', '灯头已更换');
    submit('报处理完了');
    expect(await screen.findByText('请附上处理后的照片')).toBeTruthy();
    expect(sentTo('tickets.handle')).toEqual([]);
  });

  it('shows a phone number only after a reason', async () => {
    stage(<CaseFacts ticket={ticket(1)} aspect={2} />, {
      'tickets.reveal': () => ({ name: '李国富', phone: '13800000001' }),
    });
    await tap('说明理由后查看电话');
    submit('查看');
    expect(await screen.findByText('请写明为什么要看')).toBeTruthy();
    await write('理由', '约时间上门');
    submit('查看');
    expect((await screen.findAllByText(/13800000001/)).length).toBeGreaterThan(0);
    expect(sentTo('tickets.reveal')).toEqual([{ id: idOf(1), reason: '约时间上门' }]);
  });
});
