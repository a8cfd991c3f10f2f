import { deliverDue, notify } from '#server/features/notifications/index';
import { createWechat, type Wechat } from '#server/gateways/wechat/client';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { freeze, pass } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { make } from '../support/make';

const send = '/cgi-bin/message/subscribe/send';
const deliver = () => {
  const { ground, templates } = desk();
  return deliverDue({ ground, wechat, templates });
};
/** A client of its own for each test: its breaker must not remember the faults of the test before. */
let wechat: Wechat;
const delivery = () => desk().prisma.delivery.findFirstOrThrow();
const quota = async () => (await desk().prisma.subscribeQuota.findFirst())?.remaining;

/** A resident who allowed `remaining` messages, WeChat agreeing to `granted`, and one notice on its way. */
async function notice(given: { remaining?: number; granted?: number; title?: string } = {}) {
  const { remaining = 1, title = '路灯不亮' } = given;
  const granted = given.granted ?? remaining;
  const person = await make.person();
  const ticket = await make.ticket({ title, status: 'ACCEPTED', reporterId: person.id });
  const { prisma, standIn } = desk();
  await prisma.subscribeQuota.create({
    data: { districtId: '511502', personId: person.id, template: 'progress', remaining, updatedAt: new Date() },
  });
  if (granted > 0) standIn.grant(person.openid ?? '', 'template-progress', granted);
  await asSystem((ctx) =>
    notify(ctx, [
      {
        ...{ personId: person.id, kind: 'ticket.accept', title: '您关心的事已受理', dedupeKey: person.id },
        ...{ body: `「${title}」已受理`, page: 'packages/ticket/pages/detail/index?id=1', ticketId: ticket.id },
        template: 'progress',
      },
    ]),
  );
  const sent = () => standIn.sent().filter(({ openid }) => openid === person.openid);
  return { ticket, sent };
}

describe('deliveries', () => {
  beforeEach(() => {
    freeze('2026-11-23T10:00:00+08:00');
    const { url } = desk().standIn;
    const tokenStore = createMemoryTokenStore();
    wechat = createWechat({ appId: 'wxtest', secret: 'test-secret', baseUrl: url, tokenStore, jitterMs: () => 0 });
  });

  it('sends a message within the limits of its fields and takes one from the wallet', async () => {
    const { ticket, sent } = await notice({ remaining: 2, title: '三组村口到学校门前一整条路的路灯全部都不亮了' });
    await deliver();
    await deliver();
    expect(sent()).toMatchObject([
      {
        ...{ templateId: 'template-progress', page: 'packages/ticket/pages/detail/index?id=1' },
        data: {
          character_string1: ticket.no,
          thing2: '三组村口到学校门前一整条路的路灯全部都…',
          phrase3: '已受理',
          time4: '2026年11月23日 10:00',
          thing5: '「三组村口到学校门前一整条路的路灯全部…',
        },
      },
    ]);
    expect(await delivery()).toMatchObject({ state: 'SENT', tries: 1, leaseUntil: null });
    expect(await quota()).toBe(1);
  });

  it('does not ask WeChat when nothing is allowed any more', async () => {
    const { sent } = await notice({ remaining: 0 });
    const before = desk().standIn.callCount(send);
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'SKIPPED', reason: 'no_quota' });
    expect([sent().length, desk().standIn.callCount(send)]).toEqual([0, before]);
  });

  it('takes a refusal for an empty wallet and does not try again', async () => {
    await notice({ remaining: 3, granted: 0 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'SKIPPED', reason: 'refused', errcode: 43101 });
    expect(await quota()).toBe(0);
  });

  it('gives up at once what WeChat will never take', async () => {
    await notice();
    desk().standIn.fault({ path: send, errcode: 47003 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'DEAD', reason: 'invalid_data', errcode: 47003, tries: 1 });
  });

  it('tries again with growing rests while WeChat is busy, six times at most', async () => {
    const { sent } = await notice();
    desk().standIn.fault({ path: send, errcode: -1, times: 100 });
    const tries: number[] = [];
    for (let second = 0; second < 400; second += 5) {
      await deliver();
      tries.push((await delivery()).tries);
      pass({ minutes: 5 / 60 });
    }
    expect(tries.indexOf(2) * 5).toBe(5);
    expect(tries.indexOf(3) * 5).toBe(15);
    expect(tries.indexOf(6) * 5).toBe(155);
    expect(await delivery()).toMatchObject({ state: 'DEAD', reason: 'unavailable', tries: 6 });
    expect(sent()).toEqual([]);
    expect(await quota()).toBe(1);
  });

  it('repeats an unclear send once, not before a minute, and then leaves it', async () => {
    const { sent } = await notice();
    desk().standIn.fault({ path: send, reset: true, after: true, times: 1 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'UNKNOWN', reason: 'unknown_outcome', tries: 1 });
    pass({ minutes: 0.9 });
    await deliver();
    expect((await delivery()).tries).toBe(1);
    pass({ minutes: 0.2 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'SKIPPED', errcode: 43101, tries: 2 });
    expect(sent()).toHaveLength(1);
  });

  it('stops after the second unclear answer', async () => {
    await notice();
    desk().standIn.fault({ path: send, reset: true, times: 5 });
    await deliver();
    pass({ minutes: 2 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'UNKNOWN', tries: 2, leaseUntil: null });
    pass({ days: 1 });
    await deliver();
    expect((await delivery()).tries).toBe(2);
  });

  it('takes a worker that died in the middle for an unclear outcome', async () => {
    const { sent } = await notice();
    await desk().prisma.delivery.updateMany({
      data: { state: 'SENDING', tries: 1, leaseUntil: new Date('2026-11-23T10:00:20+08:00') },
    });
    await deliver();
    expect((await delivery()).state).toBe('SENDING');
    pass({ minutes: 1 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'UNKNOWN', tries: 1 });
    pass({ minutes: 1 });
    await deliver();
    expect(await delivery()).toMatchObject({ state: 'SENT', tries: 2 });
    expect(sent()).toHaveLength(1);
  });

  it('sends each once when several workers deliver together', async () => {
    const all = [];
    for (let index = 0; index < 8; index += 1) all.push(await notice());
    await Promise.all([deliver(), deliver(), deliver(), deliver()]);
    expect(all.map(({ sent }) => sent().length)).toEqual(Array.from({ length: 8 }, () => 1));
    expect(await desk().prisma.delivery.count({ where: { state: 'SENT' } })).toBe(8);
  });
});
