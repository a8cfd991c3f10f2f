import { createHash } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { decryptPush, encryptPush, pushSignature } from '#server/gateways/wechat/push';
import { pushFields } from '#server/gateways/wechat/push-body';
import { pushRequest } from '#server/gateways/wechat/stand-in/pusher';
import { now } from '../support/clock';
import { desk } from '../support/desk';

const config = {
  appId: 'wxtest',
  token: 'TokenOfTheTests',
  encodingAesKey: 'TestKey0123456789TestKey0123456789TestKey01',
};
const said = (more: object = {}) => ({
  ...{ ToUserName: 'gh_desk', FromUserName: 'o-wang', CreateTime: Math.floor(now().getTime() / 1000) },
  ...{ MsgType: 'text', Content: '门口路灯坏了 <b>&amp;</b> ]]>', MsgId: '23637352235060880' },
  ...more,
});
const target = () => ({ url: `${desk().url}/wechat/push`, config });
const kept = () => desk().prisma.pushedMessage.findMany({ orderBy: { id: 'asc' } });
const facts = () => desk().prisma.domainEvent.count({ where: { name: 'wechat.pushed' } });
const signed = (seconds = Math.floor(now().getTime() / 1000)) => {
  const parts = { timestamp: String(seconds), nonce: '415670741' };
  return new URLSearchParams({ ...parts, signature: pushSignature(config.token, parts.timestamp, parts.nonce) });
};

describe('the address check', () => {
  it('answers the echo as it came, as text', async () => {
    const response = await fetch(`${target().url}?${signed()}&echostr=4375120948345356249`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toBe('4375120948345356249');
  });

  it.each([
    [
      'a wrong signature',
      () =>
        signed()
          .toString()
          .replace(/signature=./, 'signature=x'),
    ],
    ['an old time', () => signed(Math.floor(now().getTime() / 1000) - 400).toString()],
    ['nothing', () => ''],
  ])('is refused with %s', async (_name, query) => {
    expect((await fetch(`${target().url}?${query()}&echostr=1`)).status).toBe(403);
  });
});

describe('a push', () => {
  it.each([
    ['aes', 'json'],
    ['aes', 'xml'],
    ['compatible', 'json'],
    ['compatible', 'xml'],
    ['plain', 'json'],
    ['plain', 'xml'],
  ] as const)('in %s mode as %s is answered with success and kept whole', async (mode, format) => {
    expect(await desk().standIn.push({ message: said(), mode, format })).toEqual({ status: 200, text: 'success' });
    expect(await kept()).toMatchObject([
      {
        kind: 'text',
        openid: 'o-wang',
        body: { Content: '门口路灯坏了 <b>&amp;</b> ]]>', MsgId: '23637352235060880' },
      },
    ]);
  });

  it('that comes again and again, also at once, is kept and told once', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => desk().standIn.push({ message: said() })));
    expect(new Set(replies.map(({ text }) => text))).toEqual(new Set(['success']));
    expect(await kept()).toHaveLength(1);
    expect(await facts()).toBe(1);
  });

  it('with a message number of 64 bits is told apart from its neighbour', async () => {
    for (const number of ['23637352235060880', '23637352235060881']) {
      const { url } = pushRequest(target(), { message: {}, mode: 'plain' }, now().getTime());
      const body = JSON.stringify(said({ MsgId: '#' })).replace('"#"', number);
      expect(await (await fetch(url, { method: 'POST', body })).text()).toBe('success');
    }
    expect((await kept()).map(({ body }) => (body as { MsgId: string }).MsgId)).toEqual([
      '23637352235060880',
      '23637352235060881',
    ]);
  });

  it('without a number is known by sender, second and event', async () => {
    const event = (Event: string) => said({ MsgType: 'event', Event, MsgId: undefined });
    for (const name of ['user_enter_tempsession', 'subscribe_msg_popup_event', 'user_enter_tempsession'])
      await desk().standIn.push({ message: event(name) });
    expect((await kept()).map(({ kind }) => kind)).toEqual([
      'event:user_enter_tempsession',
      'event:subscribe_msg_popup_event',
    ]);
  });

  const post = async (change: (request: { url: string; body: string }) => { url: string; body: string }) => {
    const { url, body } = change(pushRequest(target(), { message: said() }, now().getTime()));
    return (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status;
  };

  it.each([
    [
      'another signature',
      ({ url, body }: { url: string; body: string }) => ({
        url: url.replace(/msg_signature=./, 'msg_signature=x'),
        body,
      }),
      403,
    ],
    [
      'a changed cipher',
      ({ url, body }: { url: string; body: string }) => ({ url, body: body.replace(/"Encrypt":"./, '"Encrypt":"?') }),
      403,
    ],
    ['no body', ({ url }: { url: string }) => ({ url, body: '' }), 400],
    ['a body beyond the limit', ({ url }: { url: string }) => ({ url, body: 'x'.repeat(300_000) }), 413],
  ])('with %s is refused and leaves nothing', async (_name, change, status) => {
    expect(await post(change)).toBe(status);
    expect(await kept()).toEqual([]);
  });

  it('of another app, or an hour old, is refused', async () => {
    const other = pushRequest(
      { ...target(), config: { ...config, appId: 'wxother' } },
      { message: said() },
      now().getTime(),
    );
    const old = pushRequest(target(), { message: said() }, now().getTime() - 3_600_000);
    const event = { ...said({ MsgType: 'event', Event: 'wxa_media_check', appid: 'wxother', trace_id: 't' }) };
    for (const { url, body } of [other, old]) expect((await fetch(url, { method: 'POST', body })).status).toBe(403);
    expect((await desk().standIn.push({ message: event })).status).toBe(400);
    expect(await kept()).toEqual([]);
  });
});

describe('XML', () => {
  it.each([
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><MsgType>&a;</MsgType></xml>',
    '<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><MsgType>a</MsgType></xml>',
    '<xml><MsgType>a</MsgTyp></xml>',
    '<xml>',
    '<other><MsgType>a</MsgType></other>',
    '[1]',
    '"text"',
    '',
  ])('and other bodies that are not a push are not read: %s', (body) => {
    expect(pushFields(body)).toBeUndefined();
  });

  it('keeps entities as they are written and numbers as text', () => {
    expect(pushFields('<xml><A>&lt;&#65;&amp;</A><B><![CDATA[<b>&amp;]]></B><C>007</C></xml>')).toEqual({
      A: '&lt;&#65;&amp;',
      B: '<b>&amp;',
      C: '007',
    });
  });
});

describe('beside an independent implementation of the same format', () => {
  const { encodingAesKey, token, appId } = config;

  it.each(['', '{}', '有人要命', 'x'.repeat(1000), '😀'.repeat(33)])(
    'both open what the other sealed: %#',
    (message) => {
      const theirs = encrypt(encodingAesKey, message, appId);
      expect(decryptPush(config, theirs)).toEqual({ ok: true, message });
      const ours = encryptPush(config, message, { timestamp: 1, nonce: 'n' });
      expect(decrypt(encodingAesKey, ours.Encrypt)).toMatchObject({ message, id: appId });
      expect(ours.MsgSignature).toBe(getSignature(token, 1, 'n', ours.Encrypt));
    },
  );

  it('and the signature is plain SHA-1', () => {
    expect(pushSignature('b', 'a', 'c')).toBe(createHash('sha1').update('abc').digest('hex'));
  });
});
