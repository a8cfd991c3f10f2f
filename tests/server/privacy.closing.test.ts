import { eraseFiles, erasePeople } from '#server/features/privacy/index';
import { erasedName } from '#shared/domain/privacy/closing';
import { as } from '../support/api';
import { freeze, now, pass } from '../support/clock';
import { asSystem, desk, drain } from '../support/desk';
import { home, make } from '../support/make';

beforeEach(() => freeze('2026-11-25T10:00:00+08:00'));

const close = { understood: true } as const;
const erase = () => asSystem(erasePeople);

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const tables = await desk().prisma.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('Division', 'Grid', 'CannedSentence')`;
  const rows: string[] = [];
  for (const { name } of tables)
    rows.push(
      ...(await desk().prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)).map(
        ({ row }) => row,
      ),
    );
  return rows.join('\n');
}

/** Somebody with a name, a number, an openid, a talk, a notice, photos, a finished report that others follow, and a booking's trace. */
async function settled() {
  const li = await make.person({ name: '李建国', nickname: '老李头', phone: '19999001234', openid: 'openid-of-li' });
  const ticket = await make.ticket({ reporterId: li.id, status: 'CLOSED', closedAt: now(), title: '路灯不亮' });
  await make.step(ticket, { actorId: li.id, actorName: '李建国', text: '报了这件事' });
  await make.follower(ticket, await make.person());
  await make.photo({ ownerId: li.id, ticketId: ticket.id, key: 'photos/li.jpg', thumbKey: 'photos/li-thumb.jpg' });
  await desk().store.put('photos/li.jpg', Buffer.from('picture'), { contentType: 'image/jpeg' });
  await make.notification(li, { body: '李建国您好' });
  await as(li).ok('chat.send', { text: '我叫李建国，电话19999001234' });
  await as(li).ok('privacy.request', { kind: 'EXPLAIN', about: 'other', text: '李建国问：为什么要存' });
  await drain();
  return { li, ticket };
}

describe('closing an account', () => {
  it('waits seven days, in which it is shown, can be undone, and cannot be asked twice', async () => {
    const { li } = await settled();
    const { untilText } = await as(li).ok('privacy.close', close);
    expect((await as(li).ok('privacy.overview', {})).closing).toEqual({ untilText });
    expect((await as(li).call('privacy.close', close)).body.error?.code).toBe('closing_already');
    pass({ days: 6 });
    expect(await erase()).toBe(0);
    await as(li).ok('privacy.undoClosing', {});
    expect((await as(li).call('privacy.undoClosing', {})).body.error?.code).toBe('closing_none');
    pass({ days: 2 });
    expect(await erase()).toBe(0);
    expect((await as(li).ok('me.get', {})).name).toBe('李建国');
  });

  it('leaves no name, number, openid, picture or word of the person anywhere, and the report in its place', async () => {
    const { li, ticket } = await settled();
    await as(li).ok('privacy.close', close);
    pass({ days: 7, minutes: 1 });
    expect(await erase()).toBe(1);
    await eraseFiles(desk().ground, desk().store);

    const left = await everything();
    expect(['李建国', '老李头', '19999001234', 'openid-of-li'].filter((word) => left.includes(word))).toEqual([]);
    expect((await desk().store.head('photos/li.jpg')).ok).toBe(false);
    const kept = await desk().prisma.ticket.findFirst({
      where: { id: ticket.id },
      include: { steps: true, followers: true },
    });
    expect(kept).toMatchObject({ title: '路灯不亮', status: 'CLOSED', reporterId: li.id });
    expect(kept?.steps.map(({ actorName }) => actorName)).toEqual([erasedName, erasedName]);
    expect(kept?.followers).toHaveLength(1);
    const person = await desk().prisma.person.findFirst({ where: { id: li.id } });
    expect(person).toMatchObject({ name: erasedName, phone: null, openid: null, householdId: null, erasedAt: now() });
    const facts = await desk().prisma.domainEvent.findMany({
      where: { name: { startsWith: 'privacy.' } },
      orderBy: { id: 'asc' },
    });
    expect(facts.map(({ name }) => name)).toEqual(['privacy.requested', 'privacy.closingAsked', 'privacy.erased']);
  });

  it('lets the same WeChat account begin anew, as somebody else', async () => {
    const { li } = await settled();
    await as(li).ok('privacy.close', close);
    pass({ days: 8 });
    await erase();
    const { me } = await as(await make.person()).ok('auth.login', {
      code: desk().standIn.mintLoginCode('openid-of-li'),
    });
    expect(me.id).not.toBe(li.id);
    expect(me.name).toBe('居民');
  });

  it.each([
    ['a post', 'closing_post_held', (who: { id: string }) => make.post(who, 'GRID_STAFF', home.grid)],
    ['an open report', 'closing_open_matters', (who: { id: string }) => make.ticket({ reporterId: who.id })],
  ] as const)('is refused while there is %s (%s), and one that waits is given up for it', async (_what, code, tie) => {
    const [li, chen] = [await make.person(), await make.person()];
    await tie(li);
    expect((await as(li).call('privacy.close', close)).body.error?.code).toBe(code);
    await as(chen).ok('privacy.close', close);
    await tie(chen);
    pass({ days: 8 });
    await erase();
    expect((await as(chen).ok('notifications.list', {})).items.map(({ title }) => title)).toContain('账号没有注销');
    expect((await as(chen).ok('privacy.overview', {})).closing).toBeNull();
  });

  it('asked five times at once begins once', async () => {
    const li = await make.person();
    const all = await Promise.all(Array.from({ length: 5 }, () => as(li).call('privacy.close', close)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ body }) => body.error?.code === 'closing_already')).toHaveLength(4);
  });
});
