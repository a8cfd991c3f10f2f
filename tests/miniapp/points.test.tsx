import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Output } from '#shared/contract';
import { pickupCode } from '#shared/domain/points/pickup-code';
import CounterPage from '../../miniapp/packages/points/pages/counter';
import ShopPage from '../../miniapp/packages/points/pages/shop';
import type { DraftRule } from '../../miniapp/packages/staff/pages/point-rules/rule-draft';
import { RuleSheet } from '../../miniapp/packages/staff/pages/point-rules/rule-sheet';
import { leave, sentTo, stage } from './staff-stage';

afterEach(leave);

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const write = (label: string, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });

const good: Output<'shop.goods'>['goods'][number] = {
  ...{ id: '01a219f9-95f3-7373-a396-1ce0daf34401', name: '洗衣粉', about: '2 公斤一袋', points: 15, yearLimit: null },
  ...{ stock: 3, photo: null, outletId: '01a219f9-95f3-7373-a396-1ce0daf34402', outletName: '高桥便民超市' },
  ...{ isOffered: true, version: 1 },
};

describe('the shop', () => {
  it('says what is missing and what is gone, and lets the rest be taken', async () => {
    const goods = [
      { ...good, name: '毛巾', id: '01a219f9-95f3-7373-a396-1ce0daf34403', points: 10 },
      good,
      { ...good, name: '大米', id: '01a219f9-95f3-7373-a396-1ce0daf34404', stock: 0 },
    ];
    stage(<ShopPage />, {
      'shop.goods': () => ({ villageCode: '511502101208', placeLabel: '李庄镇高桥村', balance: 12, goods }),
    });
    expect((await button('洗衣粉：还差 3 分')).getAttribute('aria-disabled')).toBe('true');
    expect((await button('大米：换完了')).getAttribute('aria-disabled')).toBe('true');
    await tap('换这个：毛巾');
    expect(await screen.findByText(/换了以后还剩 2 分/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/元|￥/);
  });
});

describe('the counter', () => {
  it('finds a slip before anything is sent, shows what a code is for, and hands over', async () => {
    const code = pickupCode('0123456789abcdef012345');
    const seen = { id: good.id, goodName: '大米', count: 1, householdCode: '101208-001', outletName: '高桥便民超市' };
    stage(<CounterPage />, {
      'shop.counter': () => ({
        ...{ waiting: 1, handed: [] },
        outlets: [{ id: good.outletId, name: '高桥便民超市', address: '村口', hours: '每天', isOpen: true }],
      }),
      'shop.look': () => ({ ...seen, untilText: '12月7日 周一内' }),
      'shop.handOver': () => ({ ...seen, atText: '今天 10:00' }),
    });
    await screen.findByText('高桥便民超市');
    write('取货码（12 位）', code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`);
    expect(await screen.findByText('好像抄错了一个字，请再看一遍')).toBeTruthy();
    expect(sentTo('shop.look')).toEqual([]);
    write('取货码（12 位）', code.toLowerCase());
    expect(await screen.findByText('户号 101208-001')).toBeTruthy();
    await tap('东西给他了');
    await waitFor(() => expect(sentTo('shop.handOver')).toEqual([{ code }]));
  });
});

describe('a rule being written', () => {
  const rule: DraftRule = {
    ...{ code: 'rule-1', category: '社会公德', title: '', points: -5, yearCap: 10, evidence: '照片和提醒记录' },
    isCharter: true,
  };

  it('is refused at once with the law behind it, and taken when nothing forbids it', async () => {
    const done = jest.fn();
    stage(<RuleSheet rule={rule} onDone={done} onClose={() => undefined} />, {});
    write('什么事', '越级上访');
    expect(await screen.findByText(/《信访工作条例》/)).toBeTruthy();
    await tap('就这样');
    expect(done).not.toHaveBeenCalled();
    write('什么事', '乱扔垃圾，提醒后还扔');
    await tap('就这样');
    await waitFor(() => expect(done).toHaveBeenCalledWith({ ...rule, title: '乱扔垃圾，提醒后还扔' }));
  });
});
