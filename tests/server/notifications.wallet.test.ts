import { noteSubscription } from '#server/features/notifications/commands/note-subscription';
import { deliverDue, notify } from '#server/features/notifications/index';
import { systemContext } from '#server/kernel/jobs';
import { as } from '../support/api';
import { freeze, now, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { make } from '../support/make';

const send = '/cgi-bin/message/subscribe/send';
type Person = Awaited<ReturnType<typeof make.person>>;
const openidOf = (person: Person) => person.openid ?? '';
const left = async (person: Person) =>
  (await as(person).ok('notifications.templates', {})).items.find(({ key }) => key === 'progress')?.remaining;
const accept = (person: Person, how?: { mode?: 'aes' | 'plain' | 'compatible'; format?: 'json' | 'xml' }) =>
  desk().standIn.answerQuestion(openidOf(person), { 'template-progress': 'accept' }, how);
const pushed = (person: Person, Event: string, List: unknown, wrapper?: string) =>
  desk().standIn.push({
    message: {
      ...{ ToUserName: 'gh_desk', FromUserName: openidOf(person), CreateTime: Math.floor(now().getTime() / 1000) },
      ...{ MsgType: 'event', Event },
      ...(wrapper ? { [wrapper]: { List } } : { List }),
    },
    ...(wrapper && { format: 'xml' as const }),
  });
const report = (person: Person, MsgID: string, ErrorCode: number | string, ErrorStatus: string) =>
  pushed(person, 'subscribe_msg_sent_event', { TemplateId: 'template-progress', MsgID, ErrorCode, ErrorStatus });
const deliver = () => deliverDue({ ground: desk().ground, wechat: desk().wechat, templates: desk().templates });
const tell = (person: Person, dedupeKey: string) =>
  asSystem((ctx) =>
    notify(ctx, [
      {
        ...{ personId: person.id, dedupeKey, kind: 'ticket.accept', title: '您报的事已受理', body: '「路灯」已受理' },
        ...{ page: 'packages/ticket/pages/detail/index?id=1', template: 'progress' },
      },
    ]),
  );
const deliveries = () => desk().prisma.delivery.findMany({ orderBy: { id: 'asc' } });

describe('the wallet of WeChat messages', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it.each([
    ['aes', 'json'],
    ['aes', 'xml'],
    ['plain', 'json'],
    ['plain', 'xml'],
  ] as const)('grows by what WeChat pushes, in %s mode as %s, once for each tap', async (mode, format) => {
    const person = await make.person();
    expect(await accept(person, { mode, format })).toEqual({ status: 200, text: 'success' });
    await accept(person, { mode, format });
    await drain();
    expect(await left(person)).toBe(1);
    pass({ minutes: 1 });
    await accept(person, { mode, format });
    await drain();
    expect(await left(person)).toBe(2);
  });

  it('takes a list of one or of several, as JSON or inside its own element', async () => {
    const person = await make.person();
    const entry = { TemplateId: 'template-progress', SubscribeStatusString: 'accept', PopupScene: '0' };
    const due = { ...entry, TemplateId: 'template-due' };
    await pushed(person, 'subscribe_msg_popup_event', entry);
    pass({ minutes: 1 });
    await pushed(person, 'subscribe_msg_popup_event', [entry, due, { TemplateId: 'not-ours' }, 7]);
    pass({ minutes: 1 });
    await pushed(person, 'subscribe_msg_popup_event', [entry, due], 'SubscribeMsgPopupEvent');
    await drain();
    const { items } = await as(person).ok('notifications.templates', {});
    expect(items.map(({ key, remaining }) => [key, remaining])).toEqual([
      ['progress', 3],
      ['due', 2],
    ]);
  });

  it('gives the word of the phone no weight where WeChat pushes, and counts it where it does not', async () => {
    const person = await make.person();
    const results = { 'template-progress': 'accept', 'template-due': 'reject', other: 'accept' } as const;
    await as(person).ok('notifications.subscribed', { results });
    expect(await left(person)).toBe(0);
    const { ground, prisma, templates } = desk();
    const actor = { id: person.id, name: '', sessionId: '', homeVillageCode: null, posts: [] };
    const ctx = { ...systemContext(ground, prisma, 'test'), actor };
    for (let tap = 0; tap < 2; tap += 1) await noteSubscription(ctx, { results }, { templates, walletFrom: 'phone' });
    expect(await left(person)).toBe(2);
  });

  it('is empty once the person switches the messages off, and the next notice stays in the app', async () => {
    const person = await make.person();
    await accept(person);
    pass({ minutes: 1 });
    const off = { TemplateId: 'template-progress', SubscribeStatusString: 'reject' };
    await pushed(person, 'subscribe_msg_change_event', off);
    await drain();
    expect(await left(person)).toBe(0);
    const calls = desk().standIn.callCount(send);
    await tell(person, 'a');
    await deliver();
    expect(await deliveries()).toMatchObject([{ state: 'SKIPPED', reason: 'no_quota' }]);
    expect(desk().standIn.callCount(send)).toBe(calls);
    expect((await as(person).ok('notifications.list', {})).items).toMatchObject([{ title: '您报的事已受理' }]);
  });

  it('keeps the number of each message that went, all its digits, and takes one from the wallet', async () => {
    const person = await make.person();
    await accept(person);
    await drain();
    await tell(person, 'a');
    await deliver();
    const sent = desk()
      .standIn.sent()
      .find(({ openid }) => openid === person.openid);
    expect(sent?.msgId).toMatch(/^\d{19}$/);
    expect(await deliveries()).toMatchObject([{ state: 'SENT', msgId: sent?.msgId }]);
    expect(await left(person)).toBe(0);
    await report(person, sent?.msgId ?? '', 0, 'success');
    await drain();
    expect(await deliveries()).toMatchObject([{ state: 'SENT', errcode: null }]);
  });

  it('hears that a message was kept back, and shows one that WeChat lost to those who mend', async () => {
    const person = await make.person();
    for (let tap = 0; tap < 3; tap += 1) {
      await accept(person);
      pass({ minutes: 1 });
    }
    await drain();
    await tell(person, 'a');
    await tell(person, 'b');
    await deliver();
    const [first, second] = (await deliveries()).map(({ msgId }) => msgId ?? '');
    // Both within one second.
    await report(person, first!, '9410002', 'failed: system failed');
    await report(person, second!, 9410001, 'failed:user block');
    await drain();
    expect(await deliveries()).toMatchObject([
      { state: 'DEAD', reason: 'not_shown', errcode: 9410002 },
      { state: 'SKIPPED', reason: 'refused', errcode: 9410001 },
    ]);
    expect(await left(person)).toBe(0);
  });

  it('learns from the report that a message with a lost answer has gone, and does not send it again', async () => {
    const person = await make.person();
    await accept(person);
    await drain();
    await tell(person, 'a');
    desk().standIn.fault({ path: send, reset: true, after: true });
    await deliver();
    expect(await deliveries()).toMatchObject([{ state: 'UNKNOWN' }]);
    const sent = desk()
      .standIn.sent()
      .filter(({ openid }) => openid === person.openid);
    await report(person, sent[0]?.msgId ?? '', 0, 'success');
    await drain();
    expect(await deliveries()).toMatchObject([{ state: 'SENT', msgId: sent[0]?.msgId }]);
    expect(await left(person)).toBe(0);
    pass({ minutes: 5 });
    await deliver();
    expect(
      desk()
        .standIn.sent()
        .filter(({ openid }) => openid === person.openid),
    ).toHaveLength(1);
  });

  it('counts every tap when many come at once', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => make.person()));
    for (let tap = 0; tap < 4; tap += 1) {
      await Promise.all(people.map((person) => accept(person)));
      pass({ minutes: 1 });
    }
    await Promise.all([drain(), drain()]);
    expect(await Promise.all(people.map(left))).toEqual([4, 4, 4, 4, 4]);
  });
});
