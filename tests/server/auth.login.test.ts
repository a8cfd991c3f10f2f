import { identityRoutes } from '#server/features/identity/routes';
import { anonymous, as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make } from '../support/make';

const codePath = '/sns/jscode2session';
const login = (code: string) => anonymous.call('auth.login', { code });

describe('auth.login', () => {
  it('signs a known person in and says who that is', async () => {
    const wang = await make.staff('GRID_STAFF', home.grid, { name: '王敏', openid: 'openid-wang' });

    const { status, body } = await login(desk().standIn.mintLoginCode('openid-wang'));

    expect(status).toBe(200);
    expect(body.me).toMatchObject({
      id: wang.id,
      name: '王敏',
      abilities: ['workbench', 'handoff', 'bookFor', 'countersign', 'claims'],
      posts: [{ kind: 'GRID_STAFF', label: '网格员', placeName: '高桥村第3网格' }],
    });
  });

  it('makes a new person of a new openid, and the same person the next time', async () => {
    const first = await login(desk().standIn.mintLoginCode('openid-new'));
    const second = await login(desk().standIn.mintLoginCode('openid-new'));

    expect(first.body.me).toMatchObject({ name: '居民', posts: [], abilities: [], phoneMasked: null });
    expect(second.body.me.id).toBe(first.body.me.id);
    expect(await desk().prisma.person.count()).toBe(1);
  });

  it('makes one person when the same openid arrives twice at once', async () => {
    const codes = [1, 2, 3, 4].map(() => desk().standIn.mintLoginCode('openid-twice'));
    const replies = await Promise.all(codes.map(login));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await desk().prisma.person.count()).toBe(1);
  });

  it('gives a token that opens the desk and is stored only as a hash', async () => {
    const { body } = await login(desk().standIn.mintLoginCode('openid-token'));

    const reply = await fetch(`${desk().url}/api/me.get`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.token}`, 'content-type': 'application/json' },
      body: '{}',
    });

    expect(reply.status).toBe(200);
    const stored = await desk().prisma.session.findFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(body.token);
  });

  it('refuses a code that was used before, without asking WeChat again', async () => {
    const code = desk().standIn.mintLoginCode('openid-replay');
    await login(code);
    const asked = desk().standIn.callCount(codePath);

    const { status, body } = await login(code);

    expect([status, body.error?.code]).toEqual([401, 'login_code_invalid']);
    expect(desk().standIn.callCount(codePath)).toBe(asked);
  });

  it('lets one of two parallel replays in', async () => {
    const code = desk().standIn.mintLoginCode('openid-race');
    const replies = await Promise.all([login(code), login(code)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('refuses a code that WeChat does not know', async () => {
    const { body } = await login('no-such-code');
    expect(body.error?.code).toBe('login_code_invalid');
  });

  it('says that WeChat is away and takes the same code later', async () => {
    const code = desk().standIn.mintLoginCode('openid-away');
    desk().standIn.fault({ path: codePath, errcode: -1, times: 5 });
    const away = await login(code);
    desk().standIn.clearFaults();

    expect([away.status, away.body.error?.code]).toEqual([503, 'wechat_unavailable']);
    expect((await login(code)).status).toBe(200);
  });

  it('says so when WeChat blocks the person', async () => {
    desk().standIn.fault({ path: codePath, errcode: 40226 });
    const { status, body } = await login(desk().standIn.mintLoginCode('openid-blocked'));
    expect([status, body.error?.code]).toEqual([403, 'login_blocked']);
  });

  it('keeps a disabled person out', async () => {
    await make.person({ openid: 'openid-disabled', disabledAt: new Date() });
    const { body } = await login(desk().standIn.mintLoginCode('openid-disabled'));
    expect(body.error?.code).toBe('account_disabled');
    expect(await desk().prisma.session.count()).toBe(0);
  });

  it('never lets the session key of WeChat out or into the database', async () => {
    const { body } = await login(desk().standIn.mintLoginCode('openid-key'));
    const key = Buffer.from('openid-key'.padEnd(16, '0')).toString('base64');
    expect(JSON.stringify(body)).not.toContain(key);
    expect(JSON.stringify(await desk().prisma.person.findMany())).not.toContain(key);
  });

  it('ends a session after thirty days', async () => {
    freeze('2026-11-23T10:00:00+08:00');
    const li = as(make.person());
    await li.ok('me.get', {});
    pass({ days: 31 });
    expect((await li.call('me.get', {})).body.error?.code).toBe('session_expired');
  });
});

describe('auth.mode and auth.demoPeople', () => {
  it('tells where one is before anybody has signed in', async () => {
    expect(await anonymous.ok('auth.mode', {})).toEqual({ demo: true, district: '翠屏区', liveChannel: true });
  });

  it('offers the people of the demonstration, each with a code that works once', async () => {
    await make.staff('GRID_STAFF', home.grid, { name: '王敏', demoRole: '网格员', openid: 'demo_wang' });
    await make.person({ name: '李大爷', demoRole: '村民', openid: 'demo_li' });
    await make.person({ name: '不在其中' });

    const { items } = await anonymous.ok('auth.demoPeople', {});

    expect(items.map(({ name, role, place }) => [name, role, place])).toEqual([
      ['李大爷', '村民', '李庄镇高桥村'],
      ['王敏', '网格员', '李庄镇高桥村第3网格'],
    ]);
    const code = items[1]?.code ?? '';
    expect((await login(code)).body.me?.name).toBe('王敏');
    expect((await login(code)).status).toBe(401);
    expect((await anonymous.ok('auth.demoPeople', {})).items[1]?.code).not.toBe(code);
  });

  it('offers nobody outside the demonstration', async () => {
    const routes = identityRoutes({ wechat: desk().wechat, demo: false });
    await expect(asSystem((ctx) => routes['auth.demoPeople'](ctx))).rejects.toMatchObject({ code: 'not_demo' });
  });
});
