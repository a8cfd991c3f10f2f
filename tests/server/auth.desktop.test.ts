import { importStaff } from '#server/features/identity/importing/import-staff';
import { readStaffSheet } from '#server/features/identity/importing/staff-sheet';
import { forgetDesktops } from '#server/features/identity/index';
import { worldOf } from '#server/features/places/index';
import type { Input, Name, Output } from '#shared/contract';
import { anonymous, as } from '../support/api';
import { freeze, pass } from '../support/clock';
import { asSystem, desk } from '../support/desk';
import { home, make, signIn } from '../support/make';

const withToken = async <N extends Name>(token: string, name: N, input: Input<N>) => {
  const reply = await fetch(`${desk().url}/api/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return { status: reply.status, body: (await reply.json()) as Output<N> & { error?: { code: string } } };
};
const staff = () => make.staff('GRID_STAFF', home.grid, { name: '王敏' });
const begin = () => anonymous.ok('auth.desktopBegin', {});
const poll = ({ id, secret }: { id: string; secret: string }) => anonymous.ok('auth.desktopPoll', { id, secret });
/** A computer let in by this phone: its token. */
async function letIn(phone: string): Promise<string> {
  const begun = await begin();
  await withToken(phone, 'auth.desktopAnswer', { code: begun.code, agree: true });
  return (await poll(begun)).signedIn!.token;
}

describe('signing in on a computer', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

  it('waits, is seen, is confirmed on the phone, and gives the session once', async () => {
    const wang = await staff();
    const begun = await begin();
    expect(begun.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(await poll(begun)).toEqual({ state: 'waiting', signedIn: null });
    const phone = await signIn(wang);
    const looked = await withToken(phone, 'auth.desktopLook', { code: `CPD-${begun.code}` });
    expect(looked.body).toMatchObject({ hours: 12, askedText: '刚刚' });
    expect((await poll(begun)).state).toBe('seen');
    await withToken(phone, 'auth.desktopAnswer', { code: begun.code, agree: true });

    const asked = await Promise.all(Array.from({ length: 8 }, () => poll(begun)));

    const got = asked.filter(({ signedIn }) => signedIn);
    expect(got).toHaveLength(1);
    expect(got[0]!.signedIn!.me).toMatchObject({ name: '王敏' });
    expect(await desk().prisma.session.count({ where: { desktop: true } })).toBe(1);
    expect((await poll(begun)).state).toBe('over');
  });

  it('gives nothing to whoever holds only the code, or the secret of another', async () => {
    const [begun, other] = [await begin(), await begin()];
    const phone = await signIn(await staff());
    await withToken(phone, 'auth.desktopAnswer', { code: begun.code, agree: true });
    const wrong = await anonymous.call('auth.desktopPoll', { id: begun.id, secret: other.secret });
    expect(wrong.body.error?.code).toBe('not_found');
    const row = await desk().prisma.desktopSignIn.findFirstOrThrow({ where: { id: begun.id } });
    expect(JSON.stringify(row)).not.toContain(begun.secret);
  });

  it('is over after three minutes and after a no, and a code answers once', async () => {
    const phone = await signIn(await staff());
    const late = await begin();
    pass({ minutes: 3 });
    expect((await poll(late)).state).toBe('over');
    const answer = (code: string, agree: boolean) => withToken(phone, 'auth.desktopAnswer', { code, agree });
    expect((await answer(late.code, true)).body.error?.code).toBe('desktop_code_over');
    const refused = await begin();
    expect((await answer(refused.code, false)).status).toBe(200);
    expect(await poll(refused)).toEqual({ state: 'refused', signedIn: null });
    expect((await answer(refused.code, true)).body.error?.code).toBe('desktop_code_over');
    const slip = refused.code.slice(0, -1) + (refused.code.endsWith('2') ? '3' : '2');
    expect((await answer(slip, true)).body.error?.code).toBe('desktop_code_invalid');
  });

  it('is for staff, and a computer lets in no other computer', async () => {
    const begun = await begin();
    const resident = await make.person();
    expect((await as(resident).call('auth.desktopAnswer', { code: begun.code, agree: true })).status).toBe(403);
    const computer = await letIn(await signIn(await staff()));
    const refused = await withToken(computer, 'auth.desktopAnswer', { code: begun.code, agree: true });
    expect(refused.body.error?.code).toBe('forbidden');
    expect((await poll(begun)).state).toBe('waiting');
  });

  it('is listed on the phone and ends there at once, the live channel too', async () => {
    const phone = await signIn(await staff());
    const computer = await letIn(phone);
    const conversationId = (await withToken(computer, 'chat.open', {})).body.conversation.id;
    const stream = await fetch(`${desk().url}/api/chat.stream?conversationId=${conversationId}&token=${computer}`);
    const reader = stream.body!.getReader();
    await reader.read();

    const listed = (await withToken(phone, 'auth.sessions', {})).body.items;
    expect(listed.map(({ desktop, current }) => [desktop, current]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    await withToken(phone, 'auth.revokeSession', { id: listed.find(({ desktop }) => desktop)!.id });

    expect((await withToken(computer, 'me.get', {})).body.error?.code).toBe('session_expired');
    expect((await withToken(phone, 'me.get', {})).status).toBe(200);
    await withToken(phone, 'chat.send', { text: '路灯坏了' });
    let heard = '';
    for (let part = await reader.read(); !part.done; part = await reader.read())
      heard += Buffer.from(part.value).toString();
    expect(heard).not.toContain('lastSeq');
  });

  it('lasts twelve hours', async () => {
    const computer = await letIn(await signIn(await staff()));
    pass({ hours: 11.9 });
    expect((await withToken(computer, 'me.get', {})).status).toBe(200);
    pass({ hours: 0.2 });
    expect((await withToken(computer, 'me.get', {})).body.error?.code).toBe('session_expired');
  });

  it('is forgotten a day after its time', async () => {
    await begin();
    pass({ hours: 23 });
    await forgetDesktops(desk().ground);
    expect(await desk().prisma.desktopSignIn.count()).toBe(1);
    pass({ hours: 2 });
    await forgetDesktops(desk().ground);
    expect(await desk().prisma.desktopSignIn.count()).toBe(0);
  });
});

describe('a change of posts', () => {
  beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));
  const run = async (...lines: string[]) => {
    const sheet = await readStaffSheet(Buffer.from(['姓名,电话,岗位,地区,部门,开始,结束', ...lines].join('\n')));
    return asSystem(async (ctx) => importStaff(ctx, await worldOf(ctx.db), sheet));
  };

  it('ends the sessions of whoever came and whoever left, and of nobody else', async () => {
    await run(`王小敏,19999001001,网格员,${home.grid},,2026-01-01,`, `周小凯,19999001003,部门经办,,zhifa,2026-01-01,`);
    const tokenOf = async (name: string) =>
      signIn(await desk().prisma.person.findFirstOrThrow({ where: { name }, select: { id: true } }));
    const [wang, zhou] = [await tokenOf('王小敏'), await tokenOf('周小凯')];
    const isIn = async (token: string) => (await withToken(token, 'me.get', {})).status === 200;

    await run(`王小敏,19999001001,网格员,${home.grid},,2026-01-01,`, `周小凯,19999001003,部门经办,,zhifa,2026-01-01,`);
    expect([await isIn(wang), await isIn(zhou)]).toEqual([true, true]);
    await run(`李小新,19999001009,网格员,${home.grid},,2026-11-23,`);
    expect([await isIn(wang), await isIn(zhou)]).toEqual([false, true]);
  });
});
