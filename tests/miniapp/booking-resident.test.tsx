import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Output } from '#shared/contract';
import { OwnBookings } from '../../miniapp/booking/own-bookings';
import { BookForm } from '../../miniapp/packages/booking/pages/book/form';
import { MoveForm } from '../../miniapp/packages/booking/pages/book/move';
import { ActSheet } from '../../miniapp/packages/booking/pages/detail/act-sheet';
import { RateSheet } from '../../miniapp/packages/booking/pages/detail/rate-sheet';
import { Story } from '../../miniapp/packages/booking/pages/detail/story';
import BookingsPage from '../../miniapp/packages/booking/pages/list';
import { keep } from '../../miniapp/services/storage';
import { booking, slot, slots } from './booking-fixtures';
import { idOf } from './staff-fixtures';
import { leave, sentTo, stage } from './staff-stage';
import { Refused } from './support/desk';

const village = '511502104205';
const held = (): Output<'bookings.hold'> => ({ slot: slot(2, 10), heldUntil: '2026-11-23T02:05:00.000Z' });
const answers = { 'bookings.slots': slots, 'bookings.hold': held, 'bookings.book': () => booking() };
const form = (said?: string) => <BookForm villageCode={village} advisorId={undefined} said={said} />;

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const write = async (label: string, value: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value } });
const time = (name: RegExp) => screen.findByRole('radio', { name });

afterEach(() => {
  leave();
  keep('booking.matter', undefined);
});

describe('choosing a time', () => {
  it('opens the first day with a free time and lets nobody take a taken one', async () => {
    stage(form(), answers);
    const taken = await time(/^09:00/);
    expect(taken.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(taken);
    expect((await button('先选一个时间')).getAttribute('aria-disabled')).toBe('true');
  });

  it('asks what it is about, keeps the time for the while, and books what was chosen', async () => {
    stage(form(), answers);
    fireEvent.click(await time(/^10:00/));
    await tap(/^约.*10:00$/);
    await write('用一句话说说', '离婚后孩子跟谁');
    await tap('好了');
    expect(await screen.findByText(/给您留到 10:05/)).toBeTruthy();
    await tap('约好');

    await waitFor(() => expect(sentTo('bookings.book')).toHaveLength(1));
    const sent = { slotId: slot(2, 10).id, villageCode: village };
    expect(sentTo('bookings.hold')).toEqual([sent]);
    expect(sentTo('bookings.book')).toEqual([{ ...sent, matter: '离婚后孩子跟谁', disputeType: '其他' }]);
  });

  it('does not book a call without a number to ring', async () => {
    stage(form('借条过期了'), { ...answers, 'bookings.hold': () => ({ ...held(), slot: slot(2, 15) }) });
    fireEvent.click(await time(/^15:00/));
    await tap(/^约.*15:00$/);
    expect((await button('约好')).getAttribute('aria-disabled')).toBe('true');
    await write('律师打哪个电话找您', '13800000001');
    await waitFor(async () => expect((await button('约好')).getAttribute('aria-disabled')).toBe('false'));
  });

  it('offers the nearest other times when somebody was faster, keeps the words, and books the other', async () => {
    const other = slot(2, 11, { text: '后天 11:00–11:30 · 到村' });
    stage(form('离婚后孩子跟谁'), {
      ...answers,
      'bookings.book': ({ slotId }) => {
        if (slotId === other.id) return booking();
        throw new Refused('slot_taken', undefined, [other]);
      },
    });
    fireEvent.click(await time(/^10:00/));
    await tap(/^约.*10:00$/);
    await tap('约好');
    await tap(/后天 11:00/);
    await tap('约好');
    await waitFor(() => expect(sentTo('bookings.book')).toHaveLength(2));
    expect(sentTo('bookings.book')[1]).toMatchObject({ slotId: other.id, matter: '离婚后孩子跟谁' });
  });

  it('keeps what was written when the page is closed, and forgets it once it is booked', async () => {
    stage(form(), answers);
    await tap('写事由');
    await write('用一句话说说', '工钱没结');
    leave();
    stage(form(), answers);
    expect(await screen.findByText('工钱没结')).toBeTruthy();
    fireEvent.click(await time(/^10:00/));
    await tap(/^约.*10:00$/);
    await tap('约好');
    await waitFor(() => expect(sentTo('bookings.book')).toHaveLength(1));
    leave();
    stage(form(), answers);
    expect(await screen.findByText('用一句话说说什么事')).toBeTruthy();
  });

  it('puts somebody on the waiting list with the stretch wished', async () => {
    stage(form('工钱没结'), { ...answers, 'waiting.join': () => ({ id: idOf(1), place: 2, text: '排上了' }) });
    await tap('排队等空位');
    await tap('有空位告诉我');
    await waitFor(() => expect(sentTo('waiting.join')).toHaveLength(1));
    const { wishFrom, wishTo, ...rest } = sentTo('waiting.join')[0]!;
    expect(rest).toEqual({ matter: '工钱没结', disputeType: '其他', villageCode: village });
    expect(Date.parse(wishTo) - Date.parse(wishFrom)).toBe(14 * 86_400_000);
  });
});

describe('another time for a booking', () => {
  it('is asked of the same advisor and sent with the version on the screen', async () => {
    const before = booking({ abilities: ['reschedule'] });
    stage(<MoveForm booking={before} />, {
      'bookings.slots': slots,
      'bookings.reschedule': () => booking({ id: idOf(12) }),
    });
    fireEvent.click(await time(/^11:00/));
    await tap(/^改到.*11:00$/);
    await tap('改期');
    await waitFor(() => expect(sentTo('bookings.reschedule')).toHaveLength(1));
    expect(sentTo('bookings.slots')[0]).toMatchObject({ advisorId: before.advisorId, villageCode: village });
    expect(sentTo('bookings.reschedule')).toEqual([{ id: before.id, version: 2, slotId: slot(2, 11).id }]);
  });

  it('is not offered where it is not possible', () => {
    stage(<MoveForm booking={booking({ statusText: '已取消' })} />, { 'bookings.slots': slots });
    expect(screen.getByText(/已取消，不能改期/)).toBeTruthy();
  });
});

describe('a booking', () => {
  const record: Output<'bookings.get'>['record'] = {
    ...{ who: '李国富', facts: '孩子 8 岁', lawCited: ['《民法典》第一千零八十五条'], advice: '先书面催告' },
    ...{ nextStep: '下周三前发记录', handover: 'legalAid', ticketNo: null, complete: true, atText: '今天 11:40' },
  };

  it('shows the advice with its law and that it is no verdict', () => {
    stage(<Story booking={booking({ record })} />, {});
    expect(screen.getByText('先书面催告')).toBeTruthy();
    expect(screen.getByText('《民法典》第一千零八十五条')).toBeTruthy();
    expect(screen.getByText(/仅供参考/)).toBeTruthy();
  });

  it('tells what happened, the newest first', () => {
    const { container } = stage(<Story booking={booking()} />, {});
    const told = [...container.querySelectorAll('.timeline-text')].map((one) => one.textContent);
    expect(told).toEqual(['顾问已接受', '约了这个时间']);
  });

  it.each([
    ['就这个时间', true],
    ['还是原来的', false],
  ])('answers a proposed time with %s', async (name, accept) => {
    const asked = booking({ proposed: slot(3, 9), abilities: ['answer'] });
    stage(<Story booking={asked} />, { 'bookings.answer': () => booking() });
    await tap(name);
    await waitFor(() => expect(sentTo('bookings.answer')).toEqual([{ id: asked.id, version: 2, accept }]));
  });

  it('takes back a paper the advisor was given', async () => {
    const paper = {
      id: idOf(81),
      role: 'OTHER' as const,
      url: '/p',
      thumbUrl: '/t',
      width: 8,
      height: 6,
      takenText: '今天',
    };
    const own = booking({ abilities: ['addPhotos'], photos: [paper] });
    stage(<Story booking={own} />, { 'bookings.removePhoto': () => booking() });
    expect(screen.getByText(/见面前先看。别人看不到/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '删掉第 1 张照片' }));
    await waitFor(() =>
      expect(sentTo('bookings.removePhoto')).toEqual([{ id: own.id, version: 2, attachmentId: idOf(81) }]),
    );
  });

  it('is cancelled only with a reason', async () => {
    stage(<ActSheet booking={booking()} act="cancel" onClose={() => undefined} />, {
      'bookings.cancel': () => booking(),
    });
    expect((await button('取消预约')).getAttribute('aria-disabled')).toBe('true');
    await write('为什么取消', '已经谈好了');
    await tap('取消预约');
    await waitFor(() =>
      expect(sentTo('bookings.cancel')).toEqual([{ id: idOf(11), version: 2, reason: '已经谈好了' }]),
    );
  });

  it('keeps the words of a complaint that could not be sent', async () => {
    stage(<ActSheet booking={booking()} act="complain" onClose={() => undefined} />, {
      'bookings.complain': () => {
        throw new Refused('unavailable');
      },
    });
    await write('要反映什么', '说好到村，人没来');
    await tap('向司法局反映');
    expect(await screen.findByText(/您写的还在/)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '要反映什么' }).value).toBe('说好到村，人没来');
  });

  it('is rated by three answers', async () => {
    stage(<RateSheet booking={booking()} onClose={() => undefined} />, { 'bookings.rate': () => booking() });
    fireEvent.click(await screen.findByRole('radio', { name: '准时' }));
    fireEvent.click(screen.getByRole('radio', { name: '有帮助' }));
    expect((await button('交上去')).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('radio', { name: '不满意' }));
    await tap('交上去');
    await waitFor(() =>
      expect(sentTo('bookings.rate')).toEqual([
        { id: idOf(11), version: 2, onTime: true, helpful: true, satisfied: false },
      ]),
    );
  });
});

