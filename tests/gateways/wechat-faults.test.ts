import { startStandIn } from '#server/gateways/wechat/stand-in';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { appId, type Bench, loginPath, message, openBench, secret, sendPath, tokenPath, went } from './wechat-bench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ defaultQuota: 1000 });
});
afterEach(() => bench.standIn.stop());

const fifty = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, work));
const send = () => bench.wechat.sendSubscribeMessage(message);
const login = (n: number | string) => bench.wechat.code2Session(`demo-o-wang.${n}`);

describe('the access token', () => {
  it('is fetched once for 50 parallel calls', async () => {
    const patient = bench.makeClient({ timeoutMs: 5000 });
    const outcomes = await fifty(() => patient.sendSubscribeMessage(message));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(bench.standIn.callCount(tokenPath)).toBe(1);
    expect(bench.standIn.sent()).toHaveLength(50);
  });

  it('is refreshed once when 50 parallel calls find it revoked, and all succeed', async () => {
    // What is proven is one refresh, not speed: a busy machine may take its time over 50 calls.
    const patient = bench.makeClient({ timeoutMs: 5000 });
    const sendPatiently = () => patient.sendSubscribeMessage(message);
    await sendPatiently();
    bench.standIn.revokeTokens();
    const outcomes = await fifty(sendPatiently);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(bench.standIn.callCount(tokenPath)).toBe(2);
    expect(bench.standIn.sent()).toHaveLength(51);
  });

  it.each([40001, 40014, 42001])('is asked for again after a single %i, and the call succeeds', async (errcode) => {
    bench.standIn.fault({ path: sendPath, errcode });
    expect(await send()).toEqual(went);
    expect(bench.standIn.callCount(sendPath)).toBe(2);
    expect(bench.standIn.callCount(tokenPath)).toBe(2);
  });

  it('is kept until five minutes before its end and then renewed', async () => {
    await send();
    bench.clock.at += (7200 - 301) * 1000;
    await send();
    expect(bench.standIn.callCount(tokenPath)).toBe(1);
    bench.clock.at += 1000;
    expect(await send()).toEqual(went);
    expect(bench.standIn.callCount(tokenPath)).toBe(2);
  });

  it('is shared by two instances through the store, also after one of them renewed it', async () => {
    const tokenStore = createMemoryTokenStore();
    const [first, second] = [bench.makeClient({ tokenStore }), bench.makeClient({ tokenStore })];
    await first.sendSubscribeMessage(message);
    await second.sendSubscribeMessage(message);
    expect(bench.standIn.callCount(tokenPath)).toBe(1);
    bench.standIn.revokeTokens();
    await first.sendSubscribeMessage(message);
    expect(await second.sendSubscribeMessage(message)).toEqual(went);
    expect(bench.standIn.callCount(tokenPath)).toBe(2);
  });

  it('being refused for ever costs two tries a call and then a rest, never a forced refresh', async () => {
    bench.standIn.fault({ path: sendPath, errcode: 40001, times: 1000 });
    for (let call = 0; call < 20; call += 1) {
      expect(await send()).toMatchObject({ ok: false, kind: 'unavailable' });
    }
    expect(bench.standIn.callCount(sendPath)).toBe(10);
    expect(bench.standIn.callCount(tokenPath)).toBeLessThanOrEqual(11);
    bench.standIn.clearFaults();
    bench.clock.at += 10_001;
    expect(await send()).toEqual(went);
  });

  it('passes on what WeChat says of a wrong secret', async () => {
    const wechat = bench.makeClient({ secret: 'wrong' });
    expect(await wechat.sendSubscribeMessage(message)).toMatchObject({ ok: false, kind: 'config', errcode: 40125 });
    expect(bench.standIn.callCount(sendPath)).toBe(0);
  });
});

describe('limits', () => {
  it('45009 for ten minutes costs at most a call a minute, then work goes on', async () => {
    bench.standIn.fault({ path: sendPath, errcode: 45009, times: 1000 });
    for (let second = 0; second < 600; second += 1) {
      expect(await send()).toMatchObject({ ok: false, kind: 'rate_limited' });
      bench.clock.at += 1000;
    }
    expect(bench.standIn.callCount(sendPath)).toBeLessThanOrEqual(11);
    bench.standIn.clearFaults();
    bench.clock.at += 60_001;
    expect(await send()).toEqual(went);
  });

  it('one person over the login limit does not keep the next one out', async () => {
    bench.standIn.fault({ path: loginPath, errcode: 45011 });
    expect(await login(1)).toMatchObject({ ok: false, kind: 'rate_limited', errcode: 45011 });
    expect(await login(2)).toMatchObject({ ok: true });
  });
});

