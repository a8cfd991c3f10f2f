import { Prisma } from '#prisma';
import { held, without } from '#server/features/privacy/catalogue';
import { eraseFiles, soundRequestAlarms } from '#server/features/privacy/index';
import { anonymous, as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

type Person = { id: string };
const admin = () => make.staff('ADMIN', '511502000000');
const explain = { kind: 'EXPLAIN', about: 'other', text: '为什么要存我的位置' } as const;
const notices = async (who: Person) => (await as(who).ok('notifications.list', {})).items.map(({ title }) => title);
const read = async (path: string) => {
  const reply = await fetch(`${desk().url}${path}`);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
};

describe('the catalogue of personal data', () => {
  it('names every model of the schema once: as somebody’s data or with a reason why not', () => {
    const named = [...held.map(({ model }) => model), ...Object.keys(without)];
    expect([...named].sort()).toEqual(Object.values(Prisma.ModelName).sort());
  });

  it('counts what is held, of nobody else', async () => {
    const li = await make.person();
    await make.ticket({ reporterId: li.id });
    await make.ticket();
    const { items } = await as(li).ok('privacy.overview', {});
    const rows = Object.fromEntries(items.map((item) => [item.title, item.rows]));
    expect(rows).toMatchObject({ 账号资料: 1, 报的事: 1, 和小翠的对话: 0, 登录的设备: 1 });
  });
});

describe('a copy of one’s own data', () => {
  it('comes as text and as JSON behind links that end, opened, with nothing of others, and is a fact', async () => {
    const li = await make.person({ name: '李建国', phone: '19999001234' });
    await make.ticket({ reporterId: li.id, title: '路灯坏了', description: '一个星期没亮' });
    await make.ticket({ title: '别人家的事' });
    const made = await as(li).ok('privacy.download', {});
    const [words, data] = [await read(made.textUrl), await read(made.jsonUrl)];
    expect(words.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(words.text).toContain('手机号：19999001234');
    expect(words.text).toContain('路灯坏了');
    expect(words.text + data.text).not.toContain('别人家的事');
    expect(JSON.parse(data.text)).toMatchObject({
      format: 'cuiping-desk-personal-data/1',
      data: { Person: [{ name: '李建国', phone: '19999001234' }], Ticket: [{ description: '一个星期没亮' }] },
    });
    expect(await desk().prisma.domainEvent.count({ where: { name: 'privacy.copied', actorId: li.id } })).toBe(1);
    expect((await as(li).ok('privacy.mine', {})).items).toMatchObject([{ kind: 'COPY', state: 'GRANTED' }]);
    pass({ minutes: 31 });
    expect((await read(made.textUrl)).status).toBe(403);
  });

  it('is removed after an hour, and a sweep that is run again does no harm', async () => {
    const { textUrl } = await as(make.person()).ok('privacy.download', {});
    const key = textUrl.split('?')[0]!.slice('/files/'.length);
    await eraseFiles(desk().ground, desk().store);
    expect((await desk().store.head(key)).ok).toBe(true);
    pass({ minutes: 61 });
    await eraseFiles(desk().ground, desk().store);
    await eraseFiles(desk().ground, desk().store);
    expect((await desk().store.head(key)).ok).toBe(false);
    expect(await desk().prisma.fileToErase.count()).toBe(0);
  });

  it('is made five times an hour at most', async () => {
    const li = await make.person();
    for (let count = 0; count < 5; count += 1) await as(li).ok('privacy.download', {});
    expect((await as(li).call('privacy.download', {})).body.error?.code).toBe('too_many_requests');
  });
});

describe('a request', () => {
  it('has fifteen working days, is told to the administrator and answered once; its words lie sealed', async () => {
    const [li, luo] = [await make.person({ name: '李建国' }), await admin()];
    const { id, dueText } = await as(li).ok('privacy.request', explain);
    expect(dueText).toBe('12月16日 周三内');
    await drain();
    expect(await notices(luo)).toEqual(['有居民请求解释说明个人信息']);
    const [raw] = await desk().prisma.$queryRaw<{ text: string }[]>`SELECT "text" FROM "DataRequest"`;
    expect(raw?.text).toMatch(/^e1\./);

    const [waiting] = (await as(luo).ok('privacy.queue', {})).items;
    expect(waiting).toMatchObject({ id, personName: '李建国', text: explain.text, mayAnswer: true, late: false });
    await as(luo).ok('privacy.answer', { id, granted: true, answer: '用来找负责您那里的网格' });
    await drain();
    expect(await notices(li)).toEqual(['您的解释说明请求有答复了']);
    expect((await as(li).ok('privacy.mine', {})).items).toMatchObject([
      { id, state: 'GRANTED', answer: '用来找负责您那里的网格' },
    ]);
    expect((await as(luo).ok('privacy.queue', {})).items).toEqual([]);
    expect((await as(luo).ok('privacy.queue', { state: 'answered' })).items).toHaveLength(1);
    const again = await as(luo).call('privacy.answer', { id, granted: false, answer: '再答一次' });
    expect(again.body.error?.code).toBe('data_request_closed');
  });

  it('of two who answer at the same time hears one', async () => {
    const { id } = await as(make.person()).ok('privacy.request', explain);
    const both = await Promise.all(
      [await admin(), await make.staff('CENTRE_SEAT', '511502000000')].map((who) =>
        as(who).call('privacy.answer', { id, granted: true, answer: '已经说明' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await desk().prisma.domainEvent.count({ where: { name: 'privacy.answered' } })).toBe(1);
  });

  it('corrects the name when it is granted, and only then', async () => {
    const li = await make.person({ name: '李健国' });
    const ask = { kind: 'CORRECT', about: 'name', text: '名字写错了一个字', wanted: '李建国' } as const;
    const luo = await admin();
    const refused = await as(li).ok('privacy.request', ask);
    await as(luo).ok('privacy.answer', { id: refused.id, granted: false, answer: '请带身份证来核对' });
    expect((await as(li).ok('me.get', {})).name).toBe('李健国');
    const { id } = await as(li).ok('privacy.request', ask);
    await as(luo).ok('privacy.answer', { id, granted: true, answer: '核对过，已经改好' });
    expect((await as(li).ok('me.get', {})).name).toBe('李建国');
  });

  it.each([
    [{ kind: 'CORRECT', about: 'name', text: '名字写错了一个字' }, 'data_request_name'],
    [{ ...explain, wanted: '李建国' }, 'data_request_name'],
    [{ ...explain, text: '短' }, 'invalid_input'],
  ] as const)('%j is refused as %s', async (input, code) => {
    expect((await as(make.person()).call('privacy.request', input)).body.error?.code).toBe(code);
  });

  it('waits with four others at most, however many come at once', async () => {
    const li = await make.person();
    const many = await Promise.all(Array.from({ length: 8 }, () => as(li).call('privacy.request', explain)));
    expect(many.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(many.filter(({ body }) => body.error?.code === 'data_request_limit')).toHaveLength(3);
  });

  it('is taken back by its own person only, while it is open', async () => {
    const li = await make.person();
    const { id } = await as(li).ok('privacy.request', explain);
    expect((await as(make.person()).call('privacy.withdraw', { id })).body.error?.code).toBe('not_found');
    await as(li).ok('privacy.withdraw', { id });
    expect((await as(li).call('privacy.withdraw', { id })).body.error?.code).toBe('data_request_closed');
    const late = await as(admin()).call('privacy.answer', { id, granted: true, answer: '已经说明' });
    expect(late.body.error?.code).toBe('data_request_closed');
  });

  it('is answered by the centre, the bureau and the administrator, never by oneself; others see no list', async () => {
    for (const kind of ['GRID_STAFF', 'GRID_LEAD', 'TOWN_CLERK', 'LEGAL_ADVISOR'] as const)
      expect((await as(make.staff(kind, home.village)).call('privacy.queue', {})).body.error?.code).toBe('forbidden');
    expect((await as(make.person()).call('privacy.queue', {})).status).toBe(403);
    expect((await anonymous.call('privacy.overview', {})).status).toBe(401);
    const luo = await admin();
    const { id } = await as(luo).ok('privacy.request', explain);
    const own = await as(luo).call('privacy.answer', { id, granted: true, answer: '自己答复自己' });
    expect(own.body.error?.code).toBe('data_request_own');
    const missing = await as(luo).call('privacy.answer', { id: luo.id, granted: true, answer: '没有这个' });
    expect(missing.body.error?.code).toBe('not_found');
  });

  it('is reminded of five days before it is due and once when it is late', async () => {
    const luo = await admin();
    await as(make.person()).ok('privacy.request', explain);
    const sound = () => asSystem(soundRequestAlarms);
    expect(await sound()).toBe(0);
    freeze('2026-12-12T10:00:00+08:00');
    expect([await sound(), await sound()]).toEqual([1, 0]);
    freeze('2026-12-17T10:00:00+08:00');
    expect([await sound(), await sound()]).toEqual([1, 0]);
    expect(await notices(luo)).toEqual(['有个人信息请求超过时限', '有个人信息请求快到时限']);
    expect((await as(luo).ok('privacy.queue', {})).items[0]?.late).toBe(true);
  });

  it('lists by keyset pages', async () => {
    const li = await make.person();
    for (let minute = 0; minute < 3; minute += 1) {
      await as(li).ok('privacy.request', { ...explain, text: `第 ${minute} 个请求` });
      pass({ minutes: 1 });
    }
    for (const [who, name] of [
      [li, 'privacy.mine'],
      [await admin(), 'privacy.queue'],
    ] as const) {
      const first = await as(who).ok(name, { limit: 2 });
      const second = await as(who).ok(name, { limit: 2, cursor: first.nextCursor! });
      expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
      expect(second.nextCursor).toBeNull();
    }
  });
});
