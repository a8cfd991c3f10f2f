import { returnConversations } from '#server/features/chat/index';
import { as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';
import { play } from './script';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const stranger = () => make.person({ homeVillageCode: null });

describe('危险', () => {
  const scripts: [string, string][] = [
    [
      'shows the numbers first and files at the highest level',
      `说 高桥村有小孩掉水里了
       答 110 [emergency]
       答 打完电话
       答 [confirm] {地点=高桥村}
       点 报上去
       答 [ticket]`,
    ],
    [
      'asks where after the numbers',
      `说 着火了快来人
       答 119 [emergency]
       答 打完电话
       答 哪个位置 [place]
       说 高桥村
       答 [confirm]`,
    ],
    [
      'stops a report that is running, and comes back to it',
      `说 高桥村路灯不亮
       答 [photo]
       说 屋里煤气漏了味道好大
       答 开窗 [emergency]
       答 打完电话
       答 [place]
       说 高桥村
       答 [confirm] {地点=高桥村}
       点 报上去
       答 [ticket]`,
    ],
  ];
  it.each(scripts)('%s', async (_title, script) => {
    await play(await stranger(), script);
  });

  it('makes the ticket a P0', async () => {
    const person = await stranger();
    await play(person, scripts[0]![1]);
    expect(await desk().prisma.ticket.findMany({ where: { reporterId: person.id } })).toMatchObject([{ level: 'P0' }]);
  });
});

describe('听不明白', () => {
  const scripts: [string, string][] = [
    [
      'rephrases, then offers a person',
      `说 asdf
       答 换个说法 [menu]
       说 qwer zxcv
       答 要不要转人工 [choice]
       说 不用
       答 您说`,
    ],
    [
      'hands over on yes',
      `说 asdf
       答 换个说法 [menu]
       说 qwer zxcv
       答 要不要转人工 [choice]
       说 要得
       答 已经帮您转人工 [handoff]`,
    ],
    [
      'greets and thanks back',
      `说 你好
       答 您好 [menu]
       说 谢谢你
       答 不客气`,
    ],
  ];
  it.each(scripts)('%s', async (_title, script) => {
    await play(await stranger(), script);
  });
});

describe('我的事和网格员', () => {
  it('tells how far the own matter is', async () => {
    const person = await stranger();
    const keeper = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    await make.ticket({ reporterId: person.id, status: 'PROCESSING', assigneeId: keeper.id });
    await play(person, '说 我的事办到哪一步了\n答 王敏正在处理 [ticket]');
  });

  it('names the people of the own grid', async () => {
    const person = await make.person({ homeVillageCode: home.village, homeGridCode: home.grid });
    await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const told = await play(person, '说 网格员电话好多\n答 找这几位 [contact]');
    expect(told.at(-1)?.card).toMatchObject({ people: [{ name: '王敏', role: '网格员' }] });
  });

  it('asks for the village when the home is not known', async () => {
    await make.staff('GRID_LEAD', home.village, { name: '张国平' });
    await play(await stranger(), '说 网格员电话好多\n答 哪个村 [place]\n说 高桥村\n答 找这几位 [contact]');
  });
});

describe('附近有人报过', () => {
  it('offers to follow, and follows', async () => {
    const person = await make.person();
    const earlier = await make.ticket({ title: '路灯坏了', description: '高桥村路灯坏了没人修' });
    await play(
      person,
      `说 高桥村路灯坏了没人修
       答 同一件吗 [tickets]
       点 我也遇到
       答 帮您跟上这件事 [ticket]`,
    );
    expect(await desk().prisma.ticketFollower.count({ where: { ticketId: earlier.id, personId: person.id } })).toBe(1);
    expect(await desk().prisma.ticket.count({ where: { reporterId: person.id } })).toBe(0);
  });

  it('goes on with the report when it is another', async () => {
    await make.ticket({ title: '路灯坏了', description: '高桥村路灯坏了没人修' });
    await play(
      await stranger(),
      `说 高桥村路灯坏了没人修
       答 同一件吗 [tickets]
       点 不是这件，接着报
       答 [photo]
       说 没有
       答 [confirm]
       点 报上去
       答 [ticket]`,
    );
  });

  it('takes yes for following when there is one', async () => {
    await make.ticket({ title: '路灯坏了', description: '高桥村路灯坏了没人修' });
    await play(await make.person(), '说 高桥村路灯坏了没人修\n答 同一件吗 [tickets]\n说 是的\n答 帮您跟上 [ticket]');
  });
});

describe('转人工', () => {
  it('queues at the village on duty, lets an agent answer, keeps the desk silent, and comes back', async () => {
    const person = await make.person();
    const keeper = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    await play(person, '说 转人工\n答 已经帮您转人工 [handoff]\n说 你听不懂，我说村口的事\n静');

    const { items } = await as(keeper).ok('workbench.conversations', {});
    expect(items).toMatchObject([{ mode: 'QUEUED', lastText: '你听不懂，我说村口的事', mine: false }]);
    const id = items[0]!.id;
    await as(keeper).ok('workbench.takeConversation', { id });
    await as(keeper).ok('workbench.reply', { id, text: '您说，我是王敏' });
    await play(person, '说 村口路灯不亮\n静');

    const { conversation, messages } = await as(person).ok('chat.updates', { conversationId: id, afterSeq: 0 });
    expect(conversation).toMatchObject({ mode: 'HUMAN', agentName: '王敏' });
    expect(messages.filter(({ speaker }) => speaker === 'AGENT')).toMatchObject([
      { text: '您说，我是王敏', agentName: '王敏' },
    ]);

    await as(keeper).ok('workbench.finishConversation', { id });
    await play(person, '说 你好\n答 您好 [menu]');
  });

  it('goes back to the queue when the agent is silent, and to the desk when the resident is', async () => {
    const person = await make.person();
    const keeper = await make.staff('GRID_STAFF', home.grid);
    await play(person, '说 转人工\n答 [handoff]');
    const id = (await as(keeper).ok('workbench.conversations', {})).items[0]!.id;
    await as(keeper).ok('workbench.takeConversation', { id });

    pass({ minutes: 11 });
    await asSystem(returnConversations);
    expect((await as(keeper).ok('workbench.conversations', {})).items).toMatchObject([{ mode: 'QUEUED' }]);

    await as(keeper).ok('workbench.takeConversation', { id });
    await as(keeper).ok('workbench.reply', { id, text: '在的' });
    pass({ minutes: 31 });
    await asSystem(returnConversations);
    await asSystem(returnConversations);
    await play(person, '说 谢谢\n答 不客气');
  });

  it('gives the desk back when nobody comes', async () => {
    const person = await make.person();
    await play(person, '说 转人工\n答 [handoff]');
    pass({ minutes: 31 });
    await asSystem(returnConversations);
    await play(person, '说 高桥村路灯不亮\n答 [photo]');
  });

  it('lets the resident stop waiting', async () => {
    await play(await make.person(), '说 转人工\n答 [handoff]\n点 不等了\n答 不等人工了\n说 你好\n答 您好 [menu]');
  });

  it('shows danger numbers also while waiting', async () => {
    await play(await make.person(), '说 转人工\n答 [handoff]\n说 着火了\n答 119 [emergency]');
  });

  it('takes a note off hours, which becomes a ticket', async () => {
    freeze('2026-11-23T20:00:00+08:00');
    const person = await stranger();
    await play(
      person,
      `说 转人工
       答 明天 08:30才有人 [handoff]
       说 高桥村的路灯坏了我要跟人说
       答 [photo]
       说 没有
       答 [confirm]
       点 报上去
       答 [ticket]`,
    );
    expect(await desk().prisma.ticket.count({ where: { reporterId: person.id } })).toBe(1);
  });
});
