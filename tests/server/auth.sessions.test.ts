import { anonymous, as } from '../support/api';
import { desk } from '../support/desk';
import { make, signIn } from '../support/make';

const withToken = async (token: string, name: string, input: object = {}) => {
  const reply = await fetch(`${desk().url}/api/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const body = (await reply.json()) as { error?: { code: string }; items?: { id: string; current: boolean }[] };
  return { status: reply.status, ...body };
};

describe('sessions', () => {
  it('lists the devices of the caller and marks the current one', async () => {
    const li = await make.person();
    await signIn(await make.person());
    const [phone, tablet] = [await signIn(li), await signIn(li)];

    const listed = await withToken(phone, 'auth.sessions');
    expect(listed.items).toHaveLength(2);
    expect(listed.items?.filter(({ current }) => current)).toHaveLength(1);
    expect((await withToken(tablet, 'auth.sessions')).items?.find(({ current }) => current)?.id).not.toBe(
      listed.items?.find(({ current }) => current)?.id,
    );
  });

  it('logs out at once, this device only', async () => {
    const li = await make.person();
    const [phone, tablet] = [await signIn(li), await signIn(li)];

    expect((await withToken(phone, 'auth.logout')).status).toBe(200);

    expect((await withToken(phone, 'me.get')).error?.code).toBe('session_expired');
    expect((await withToken(tablet, 'me.get')).status).toBe(200);
    expect(await desk().prisma.domainEvent.count({ where: { name: 'session.revoked' } })).toBe(1);
  });

  it('ends another device of one’s own', async () => {
    const li = await make.person();
    const [phone, tablet] = [await signIn(li), await signIn(li)];
    const other = (await withToken(phone, 'auth.sessions')).items?.find(({ current }) => !current)?.id;

    expect((await withToken(phone, 'auth.revokeSession', { id: other })).status).toBe(200);

    expect((await withToken(tablet, 'me.get')).status).toBe(401);
    expect((await withToken(phone, 'auth.revokeSession', { id: other })).error?.code).toBe('not_found');
  });

  it('does not know the devices of others', async () => {
    const stranger = await make.person();
    const token = await signIn(stranger);
    const { id } = await desk().prisma.session.findFirstOrThrow({ where: { personId: stranger.id } });

    expect((await as(make.person()).call('auth.revokeSession', { id })).body.error?.code).toBe('not_found');
    expect((await withToken(token, 'me.get')).status).toBe(200);
  });

  it('asks who one is', async () => {
    expect((await anonymous.call('auth.sessions', {})).body.error?.code).toBe('unauthenticated');
    expect((await withToken('a'.repeat(43), 'me.get')).error?.code).toBe('unauthenticated');
  });
});
