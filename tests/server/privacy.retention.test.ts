import { retain } from '#server/features/privacy/index';
import { keptSince, retention, retentionRules } from '#shared/domain/privacy/retention';
import { dayMs, later } from '#shared/domain/time/clock';
import { as } from '../support/api';
import { freeze, now } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const admin = () => make.staff('ADMIN', home.district);

describe('what is kept no longer than it may', () => {
  it('goes a day after its time, and not a day before', async () => {
    const li = await make.person();
    const talk = await make.conversation({ personId: li.id });
    const [old, young] = [later(keptSince('talk', now()), -dayMs), later(keptSince('talk', now()), dayMs)];
    await make.message(talk, { seq: 1, text: '太久的话', createdAt: old });
    await make.message(talk, { seq: 2, text: '还留着的话', createdAt: young });
    await make.notification(li, { createdAt: old });
    await make.notification(li, { createdAt: young });
    await retain(desk().ground);
    expect((await desk().prisma.message.findMany()).map(({ text }) => text)).toEqual(['还留着的话']);
    expect(await desk().prisma.notification.count()).toBe(1);
  });

  it('loses what can tell who it was three years after it was closed, while the figures stay', async () => {
    const li = await make.person();
    const closedAt = later(keptSince('ticket', now()), -dayMs);
    const ticket = await make.ticket({
      ...{
        reporterId: li.id,
        status: 'CLOSED',
        closedAt,
        title: '路灯不亮',
        description: '我家门口',
        ratedContacted: true,
        ratedSolved: true,
        ratedSatisfied: true,
        ratedAt: closedAt,
      },
    });
    const open = await make.ticket({ reporterId: li.id, description: '还在办' });
    await make.step(ticket, { note: '晚上在家' });
    await make.follower(ticket, await make.person());
    await make.photo({ ownerId: li.id, ticketId: ticket.id });
    await retain(desk().ground);
    const kept = await desk().prisma.ticket.findFirst({
      where: { id: ticket.id },
      include: { steps: true, followers: true, attachments: true },
    });
    expect(kept).toMatchObject({
      title: '路灯不亮',
      description: '',
      address: '',
      lng: null,
      reporterId: null,
      ratedSolved: true,
    });
    expect([kept?.steps[0]?.note, kept?.followers, kept?.attachments]).toEqual([null, [], []]);
    expect(await desk().prisma.fileToErase.count()).toBe(2);
    expect(await desk().prisma.ticket.findFirst({ where: { id: open.id } })).toMatchObject({ description: '还在办' });
  });

  it('goes in batches, is counted for the day and shown to those who answer for it, and a second run finds nothing', async () => {
    await desk().prisma.loginCode.createMany({
      data: Array.from({ length: 730 }, (_none, at) => ({ codeHash: `code-${at}`, usedAt: later(now(), -3 * dayMs) })),
    });
    expect(await retain(desk().ground)).toBe('more');
    expect(await retain(desk().ground)).toBeUndefined();
    expect(await retain(desk().ground)).toBeUndefined();
    const { items } = await as(admin()).ok('privacy.retention', {});
    expect(items.map(({ rule }) => rule)).toEqual(retentionRules);
    expect(items.find(({ rule }) => rule === 'loginCode')).toMatchObject({
      removed: 730,
      removedLast30: 730,
      keptText: '1 天',
    });
    expect(items.find(({ rule }) => rule === 'ticket')).toMatchObject({ removed: 0, lastText: null, keptText: '3 年' });
  });

  it.each(retentionRules)('has a statement that works for %s and takes nothing that is young', async (rule) => {
    expect(retention[rule].days).toBeGreaterThan(0);
    const li = await make.person();
    await make.ticket({ reporterId: li.id });
    await as(li).ok('chat.send', { text: '你好' });
    await retain(desk().ground);
    expect(await desk().prisma.retentionRun.count()).toBe(0);
  });

  it('is no list for others', async () => {
    const grid = await make.staff('GRID_STAFF', home.grid);
    expect((await as(grid).call('privacy.retention', {})).body.error?.code).toBe('forbidden');
  });
});
