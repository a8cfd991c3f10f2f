import { as } from '../support/api';
import { freeze } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

async function waiting(queueCode: string = home.village) {
  const talk = await make.conversation({ mode: 'QUEUED', queueCode, queuedAt: new Date('2026-11-23T01:50:00Z') });
  await make.message(talk, { text: '村口的事' });
  return talk;
}

describe('workbench.conversations', () => {
  it('shows talks of the own village, and the centre all', async () => {
    await waiting();
    await waiting('zhongxin');
    const seen = async (staff: Promise<{ id: string }>) =>
      (await as(staff).ok('workbench.conversations', {})).items.length;
    expect(await seen(make.staff('GRID_STAFF', home.grid))).toBe(1);
    expect(await seen(make.staff('GRID_LEAD', home.village))).toBe(1);
    expect(await seen(make.staff('TOWN_CLERK', home.town))).toBe(1);
    expect(await seen(make.staff('GRID_LEAD', home.otherVillage))).toBe(0);
    expect(await seen(make.staff('JUSTICE_BUREAU', home.district))).toBe(0);
    expect(await seen(make.staff('CENTRE_SEAT', home.district))).toBe(2);
  });

  it('says who waits, where, how long and for what', async () => {
    await waiting();
    const { items } = await as(make.staff('GRID_STAFF', home.grid)).ok('workbench.conversations', {});
    expect(items).toMatchObject([
      { placeLabel: '李庄镇高桥村', lastText: '村口的事', waitingText: '等了 10 分钟', agentName: null },
    ]);
  });
});

describe('workbench.takeConversation', () => {
  it('lets exactly one of two win', async () => {
    const { id } = await waiting();
    const agents = [await make.staff('GRID_STAFF', home.grid), await make.staff('GRID_LEAD', home.village)];
    const replies = await Promise.all(agents.map((agent) => as(agent).call('workbench.takeConversation', { id })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.error?.code).toBe('conversation_taken');
    expect(await desk().prisma.domainEvent.count({ where: { name: 'conversation.taken' } })).toBe(1);
  });

  it('changes nothing when taken twice by the same', async () => {
    const { id } = await waiting();
    const agent = await make.staff('GRID_STAFF', home.grid);
    await as(agent).ok('workbench.takeConversation', { id });
    const { messages } = await as(agent).ok('workbench.takeConversation', { id });
    expect(messages).toHaveLength(2);
  });

  it('does not know talks of others', async () => {
    const { id } = await waiting('zhongxin');
    const agent = make.staff('GRID_STAFF', home.grid);
    for (const call of [
      as(agent).call('workbench.takeConversation', { id }),
      as(agent).call('workbench.conversation', { id }),
      as(agent).call('workbench.reply', { id, text: '您好' }),
      as(agent).call('workbench.finishConversation', { id }),
    ])
      expect((await call).body.error?.code).toBe('not_found');
  });
});

describe('workbench.reply and workbench.finishConversation', () => {
  it('are for whoever has the talk', async () => {
    const { id } = await waiting();
    const [first, second] = [await make.staff('GRID_STAFF', home.grid), await make.staff('GRID_LEAD', home.village)];
    const early = await as(first).call('workbench.reply', { id, text: '您好' });
    expect(early.body.error?.code).toBe('conversation_not_yours');
    await as(first).ok('workbench.takeConversation', { id });
    const other = await as(second).call('workbench.reply', { id, text: '您好' });
    expect(other.body.error?.code).toBe('conversation_not_yours');
    expect((await as(second).call('workbench.finishConversation', { id })).body.error?.code).toBe(
      'conversation_not_yours',
    );
    const { messages } = await as(first).ok('workbench.reply', { id, text: '您好，我在' });
    expect(messages.at(-1)).toMatchObject({ speaker: 'AGENT', text: '您好，我在' });
  });

  it('lose nothing when resident and agent speak at once', async () => {
    const person = await make.person();
    const agent = await make.staff('GRID_STAFF', home.grid);
    await as(person).ok('chat.send', { action: 'human' });
    const { id } = (await as(agent).ok('workbench.conversations', {})).items[0]!;
    await as(agent).ok('workbench.takeConversation', { id });
    const replies = await Promise.all([
      ...Array.from({ length: 5 }, (_, index) => as(person).call('chat.send', { text: `居民 ${index}` })),
      ...Array.from({ length: 5 }, (_, index) => as(agent).call('workbench.reply', { id, text: `网格员 ${index}` })),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const all = await desk().prisma.message.findMany({ where: { conversationId: id }, orderBy: { seq: 'asc' } });
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(all.filter(({ text }) => /^(居民|网格员) \d$/.test(text))).toHaveLength(10);
  });
});
