import { anonymous, as } from '../support/api';
import { freeze } from '../support/clock';
import { desk, drain } from '../support/desk';
import { freshKey, home, make } from '../support/make';

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

const resident = () => make.person({ homeVillageCode: home.village, homeGridCode: home.grid });

/** Up to the card: only 报上去 is missing. */
async function ready(person: { id: string }) {
  await as(person).ok('chat.send', { text: '我家门口路灯坏了一个星期没人修' });
  const { messages } = await as(person).ok('chat.send', { action: 'report.skipPhoto' });
  const card = messages.at(-1)?.card;
  if (card?.type !== 'confirm') throw new Error('no confirm card');
  return { action: 'report.confirm', payload: card.options.at(-1)?.payload };
}

const ticketsOf = (person: { id: string }) => desk().prisma.ticket.count({ where: { reporterId: person.id } });

describe('chat.send', () => {
  it('files with everything in place: ticket, first step, fact, messages, one after the other', async () => {
    const person = await resident();
    const keeper = await make.staff('GRID_STAFF', home.grid, { name: '王敏' });
    const { messages } = await as(person).ok('chat.send', await ready(person));

    const { prisma } = desk();
    const ticket = await prisma.ticket.findFirstOrThrow({ where: { reporterId: person.id }, include: { steps: true } });
    expect(ticket).toMatchObject({ assigneeId: keeper.id, gridCode: home.grid, steps: [{ action: 'open' }] });
    expect(await prisma.domainEvent.findMany({ where: { name: 'ticket.opened' } })).toMatchObject([
      { payload: { ticketId: ticket.id } },
    ]);
    expect(messages.at(-1)).toMatchObject({ card: { type: 'ticket', ticket: { id: ticket.id, mine: 'reporter' } } });
    const all = await prisma.message.findMany({ orderBy: { seq: 'asc' } });
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    await drain();
    expect(await prisma.notification.count({ where: { personId: keeper.id } })).toBe(1);
  });

  it('makes one ticket of fifty identical requests, and gives each the same reply', async () => {
    const person = await resident();
    const sent = await ready(person);
    const key = freshKey();
    const replies = await Promise.all(Array.from({ length: 50 }, () => as(person).call('chat.send', sent, { key })));

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await ticketsOf(person)).toBe(1);
  });

  it('makes one ticket of twenty taps without a key', async () => {
    const person = await resident();
    const sent = await ready(person);
    const replies = await Promise.all(Array.from({ length: 20 }, () => as(person).call('chat.send', sent)));

    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(await ticketsOf(person)).toBe(1);
  });

  it('opens one conversation however many first sentences come at once', async () => {
    const person = await resident();
    const replies = await Promise.all(['你好', '谢谢', '再见'].map((text) => as(person).call('chat.send', { text })));
    expect(new Set(replies.map(({ body }) => body.conversation.id)).size).toBe(1);
    expect(await desk().prisma.message.count()).toBe(6);
  });

  it('gives the first reply again for the same key, and refuses the key for anything else', async () => {
    const person = await resident();
    const key = freshKey();
    const first = await as(person).call('chat.send', { text: '你好' }, { key });
    const again = await as(person).call('chat.send', { text: '你好' }, { key });
    const other = await as(person).call('chat.send', { text: '再见' }, { key });

    expect(again.body).toEqual(first.body);
    expect(other.body.error?.code).toBe('idempotency_mismatch');
    expect(await desk().prisma.message.count()).toBe(2);
  });

  it('does nothing with a key that another call has used', async () => {
    const person = await resident();
    const key = freshKey();
    await as(person).call('me.update', { nickname: '老李' }, { key });
    const { body } = await as(person).call('chat.send', { text: '你好' }, { key });
    expect(body.error?.code).toBe('idempotency_mismatch');
    expect(await desk().prisma.message.count()).toBe(0);
  });

  it('takes photos of the sender only', async () => {
    const person = await resident();
    const photo = await make.photo({ ownerId: (await make.person()).id });
    const { body } = await as(person).call('chat.send', { text: '路灯不亮', attachmentIds: [photo.id] });
    expect(body.error?.code).toBe('not_found');
    expect(await desk().prisma.message.count()).toBe(0);
  });

  it('shows the photos on the message and on the card, and hands them to the ticket', async () => {
    const person = await resident();
    const photo = await make.photo({ ownerId: person.id });
    const { messages } = await as(person).ok('chat.send', { text: '我家门口路灯不亮', attachmentIds: [photo.id] });

    expect(messages[0]).toMatchObject({ speaker: 'RESIDENT', photos: [{ id: photo.id }] });
    expect(messages.at(-1)?.card).toMatchObject({ type: 'confirm', photos: [{ id: photo.id }] });
    await as(person).ok('chat.send', { action: 'report.confirm' });
    const { ticketId } = await desk().prisma.attachment.findFirstOrThrow({ where: { id: photo.id } });
    expect(ticketId).not.toBeNull();
  });

  it('does not know other people’s conversations', async () => {
    const theirs = await make.conversation();
    const { body } = await as(resident()).call('chat.send', { conversationId: theirs.id, text: '你好' });
    expect(body.error?.code).toBe('not_found');
  });

  it.each([
    ['nothing at all', {}, 'invalid_input'],
    ['too much', { text: '路'.repeat(2001) }, 'invalid_input'],
    ['NUL', { text: '路灯\u0000' }, 'invalid_input'],
    ['half a character', { text: '\ud83d' }, 'invalid_input'],
    ['an action that is none', { action: '../x' }, 'invalid_input'],
    ['a ticket that is none', { action: 'report.join', payload: { ticketId: 'x' } }, 'not_found'],
    [
      'a ticket that does not exist',
      { action: 'report.join', payload: { ticketId: '019a0000-0000-7000-8000-000000000000' } },
      'not_found',
    ],
  ] as const)('refuses %s', async (_what, sent, code) => {
    const { body } = await as(resident()).call('chat.send', sent);
    expect(body.error?.code).toBe(code);
  });

  it.each([
    '😀😀😀',
    '\'; DROP TABLE "Ticket"; --',
    '<script>alert(1)</script>',
    'constructor',
    '__proto__',
    '%00',
    '路'.repeat(2000),
  ])('answers “%.20s” like anything else', async (text) => {
    const { messages } = await as(resident()).ok('chat.send', { text });
    expect(messages[0]?.text).toBe(text);
    expect(messages.length).toBeGreaterThan(1);
  });

  it('answers actions it does not know, and those that no longer fit', async () => {
    const person = await resident();
    await as(person).ok('chat.send', { text: '你好' });
    for (const action of ['nonsense', 'report.confirm', 'report.edit', 'report.place', 'yes', 'meant', 'constructor'])
      expect(
        (await as(person).ok('chat.send', { action, payload: { field: 'what' } })).messages.length,
      ).toBeGreaterThan(1);
  });

  it('does not let confidential matters be joined', async () => {
    const secret = await make.ticket({ confidential: true, categoryCode: 'cadre_conduct' });
    const { body } = await as(resident()).call('chat.send', {
      action: 'report.join',
      payload: { ticketId: secret.id },
    });
    expect(body.error?.code).toBe('not_found');
    expect(await desk().prisma.message.count()).toBe(0);
  });

  it('is for people who are signed in', async () => {
    expect((await anonymous.call('chat.send', { text: '你好' })).body.error?.code).toBe('unauthenticated');
  });
});
