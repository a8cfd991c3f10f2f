import { as } from '../support/api';
import { bookOn, slotsOn } from '../support/booking';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { make } from '../support/make';
import { play } from './script';

// A Monday morning. The advisor sits every day from nine to twelve.
beforeEach(() => freeze('2026-11-23T08:00:00+08:00'));

const bookings = (personId: string) =>
  desk().prisma.booking.findMany({ where: { residentId: personId }, orderBy: { createdAt: 'asc' } });

describe('约律师', () => {
  it('books by talking: time, matter, confirm, done', async () => {
    await make.advisor({ name: '陈律师' });
    const li = await make.person();
    await play(
      li,
      `说 想约村里的法律顾问明天上午
       答 明天上午 [slots]
       说 第一个
       答 您想问什么事
       说 邻居砌墙占了我家地边
       答 这样约可以吗 [confirm] {时间=明天; 律师=陈律师; 事情=邻居砌墙占了我家地边; 地点=李庄镇高桥村}
       说 可以
       答 约上了 [booking]`,
    );
    const [booking] = await bookings(li.id);
    expect(booking).toMatchObject({ status: 'REQUESTED', matter: '邻居砌墙占了我家地边', disputeType: '邻里' });
    expect(booking!.startsAt.toISOString()).toBe('2026-11-24T01:00:00.000Z');
  });

  it('holds the time while it is being confirmed, for nobody else', async () => {
    await make.advisor();
    const [li, chen] = [await make.person(), await make.person()];
    await play(
      li,
      `说 我要约律师明天上午
       答 [slots]
       说 第一个
       答 什么事
       说 老人的赡养费说不拢
       答 [confirm]`,
    );
    const { free } = await slotsOn(chen, '2026-11-24');
    expect(free[0]!.startsAt).not.toBe('2026-11-24T01:00:00.000Z');
  });

  it('offers the next times when somebody else was faster', async () => {
    await make.advisor();
    const [li, chen] = [await make.person(), await make.person()];
    await play(
      li,
      `说 我要约律师明天上午
       答 [slots]`,
    );
    await bookOn(chen, '2026-11-24');
    await play(
      li,
      `说 第一个
       答 什么事
       说 借给别人的钱要不回来
       答 被约走了 [slots]
       说 第一个
       答 [confirm]
       点 约这个时间
       答 约上了 [booking]`,
    );
    expect(await bookings(li.id)).toHaveLength(1);
  });

  it('moves a booking by saying so, and keeps the advisor', async () => {
    const advisor = await make.advisor();
    const li = await make.person();
    const first = await bookOn(li, '2026-11-24');
    await play(
      li,
      `说 改到后天上午行不
       答 后天上午 [slots]
       说 第一个
       答 改成这样可以吗 [confirm] {改到=后天}
       说 要得
       答 改好了 [booking]`,
    );
    const [old, moved] = await bookings(li.id);
    expect(old).toMatchObject({ id: first.id, status: 'RESCHEDULED' });
    expect(moved).toMatchObject({ rootId: first.id, status: 'REQUESTED', advisorId: advisor.id });
    expect(moved!.startsAt.toISOString()).toBe('2026-11-25T01:00:00.000Z');
  });

  it('calls a booking off with a reason, by words or taps, or leaves it', async () => {
    await make.advisor();
    const li = await make.person();
    await bookOn(li, '2026-11-24');
    await play(
      li,
      `说 取消预约
       答 为什么不来了 [choice]
       点 不取消了
       答 预约还在
       说 取消约的律师
       答 为什么不来了 [choice]
       点 临时有事
       答 取消了`,
    );
    expect(await bookings(li.id)).toMatchObject([{ status: 'CANCELLED', cancelReason: '临时有事' }]);
  });

  it('says so when there is nothing to move or call off', async () => {
    await make.advisor();
    await play(
      await make.person(),
      `说 取消预约
       答 没有约好的见面 [choice]`,
    );
  });

  it('puts somebody on the waiting list when no time suits', async () => {
    await make.advisor();
    const li = await make.person();
    await play(
      li,
      `说 我想约律师
       答 [slots]
       点 都不合适，排候补
       答 什么事
       说 工地上的工钱没结
       答 候补`,
    );
    const { items } = await as(li).ok('waiting.list', {});
    expect(items).toMatchObject([{ state: 'WAITING', place: 1 }]);
  });

  it('asks for the village of somebody whose home is not known', async () => {
    await make.advisor();
    await play(
      await make.person({ homeVillageCode: null }),
      `说 我要约律师
       答 哪个村 [place]
       说 高桥村
       答 [slots]`,
    );
  });

  it('refuses a third booking in a calm sentence', async () => {
    await make.advisor();
    const li = await make.person();
    await bookOn(li, '2026-11-24');
    await bookOn(li, '2026-11-25');
    await play(
      li,
      `说 我还要约律师大后天上午
       答 [slots]
       说 第一个
       答 什么事
       说 买到假货不退钱
       答 [confirm]
       说 好
       答 两个预约`,
    );
    expect(await bookings(li.id)).toHaveLength(2);
  });

  it('tells the advisor of what was booked by talking', async () => {
    const advisor = await make.advisor();
    await play(
      await make.person(),
      `说 约律师明天上午
       答 [slots]
       说 第二个
       答 什么事
       说 流转的地租拖了半年
       答 [confirm]
       说 可以
       答 [booking]`,
    );
    await drain();
    const { items } = await as(advisor.person).ok('notifications.list', {});
    expect(items.map(({ title }) => title)).toContain('有一个新的预约');
  });
});
