import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';
import { play } from './script';

const tickets = (reporterId: string) =>
  desk().prisma.ticket.findMany({ where: { reporterId }, orderBy: { no: 'asc' } });

beforeEach(async () => {
  freeze('2026-11-23T10:00:00+08:00');
  await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
  await make.staff('GRID_LEAD', home.village, { name: '张国平' });
});

const stranger = () => make.person({ homeVillageCode: null });
const neighbour = () => make.person({ homeVillageCode: home.village, homeGridCode: home.grid });

describe('报问题', () => {
  it('asks only what was not said, and files what the card shows', async () => {
    const person = await stranger();
    await play(
      person,
      `说 我家门口路灯坏了一个星期没人修
       答 哪个村 [place]
       说 李庄镇高桥村
       答 照片 [photo]
       拍 1
       答 这样报可以吗 [confirm] {事情=路灯坏了，已经一个星期; 地点=李庄镇高桥村; 照片=1 张; 交给=张国平; 时限=联系您}
       点 报上去
       答 已交给网格长张国平 [ticket]`,
    );
    expect(await tickets(person.id)).toMatchObject([
      {
        title: '路灯坏了',
        categoryCode: 'streetlight',
        villageCode: home.village,
        status: 'SUBMITTED',
        source: 'chat',
      },
    ]);
    expect(await desk().prisma.attachment.count({ where: { ownerId: person.id, ticketId: { not: null } } })).toBe(1);
  });

  it('finds the grid of a villagers’ group', async () => {
    await desk().prisma.buildingGroup.create({
      data: { districtId: home.districtId, id: crypto.randomUUID(), name: '三组', gridCode: home.grid },
    });
    await play(
      await stranger(),
      `说 路灯不亮
       答 [place]
       说 高桥村三组村口那个
       答 [photo]
       点 没有照片
       答 [confirm] {地点=李庄镇高桥村三组村口; 交给=网格员 王敏}
       说 要得
       答 已交给网格员王敏 [ticket]`,
    );
  });

  const scripts: [title: string, script: string][] = [
    [
      'takes everything from one sentence and asks for a photo only',
      `说 李庄镇高桥村村口的井盖坏了三天了
       答 [photo]
       说 没有
       答 [confirm] {事情=井盖; 地点=李庄镇高桥村村口}
       点 报上去
       答 报上去了 [ticket]`,
    ],
    [
      'begins from the card',
      `说 报问题
       答 您说说是什么事
       说 楼上天天半夜装修吵得睡不着
       答 哪个位置 [place]
       说 高桥村
       答 [photo]
       说 跳过
       答 [confirm] {地点=李庄镇高桥村}
       说 报上去
       答 报上去了 [ticket]`,
    ],
    [
      'lets the matter be corrected in words',
      `说 高桥村路灯坏了
       答 [photo]
       点 没有照片
       答 [confirm] {事情=路灯}
       说 不是路灯是井盖
       答 改成「井盖」了
       答 [confirm] {事情=井盖}
       说 可以
       答 报上去了 [ticket]`,
    ],
    [
      'lets the place be corrected in words, and asks for the village of a town',
      `说 高桥村路灯坏了
       答 [photo]
       点 没有照片
       答 [confirm]
       说 地址不对，应该是李庄镇
       答 改成李庄镇了
       答 李庄镇的哪个村 [place]
       说 高桥村
       答 [confirm] {地点=李庄镇高桥村}
       点 报上去
       答 [ticket]`,
    ],
    [
      'lets a line be edited by tapping, and asks only that line again',
      `说 高桥村路灯坏了
       答 [photo]
       点 没有照片
       答 [confirm]
       点 改地点
       答 哪个位置 [place]
       说 李庄镇高桥村桥头
       答 [confirm] {地点=桥头; 事情=路灯坏了}
       点 改事情
       答 您说说是什么事
       说 垃圾堆成山没人收
       答 [confirm] {事情=垃圾; 地点=桥头}
       点 加照片
       答 [photo]
       拍 2
       答 [confirm] {照片=2 张}
       点 报上去
       答 [ticket]`,
    ],
    [
      'understands dialect',
      `说 我们高桥村那个垃圾堆起好多天了莫得人管
       答 [photo]
       说 莫得
       答 [confirm] {地点=高桥村}
       说 要得嘛
       答 [ticket]`,
    ],
    [
      'asks which of two villages of one name is meant, and takes the tap',
      `说 双桥村的水沟堵了
       答 您说的是哪一个 [choice]
       说 第一个
       答 [photo]
       说 没得
       答 [confirm] {地点=双桥村}
       说 算了不报了
       答 不报了`,
    ],
    [
      'answers a question in the middle and goes on where it was',
      `说 路灯不亮
       答 [place]
       说 我的事办到哪一步了
       答 没有正在办的事
       答 哪个位置 [place]
       说 高桥村
       答 [photo]
       点 没有照片
       答 [confirm]`,
    ],
    [
      'says in the middle of a report why there are no points to show, and goes on',
      `说 高桥村路灯不亮
       答 [photo]
       说 我家积分多少
       答 登记到哪一户 [choice]
       答 照片 [photo]
       说 没有照片
       答 [confirm]`,
    ],
    [
      'breaks off when told so',
      `说 高桥村路灯不亮
       答 [photo]
       说 算了不报了
       答 不报了
       说 算了
       答 现在没有正在报的事`,
    ],
    [
      'files once, however often 报上去 is tapped or said',
      `说 高桥村路灯不亮
       答 [photo]
       点 没有照片
       答 [confirm]
       点 报上去
       答 报上去了 [ticket]
       点 报上去
       答 已经报上去了 [ticket]
       说 报上去
       答 已经报上去了 [ticket]`,
    ],
    [
      'keeps a report put aside, and goes on with it',
      `说 高桥村路灯不亮
       答 [photo]
       点 没有照片
       答 [confirm]
       点 先不报
       答 给您留七天
       说 接着报
       答 [confirm]
       点 报上去
       答 [ticket]`,
    ],
    [
      'asks after a night whether the report goes on',
      `说 高桥村路灯不亮
       答 [photo]
       过 9 小时
       说 你好
       答 还没报完，还要继续报吗 [choice]
       点 接着报
       答 [photo]
       说 没有
       答 [confirm]`,
    ],
    [
      'keeps what was said before the question whether to go on',
      `说 路灯不亮
       答 [place]
       过 2 天
       说 在高桥村
       答 还要继续报吗 [choice]
       说 要
       答 [photo]
       说 没有
       答 [confirm] {地点=高桥村}`,
    ],
    [
      'gives the old report up for the new one when told so',
      `说 高桥村路灯不亮
       答 [photo]
       过 2 天
       说 高桥村垃圾没人收
       答 还要继续报吗 [choice]
       点 不报了
       答 [photo]
       说 没有
       答 [confirm] {事情=垃圾}`,
    ],
    [
      'forgets a draft after seven days',
      `说 路灯不亮
       答 [place]
       过 8 天
       说 报上去
       答 已经不在了`,
    ],
    [
      'leaves the name out on wish',
      `说 高桥村有人占道经营
       答 [photo]
       说 不想说我的名字
       答 不留您的名字
       答 [photo]
       说 没有
       答 [confirm] {署名=匿名}
       点 报上去
       答 匿名报的不会联系您 [ticket]`,
    ],
    [
      'sends reports about cadres past the village to the centre and says so',
      `说 高桥村村主任贪污我们的低保款
       答 [photo]
       说 没有
       答 直接交区协调中心，不经过村 [confirm] {保密=身份保密; 交给=协调中心}
       点 报上去
       答 报上去了 [ticket]`,
    ],
    [
      'takes a pin instead of a name',
      `说 路灯不亮
       答 [place]
       在 0,0
       答 不在翠屏区
       答 哪个位置 [place]
       说 高桥村
       答 [photo]`,
    ],
    [
      'rephrases once and then offers a person when no place is found',
      `说 路灯不亮
       答 [place]
       说 嗯嗯啊啊那个啥
       答 没找到这个地方
       说 就那里嘛哎呀
       答 要不要转人工 [choice]
       点 先不说位置，由中心来问
       答 [photo]
       说 没有
       答 [confirm] {交给=协调中心}`,
    ],
    [
      'keeps photos that come before a word',
      `拍 2
       答 照片收到了
       答 您说说是什么事
       说 高桥村路灯不亮
       答 [confirm] {照片=2 张}`,
    ],
    [
      'adds what is said on the card to the description',
      `说 高桥村路灯不亮
       答 [photo]
       说 没有
       答 [confirm]
       说 晚上老人走路看不见，摔了两回
       答 补上了
       答 [confirm]
       点 报上去
       答 [ticket]`,
    ],
    [
      'asks whether another matter replaces the first or comes beside it',
      `说 高桥村路灯不亮
       答 [photo]
       说 没有
       答 [confirm]
       说 小区门口垃圾堆成山没人收
       答 改成这件事，还是另外再报一件 [choice]
       点 改成这件
       答 [confirm] {事情=垃圾}`,
    ],
    [
      'takes no as a reason to ask what is wrong',
      `说 高桥村路灯不亮
       答 [photo]
       说 没有
       答 [confirm]
       说 不对
       答 哪里不对
       说 不是路灯是井盖
       答 改成「井盖」了
       答 [confirm] {事情=井盖}`,
    ],
  ];
  it.each(scripts)('%s', async (_title, script) => {
    const person = await stranger();
    await play(person, script);
  });

  it('goes to the town when no more than the town is known', async () => {
    await make.staff('TOWN_CLERK', home.town, { name: '周敏' });
    const person = await stranger();
    await play(
      person,
      `说 李庄镇的公路烂了好大一截
       答 李庄镇的哪个村 [place]
       点 就按这个报
       答 [photo]
       说 没有
       答 [confirm] {地点=李庄镇; 交给=周敏}
       点 报上去
       答 [ticket]`,
    );
    expect(await tickets(person.id)).toMatchObject([{ townCode: home.town, villageCode: null, handlingLevel: 'TOWN' }]);
  });

  it('knows where home is and does not ask', async () => {
    await play(
      await neighbour(),
      `说 我家门口路灯坏了一个星期没人修
       答 [photo]
       点 没有照片
       答 [confirm] {地点=李庄镇高桥村家门口; 交给=网格员 王敏}
       点 报上去
       答 [ticket]`,
    );
  });

  it('says what it understood and where it takes the place to be, and takes a better place while it asks for photos', async () => {
    await play(
      await neighbour(),
      `说 我家门口路灯坏了一个星期没人修
       答 路灯坏了，一个星期了，我帮您报上去。位置先记李庄镇高桥村家门口 [photo]
       说 高桥村三组村口那个
       答 位置改成李庄镇高桥村三组村口
       答 有照片 [photo]
       说 报上去
       答 [confirm] {地点=李庄镇高桥村三组村口; 照片=没有}
       说 报上去
       答 报上去了 [ticket]`,
    );
  });

  it('does not offer to follow what one has reported oneself', async () => {
    const person = await neighbour();
    await play(
      person,
      `说 我家门口路灯坏了
       答 [photo]
       点 没有照片
       答 [confirm]
       点 报上去
       答 [ticket]
       说 我家门口路灯坏了没人修
       答 您报过差不多的事 [tickets]
       点 不是这件，接着报
       答 [photo]`,
    );
  });

  it('goes on after 报上去 with a second report', async () => {
    const person = await stranger();
    await play(
      person,
      `说 高桥村路灯不亮
       答 [photo]
       说 没有
       答 [confirm]
       点 报上去
       答 [ticket]
       说 高桥村垃圾没人收
       答 [photo]
       说 没有
       答 [confirm]
       点 报上去
       答 [ticket]`,
    );
    expect(await tickets(person.id)).toHaveLength(2);
  });
});