const breakages = [
  ['silence', { hang: true }],
  ['a dripping answer', { drip: true }],
  ['a 500 page', { status: 500 }],
  ['an HTML page with status 200', { html: true }],
  ['JSON cut in half', { truncate: true }],
  ['a 10 MB answer', { bytes: 10 * 1024 * 1024 }],
  ['a closed connection', { reset: true }],
] as const;

describe('broken answers', () => {
  it.each(breakages)(
    '%s to a login is `unavailable` within the time-out, and not tried again',
    async (_name, fault) => {
      bench.standIn.fault({ path: loginPath, ...fault });
      const startedAt = performance.now();
      expect(await login(1)).toEqual({ ok: false, kind: 'unavailable' });
      expect(performance.now() - startedAt).toBeLessThan(1000);
      expect(bench.standIn.callCount(loginPath)).toBe(1);
      expect(await login(2)).toMatchObject({ ok: true, openid: 'o-wang' });
    },
  );

  it.each(breakages)('%s to a message is `unknown_outcome`, and it is not sent again', async (_name, fault) => {
    bench.standIn.fault({ path: sendPath, after: true, ...fault });
    expect(await send()).toEqual({ ok: false, kind: 'unknown_outcome' });
    expect(bench.standIn.callCount(sendPath)).toBe(1);
    expect(bench.standIn.sent()).toHaveLength(1);
  });

  it.each(breakages)('%s to the token request leaves the message unsent', async (_name, fault) => {
    bench.standIn.fault({ path: tokenPath, ...fault });
    expect(await send()).toEqual({ ok: false, kind: 'unavailable' });
    expect(bench.standIn.callCount(sendPath)).toBe(0);
  });

  it('the whole call keeps its time-out when the token comes late', async () => {
    await send();
    bench.standIn.fault({ path: sendPath, errcode: 40001 });
    bench.standIn.fault({ path: tokenPath, hang: true });
    const startedAt = performance.now();
    expect(await send()).toEqual({ ok: false, kind: 'unavailable' });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('an endless answer is read no further than the cap', async () => {
    const kilobyte = new Uint8Array(1024);
    let pulled = 0;
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          pulled += kilobyte.length;
          controller.enqueue(kilobyte);
        },
      });
    const wechat = bench.makeClient({ fetch: async () => new Response(endless()), timeoutMs: 3000 });
    expect(await wechat.code2Session('any')).toEqual({ ok: false, kind: 'unavailable' });
    expect(pulled).toBeLessThan(1024 * 1024 + 16 * 1024);
  });
});

describe('a WeChat that is away', () => {
  it('is `unavailable` for a message too, since nothing was sent', async () => {
    const tokenStore = createMemoryTokenStore();
    await tokenStore.write({ value: 'token', freshUntil: new Date(bench.clock.at + 60_000) });
    const gone = await startStandIn({ appId, secret });
    await gone.stop();
    const wechat = bench.makeClient({ baseUrl: gone.url, tokenStore });
    expect(await wechat.sendSubscribeMessage(message)).toEqual({ ok: false, kind: 'unavailable' });
  });

  it('is left alone after five failures until ten seconds have passed, then tried by one call', async () => {
    bench.standIn.fault({ path: loginPath, status: 500, times: 6 });
    for (let n = 0; n < 9; n += 1) expect(await login(n)).toEqual({ ok: false, kind: 'unavailable' });
    expect(bench.standIn.callCount(loginPath)).toBe(5);
    bench.clock.at += 10_001;
    const parallel = await Promise.all([login('a'), login('b'), login('c')]);
    expect(parallel.some(({ ok }) => ok)).toBe(false);
    expect(bench.standIn.callCount(loginPath)).toBe(6);
    bench.clock.at += 10_001;
    expect(await login('d')).toMatchObject({ ok: true });
    expect(await login('e')).toMatchObject({ ok: true });
  });

  it('being busy once is bridged by a second try, busy twice is `unavailable`', async () => {
    bench.standIn.fault({ path: sendPath, errcode: -1 });
    expect(await send()).toEqual(went);
    bench.standIn.fault({ path: sendPath, errcode: -1, times: 2 });
    expect(await send()).toMatchObject({ ok: false, kind: 'unavailable', errcode: -1 });
    expect(bench.standIn.callCount(sendPath)).toBe(4);
  });
});

describe('what is told of calls', () => {
  it('holds WeChat’s request id and no secret', async () => {
    bench.standIn.fault({ path: sendPath, errcode: 43101 });
    expect(await send()).toMatchObject({ ok: false, kind: 'refused', errcode: 43101, rid: '65f0-1a2b-43101' });
    await login(1);
    const told = JSON.stringify(bench.reports);
    expect(told).toContain('65f0-1a2b-43101');
    expect(told).not.toMatch(/secret-of-the-tests|access_token|o-wang|session_?key/i);
  });
});
