import { anonymous, as } from '../support/api';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

describe('chat.menu', () => {
  it('shows four doors and the hotlines without signing in', async () => {
    const { greeting, cards } = await anonymous.ok('chat.menu', {});
    expect(greeting.title).toBe('您好，我是小翠。');
    expect(cards).toMatchObject([
      { type: 'menu', options: [{ label: '报问题' }, { label: '约律师' }, { label: '来协商' }, { label: '查积分' }] },
      { type: 'emergency', numbers: ['110', '119', '120', '12345', '12348'].map((number) => ({ number })) },
    ]);
  });
});

describe('chat.open', () => {
  it('opens the same conversation each time', async () => {
    const person = await make.person();
    const first = await as(person).ok('chat.open', {});
    expect((await as(person).ok('chat.open', {})).conversation.id).toBe(first.conversation.id);
    expect(await desk().prisma.conversation.count()).toBe(1);
  });

  it('shows the newest open matter and what was left half-done', async () => {
    const person = await make.person({ homeVillageCode: null });
    await make.ticket({ reporterId: person.id, title: '水管漏水' });
    await as(person).ok('chat.send', { text: '路灯不亮' });
    const { cards, messages } = await as(person).ok('chat.open', {});
    expect(cards.map(({ type }) => type)).toEqual(['menu', 'ticket', 'choice', 'emergency']);
    expect(messages).toHaveLength(2);
  });

  it('puts the workbench in front for staff', async () => {
    const { cards } = await as(make.staff('GRID_STAFF', home.grid)).ok('chat.open', {});
    expect(cards[0]).toMatchObject({
      type: 'menu',
      options: expect.arrayContaining([expect.objectContaining({ label: '工作台' })]),
    });
  });
});

describe('chat.history and chat.updates', () => {
  it('page backwards and forwards', async () => {
    const person = await make.person();
    const talk = await make.conversation({ personId: person.id });
    for (let index = 1; index <= 25; index += 1) await make.message(talk, { text: `第 ${index} 句` });

    const opened = await as(person).ok('chat.open', { limit: 10 });
    expect(opened.messages.map(({ seq }) => seq)).toEqual([16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);
    expect(opened.hasEarlier).toBe(true);
    const earlier = await as(person).ok('chat.history', { conversationId: talk.id, beforeSeq: 16, limit: 20 });
    expect(earlier.hasEarlier).toBe(false);
    expect(earlier.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    const since = await as(person).ok('chat.updates', { conversationId: talk.id, afterSeq: 23 });
    expect(since.messages.map(({ text }) => text)).toEqual(['第 24 句', '第 25 句']);
  });

  it('are for the own talk only', async () => {
    const theirs = await make.conversation();
    const person = await make.person();
    const history = await as(person).call('chat.history', { conversationId: theirs.id, beforeSeq: 9 });
    const updates = await as(person).call('chat.updates', { conversationId: theirs.id, afterSeq: 0 });
    expect([history.body.error?.code, updates.body.error?.code]).toEqual(['not_found', 'not_found']);
  });
});

describe('chat.understand', () => {
  it('says what a sentence is taken for, and why', async () => {
    const read = await anonymous.ok('chat.understand', { text: '高桥村三组村口路灯坏了一个星期' });
    expect(read).toMatchObject({
      intent: 'report',
      category: { code: 'streetlight', because: ['路灯'] },
      department: { code: 'zhifa' },
      danger: null,
      details: { where: { villageCode: home.village }, since: '一个星期' },
    });
  });

  it('raises danger', async () => {
    expect(await anonymous.ok('chat.understand', { text: '有小孩掉水里了' })).toMatchObject({
      danger: { kind: 'drowning' },
    });
  });
});
