import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { passTexts } from '../support/forum';
import { make } from '../support/make';
import { play } from './script';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const topics = () => desk().prisma.topic.findMany({ orderBy: { raisedAt: 'asc' } });

describe('来协商', () => {
  it('puts a topic forward by talking: what, more, confirm, done', async () => {
    const li = await make.person();
    await play(
      li,
      `说 小区停车位想大家一起商量
       答 再说一两句
       说 晚上回来没地方停，希望一户先保一个位子
       答 提出去是这样 [confirm] {题目=小区停车位; 内容=希望一户先保一个位子; 跟谁=小区; 哪里=李庄镇高桥村}
       点 提出去
       答 提出去了 [topic]`,
    );
    const [topic] = await topics();
    expect(topic).toMatchObject({ level: 'ESTATE', authorId: li.id, checkState: 'PENDING', supportCount: 1 });
    expect(topic!.body).toContain('晚上回来没地方停');
  });

  it('begins with the card of the first screen, asks whom it concerns, and lets every line be changed', async () => {
    const li = await make.person();
    await play(
      li,
      `说 来协商
       答 商量什么事
       说 文化活动怎么搞，老人多，想白天也有，钱从哪里出也要说清楚
       答 这件事跟谁有关 [choice]
       点 全村（社区）
       答 提出去是这样 [confirm] {跟谁=村（社区）}
       点 改题目
       答 改成什么
       说 村里的文化活动怎么办
       答 提出去是这样 [confirm] {题目=村里的文化活动怎么办}
       说 可以
       答 提出去了 [topic]`,
    );
    expect(await topics()).toMatchObject([{ level: 'VILLAGE', title: '村里的文化活动怎么办' }]);
  });

  it('offers a similar topic to support instead', async () => {
    const topic = await make.topic({ title: '小区停车位怎么划', body: '晚上没有地方停车，想一户先保一个。' });
    const li = await make.person();
    await play(
      li,
      `说 小区停车位怎么划，想大家一起商量，晚上没有地方停车，想一户先保一个
       答 有人提过差不多的 [topics]
       点 附议这个
       答 现在有 1 人 [topic]`,
    );
    expect(await as(li).ok('forum.get', { id: topic.id })).toMatchObject({ mine: 'supporter', supportCount: 1 });
    expect(await topics()).toHaveLength(1);
  });

  it('explains what law keeps out and says what to do instead, and lets a person decide when somebody insists', async () => {
    const li = await make.person();
    await play(
      li,
      `说 想请全村一起商量，要不要取消外嫁女的分红，大家投票决定算了
       答 不能由大家表决去掉 [choice]
       点 还是要提
       答 提出去是这样 [confirm]
       点 不提了
       答 不提了`,
    );
    expect(await topics()).toEqual([]);
  });

  it('asks where somebody lives who has no home yet, and says when that is not enough', async () => {
    const li = await make.person({ homeVillageCode: null });
    await play(
      li,
      `说 来协商
       答 商量什么事
       说 小区的垃圾桶往哪里摆，夏天味道大，希望换个地方
       答 您住在哪个村 [place]
       说 高桥村
       答 提出去是这样 [confirm] {哪里=李庄镇高桥村}
       点 提出去
       答 请先在“我的”里填上您住在哪个村`,
    );
    expect(await topics()).toEqual([]);
  });

  it('shows a topic nobody else sees until it has passed', async () => {
    const [li, chen] = [await make.person(), await make.person()];
    const script = `说 小区广场舞几点结束，想大家一起商量，吵得娃娃做不了作业
       答 提出去是这样 [confirm]
       点 提出去
       答 提出去了 [topic]`;
    await play(li, script);
    await play(chen, script);
    await passTexts();
    await play(
      await make.person(),
      `说 小区广场舞几点结束，想大家一起商量，吵得娃娃做不了作业
       答 有人提过差不多的 [topics]
       点 不一样，接着提
       答 提出去是这样 [confirm]
       说 不提了
       答 不提了`,
    );
  });
});
