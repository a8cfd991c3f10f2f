import { answerWindow, deliverWindow } from '#server/features/window/index';
import { createWechat } from '#server/gateways/wechat/client';
import { picturePath } from '#server/gateways/wechat/stand-in';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { as } from '../support/api';
import { freeze, now, pass } from '../support/clock';
import { desk, drain } from '../support/desk';
import { home, make } from '../support/make';

const openid = 'o-window-li';
const sendPath = '/cgi-bin/message/custom/send';
let number = 0;
beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const parts = () => ({
  ...{ ground: desk().ground, store: desk().store, appId: 'wxtest' },
  wechat: createWechat({
    ...{ appId: 'wxtest', secret: 'test-secret', baseUrl: desk().standIn.url, tokenStore: createMemoryTokenStore() },
    timeoutMs: 500,
  }),
});
const message = (fields: object) => {
  number += 1;
  const CreateTime = Math.floor(now().getTime() / 1000);
  return { ToUserName: 'gh_desk', FromUserName: openid, CreateTime, MsgId: `9${number}`.padEnd(17, '0'), ...fields };
};

/** Writes in the window as WeChat brings it, sealed, and lets the desk work; what it says there. */
async function write(fields: object): Promise<string[]> {
  const before = desk().standIn.said().length;
  const { text } = await desk().standIn.push({ message: message(fields) });
  expect(text).toBe('success');
  await work();
  return desk()
    .standIn.said()
    .slice(before)
    .map((one) => one.text);
}
async function work(): Promise<void> {
  await drain();
  await answerWindow(parts());
  await deliverWindow(parts());
}
const say = (Content: string) => write({ MsgType: 'text', Content });
const li = () => make.person({ openid, name: '李桂芳', homeGridCode: home.grid });

describe('a talk held wholly through the encrypted push', () => {
  it('opens a ticket: words, a picture, numbers for choices', async () => {
    const person = await li();
    const told = [
      await say('高桥村一组路口的路灯坏了三天了，晚上黑得很'),
      await write({ MsgType: 'image', PicUrl: `${desk().standIn.url}${picturePath}`, MediaId: 'm1' }),
    ];
    for (let step = 0; step < 4; step += 1) {
      const last = told.at(-1)?.join('\n') ?? '';
      if (await desk().prisma.ticket.count()) break;
      const choice = /回复 (\d+)：(?:[^\n]*(?:没问题|确认|提交|报上去|对))/.exec(last)?.[1] ?? '1';
      told.push(await say(choice));
    }
    const tickets = await desk().prisma.ticket.findMany();
    expect(tickets).toMatchObject([{ reporterId: person.id }]);
    expect(await desk().prisma.attachment.count({ where: { ownerId: person.id, ticketId: tickets[0]?.id } })).toBe(1);
    expect(told.flat().join('\n')).toContain(tickets[0]?.no);
    const open = await as(person).ok('chat.open', {});
    expect(open.messages.some(({ text }) => text.includes('路灯坏了三天'))).toBe(true);
  });

  it('is somebody the desk has not met before, and one turn for a push that comes again', async () => {
    const first = message({ MsgType: 'text', Content: '你好' });
    const before = desk().standIn.said().length;
    for (let time = 0; time < 3; time += 1) await desk().standIn.push({ message: first });
    await work();
    await work();
    expect(await desk().prisma.person.count({ where: { openid } })).toBe(1);
    expect(await desk().prisma.message.count({ where: { speaker: 'RESIDENT' } })).toBe(1);
    expect(desk().standIn.said()).toHaveLength(before + 1);
  });
});

describe('the window', () => {
  it('greets whoever comes in', async () => {
    const told = await write({
      MsgType: 'event',
      Event: 'user_enter_tempsession',
      SessionFrom: 'me',
      MsgId: undefined,
    });
    expect(told).toEqual([expect.stringContaining('我是小翠')]);
  });

  it('carries what a person says who took the talk over', async () => {
    await li();
    await say('转人工');
    const talk = await desk().prisma.conversation.findFirstOrThrow();
    const seat = await make.staff('CENTRE_SEAT', '511502');
    await desk().prisma.conversation.updateMany({ data: { mode: 'HUMAN', agentId: seat.id, queueCode: null } });
    await as(seat).ok('workbench.reply', { id: talk.id, text: '您好，我是坐席小何，您说的是哪一盏灯？' });
    await deliverWindow(parts());
    expect(desk().standIn.said().at(-1)?.text).toContain('我是坐席小何');
  });

  it('is not written into once it is shut: the words wait in the mini-program', async () => {
    const person = await li();
    await say('你好');
    const talk = await desk().prisma.conversation.findFirstOrThrow();
    pass({ hours: 49 });
    const before = desk().standIn.callCount(sendPath);
    await desk().prisma.conversation.updateMany({ where: { id: talk.id }, data: { seq: { increment: 1 } } });
    await deliverWindow(parts());
    expect(desk().standIn.callCount(sendPath)).toBe(before);
    expect((await as(person).ok('chat.open', {})).messages.length).toBeGreaterThan(0);
  });

  it.each([
    ['45047', { errcode: 45047 }, 0],
    ['45015', { errcode: 45015 }, 0],
    ['a lost answer', { reset: true, after: true }, 4],
  ])('met by %s does not say the same again', async (_name, fault, left) => {
    await li();
    desk().standIn.fault({ path: sendPath, ...fault });
    await say('你好');
    await deliverWindow(parts());
    expect(desk().standIn.callCount(sendPath)).toBeGreaterThan(0);
    const session = await desk().prisma.windowSession.findFirstOrThrow();
    const talk = await desk().prisma.conversation.findFirstOrThrow();
    expect([session.repliesLeft, session.sentSeq]).toEqual([left, talk.seq]);
  });

  it('that WeChat is too busy for is tried again later', async () => {
    await li();
    desk().standIn.fault({ path: sendPath, errcode: -1, times: 2 });
    expect(await say('你好')).toEqual([]);
    pass({ minutes: 1 });
    await deliverWindow(parts());
    expect(desk().standIn.said().at(-1)?.openid).toBe(openid);
  });

  it('never fetches a picture from elsewhere', async () => {
    await li();
    for (const PicUrl of [
      'http://127.0.0.1:1/x.jpg',
      'file:///etc/passwd',
      'https://qq.com.evil.example/x.jpg',
      'nonsense',
    ])
      await write({ MsgType: 'image', PicUrl });
    expect(await desk().prisma.attachment.count()).toBe(0);
    expect(await desk().prisma.windowTurn.count({ where: { nextAt: { not: null } } })).toBe(0);
  });
});
