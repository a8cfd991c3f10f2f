import Router from '@koa/router';
import { mount } from '#server/kernel/route';
import { contract, type Name } from '#shared/contract';
import { anonymous, as } from '../support/api';
import { desk } from '../support/desk';
import { freshKey, home, make } from '../support/make';
import { twoBodies } from '../support/valid-bodies';

/** A command in the kernel's transaction, and one that brings its own. */
const commands = ['me.update', 'codes.poster'] as const satisfies Name[];

describe('an idempotency key', () => {
  it.each(commands)('of %s stands for one body', async (name) => {
    const [first, other] = twoBodies(name)!;
    const seat = await make.staff('CENTRE_SEAT', home.district);
    const key = freshKey();
    // A refused call leaves no trace of its key; only one that was carried out can be confused.
    const { status } = await as(seat).call(name, first as never, { key });
    const again = await as(seat).call(name, other as never, { key });
    if (status === 200) expect(again.body.error?.code).toBe('idempotency_mismatch');
    else expect(again.status).not.toBe(500);
  });

  it('of one call does not stand for another, nor for another person', async () => {
    const [li, wang] = [await make.person(), await make.person()];
    const key = freshKey();
    expect((await as(li).call('me.update', { elderMode: true }, { key })).status).toBe(200);
    expect((await as(li).call('notifications.markRead', {}, { key })).body.error?.code).toBe('idempotency_mismatch');
    expect((await as(wang).call('me.update', { elderMode: false }, { key })).status).toBe(200);
  });

  it('of somebody who is not signed in is kept for nobody: two strangers may think of the same one', async () => {
    const key = freshKey();
    for (const code of ['2222222222', '3333333333'])
      expect((await anonymous.call('codes.open', { code }, { key })).body.error?.code).not.toBe('idempotency_mismatch');
    expect(await desk().prisma.idempotencyKey.count()).toBe(0);
  });
});

describe('the start of the desk', () => {
  const without = (change: object) => () =>
    mount(
      new Router(),
      desk().ground,
      { 'me.get': async () => ({}) as never },
      { 'me.get': { ...contract['me.get'], ...change } },
    );

  it('stops at a call that does not say who may use it, and at one that nobody answers', () => {
    expect(without({})).not.toThrow();
    expect(without({ access: undefined })).toThrow('me.get');
    expect(without({ access: 'everybody' })).toThrow('me.get');
    expect(() => mount(new Router(), desk().ground, {}, { 'me.get': contract['me.get'] })).toThrow('me.get');
  });
});
