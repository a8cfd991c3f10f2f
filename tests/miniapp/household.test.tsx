import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Output } from '#shared/contract';
import { inviteCode } from '#shared/domain/households/codes';
import HouseholdPage from '../../miniapp/packages/points/pages/household';
import HouseholdsPage from '../../miniapp/packages/staff/pages/households';
import { leave, sentTo, stage } from './staff-stage';

afterEach(leave);

type Mine = Output<'households.mine'>;
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const write = (label: string | RegExp, text: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const idOf = (last: string) => `01a219f9-95f3-7373-a396-1ce0daf344${last}`;

const move: Mine['moves'][number] = {
  ...{ id: idOf('01'), kind: 'JOIN', kindText: '入户', state: 'OPEN', stateText: '等确认', note: '我是他儿子' },
  ...{ text: '李小军要入李家（101208-001）', reason: null, askedText: '今天 10:00', placeLabel: '李庄镇高桥村' },
  ...{ pointsText: null, waitingFor: [], abilities: [] },
};
const member = (last: string, name: string, more: object = {}) => ({
  ...{ id: idOf(last), name, isHead: false, isMe: false, isMinor: false, ...more },
});
const mine: Mine = {
  household: {
    ...{ id: idOf('02'), code: '101208-001', name: '李家', placeLabel: '李庄镇高桥村', balance: 100 },
    members: [
      member('03', '李大爷', { isHead: true, isMe: true }),
      member('04', '李小军'),
      member('05', '李小满', { isMinor: true }),
    ],
    splitText: '按成年人的人数平分，除不尽的留在原来的户',
  },
  ...{ isHead: true, isMinor: false, homeLabel: '李庄镇高桥村', moves: [] },
};
const homeless: Mine = { ...mine, household: null, isHead: false };

describe('somebody without a household', () => {
  it('comes in by a code: a slip is seen before anything is sent, and the household is named before it is joined', async () => {
    const code = inviteCode('0123456789abcdef01');
    stage(<HouseholdPage />, {
      'households.mine': () => homeless,
      'households.invited': () => ({
        name: '李家',
        code: '101208-001',
        placeLabel: '李庄镇高桥村',
        untilText: '明天内',
      }),
      'households.accept': () => mine,
    });
    await screen.findByText('请户主给您看邀请码');
    write('邀请码（10 位）', code.slice(1) + code.charAt(0));
    expect(await screen.findByText('好像抄错了一个字，请再看一遍')).toBeTruthy();
    expect(sentTo('households.invited')).toEqual([]);
    write('邀请码（10 位）', code);
    await tap('入这一户');
    await waitFor(() => expect(sentTo('households.accept')).toEqual([{ code }]));
  });

  it('asks by the number, a minor with a birthday; while one wish is open no second is offered', async () => {
    stage(<HouseholdPage />, { 'households.mine': () => homeless, 'households.join': () => homeless });
    fireEvent.click(await screen.findByRole('radio', { name: '知道户号' }));
    write('户号', '101208-001');
    fireEvent.click(screen.getByRole('switch', { name: '我未满 18 岁' }));
    await tap('申请入户');
    await waitFor(() =>
      expect(sentTo('households.join')).toEqual([{ householdCode: '101208-001', bornOn: '2012-01-01' }]),
    );
    leave();
    stage(<HouseholdPage />, {
      'households.mine': () => ({ ...homeless, moves: [{ ...move, abilities: ['withdraw' as const] }] }),
    });
    fireEvent.click(await screen.findByRole('radio', { name: '登记新户' }));
    expect(await screen.findByText(/还在等确认/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '申请登记' })).toBeNull();
  });
});

describe('a household', () => {
  it('lets its head confirm who asks to join, or refuse with a reason', async () => {
    stage(<HouseholdPage />, {
      'households.mine': () => ({ ...mine, moves: [{ ...move, abilities: ['grant', 'refuse'] as const }] }),
      'households.decide': () => move,
    } as never);
    await tap(/^是自己家的人/);
    await waitFor(() => expect(sentTo('households.decide')).toEqual([{ id: move.id, isGranted: true }]));
    await tap(/^不同意：/);
    write('理由，对方看得到', '不认识');
    const [confirm] = (await screen.findAllByRole('button', { name: '不同意' })).slice(-1);
    fireEvent.click(confirm!);
    await waitFor(() =>
      expect(sentTo('households.decide')).toContainEqual({ id: move.id, isGranted: false, reason: '不认识' }),
    );
  });

  it('is split by choosing who goes, by the village’s rule or by what the family agrees on', async () => {
    stage(<HouseholdPage />, { 'households.mine': () => mine, 'households.split': () => mine });
    await tap('分户');
    expect(await screen.findByText(mine.household!.splitText)).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: '李大爷' })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: '李小军' }));
    write('新户叫什么', '李小军家');
    fireEvent.click(screen.getByRole('radio', { name: '全家商定' }));
    expect((await button('申请分户')).getAttribute('aria-disabled')).toBe('true');
    write('分走多少分', '40');
    await tap('申请分户');
    await waitFor(() =>
      expect(sentTo('households.split')).toEqual([{ name: '李小军家', personIds: [idOf('04')], points: 40 }]),
    );
  });
});

describe('the desk of the grid', () => {
  it('confirms at once what all have agreed to, and asks how the others were asked', async () => {
    const waiting = { ...move, id: idOf('09'), text: '李小军从李家分出去', waitingFor: ['李大爷'] };
    const items = [move, waiting].map((one) => ({ ...one, abilities: ['grant', 'refuse'] as ('grant' | 'refuse')[] }));
    stage(<HouseholdsPage />, {
      'households.desk': () => ({ items, open: 2 }),
      'households.decide': () => move,
    });
    await tap(`核对过了，确认：${move.text}`);
    await waitFor(() => expect(sentTo('households.decide')).toEqual([{ id: move.id, isGranted: true }]));
    await tap(`核对过了，确认：${waiting.text}`);
    write('怎么问的，全家看得到', '上门问过，同意');
    await tap('当面问过，确认');
    await waitFor(() =>
      expect(sentTo('households.decide')).toContainEqual({ id: idOf('09'), isGranted: true, reason: '上门问过，同意' }),
    );
  });
});