describe('own bookings', () => {
  const nothing = () => ({ items: [], nextCursor: null });

  it('say so when there are none, with the way to book', async () => {
    stage(<BookingsPage />, { 'bookings.list': nothing, 'waiting.list': () => ({ items: [] }) });
    expect(await screen.findByText('还没有约律师')).toBeTruthy();
    expect(await button('约律师')).toBeTruthy();
  });

  it('stand silent among other matters when there are none', async () => {
    const { container } = stage(<OwnBookings state="active" />, { 'bookings.list': nothing });
    await waitFor(() => expect(sentTo('bookings.list')).toHaveLength(1));
    expect(container.textContent).toBe('');
  });

  it('offer a time that came free, until when it is kept, and take it', async () => {
    const line: Output<'waiting.list'>['items'][number] = {
      ...{ id: idOf(41), text: '这周 · 工钱', state: 'OFFERED', stateText: '有空位了', place: null },
      ...{ slot: slot(2, 10, { text: '后天 10:00' }), offerUntil: '2026-11-23T03:00:00.000Z' },
    };
    stage(<BookingsPage />, {
      'bookings.list': nothing,
      'waiting.list': () => ({ items: [line] }),
      'waiting.take': () => booking(),
    });
    expect(await screen.findByText('给您留到 11:00')).toBeTruthy();
    await tap('就要这个');
    await waitFor(() => expect(sentTo('waiting.take')).toEqual([{ id: line.id }]));
  });
});
