import { appId, type Bench, openBench, secret } from './wechat-bench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.standIn.stop());

describe('the stand-in over HTTP', () => {
  const post = (path: string, body: object) =>
    fetch(`${bench.standIn.url}${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('answers the login with status 200 and text/plain, also when it refuses', async () => {
    const query = `appid=${appId}&secret=${secret}&js_code=unknown&grant_type=authorization_code`;
    const response = await fetch(`${bench.standIn.url}/sns/jscode2session?${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.json()).toEqual({ errcode: 40029, errmsg: expect.stringMatching(/ rid: [\w-]+$/) });
  });

  it('mints codes, grants messages and takes faults', async () => {
    const { code } = await (await post('/stand-in/codes', { openid: 'o-li' })).json();
    expect(await bench.wechat.code2Session(code)).toMatchObject({ ok: true, openid: 'o-li' });
    expect(
      await (await post('/stand-in/grants', { openid: 'o-li', templateId: 'TPL_progress', count: 2 })).json(),
    ).toEqual({
      left: 2,
    });
    await post('/stand-in/faults', { path: '/sns/jscode2session', errcode: -1, times: 2 });
    expect(await bench.wechat.code2Session('demo-o-li')).toMatchObject({ kind: 'unavailable', errcode: -1 });
    expect((await post('/stand-in/faults', { nonsense: 1 })).status).toBe(400);
    expect(await (await fetch(`${bench.standIn.url}/stand-in/sent`)).json()).toEqual({ sent: [], media: [] });
  });

  it('keeps one token until five minutes before its end, and forces a new one at most every 30 seconds', async () => {
    const ask = async (force_refresh: boolean): Promise<{ access_token: string; expires_in: number }> =>
      (
        await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret, force_refresh })
      ).json();
    const first = await ask(false);
    bench.clock.at += 1_000_000;
    expect(await ask(false)).toEqual({ access_token: first.access_token, expires_in: 6200 });
    const forced = await ask(true);
    expect(forced.access_token).not.toBe(first.access_token);
    bench.clock.at += 29_000;
    expect((await ask(true)).access_token).toBe(forced.access_token);
    expect(first.access_token.length).toBeLessThanOrEqual(512);
  });

  it('refuses a call without a token, with a wrong one and with an old one', async () => {
    const call = async (token: string) => (await post(`/wxa/msg_sec_check${token}`, {})).json();
    expect(await call('')).toMatchObject({ errcode: 41001 });
    expect(await call('?access_token=wrong')).toMatchObject({ errcode: 40001 });
    const body = { grant_type: 'client_credential', appid: appId, secret };
    const { access_token } = await (await post('/cgi-bin/stable_token', body)).json();
    bench.clock.at += 7_200_000;
    expect(await call(`?access_token=${access_token}`)).toMatchObject({ errcode: 42001 });
  });
});
