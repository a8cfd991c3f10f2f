import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import {
  decryptPush,
  encryptPush,
  isSignedPlain,
  isTimely,
  openPush,
  type PushConfig,
  pushSignature,
} from '#server/gateways/wechat/push';

const config: PushConfig = { appId: 'wxba5fad812f8e6fb9', token: 'AAAAA', encodingAesKey: 'A'.repeat(43) };
const encrypted =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
const query = {
  timestamp: '1714112445',
  nonce: '415670741',
  msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
};
const now = 1714112445_000;
const body = JSON.stringify({ ToUserName: 'gh_desk', Encrypt: encrypted });

describe('message push, official vectors', () => {
  it.each([
    ['address check', '1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['plain push', '1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ])('accepts the signature of the %s', (_name, timestamp, nonce, signature) => {
    expect(isSignedPlain('AAAAA', { timestamp, nonce, signature })).toBe(true);
    expect(isSignedPlain('AAAAA', { timestamp, nonce, signature: signature.replace(/^./, '0') })).toBe(false);
    expect(isSignedPlain('AAAAA', { timestamp, nonce })).toBe(false);
  });

  it('opens the encrypted push', () => {
    const opened = openPush(config, query, body, now);
    expect(opened.ok).toBe(true);
    expect(opened.ok && JSON.parse(opened.message)).toMatchObject({ MsgType: 'event' });
  });

  it('seals the reply to the byte', () => {
    const sealed = encryptPush(config, '{"demo_resp":"good luck"}', {
      timestamp: 1713424427,
      nonce: '415670741',
      random: Buffer.from('707722b803182950'),
    });
    expect(sealed).toEqual({
      Encrypt: 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
      MsgSignature: '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
      TimeStamp: 1713424427,
      Nonce: '415670741',
    });
  });
});

describe('message push, refusals', () => {
  it.each([
    ['another msg_signature', config, { ...query, msg_signature: '0'.repeat(40) }, body, now, 'bad_signature'],
    ['no msg_signature', config, { timestamp: query.timestamp, nonce: query.nonce }, body, now, 'bad_signature'],
    ['an old push', config, query, body, now + 301_000, 'stale'],
    ['a push from the future', config, query, body, now - 301_000, 'stale'],
    ['a push of another app', { ...config, appId: 'wx0000000000000000' }, query, body, now, 'wrong_app'],
    ['another key', { ...config, encodingAesKey: 'B'.repeat(43) }, query, body, now, 'bad_padding'],
    [
      'a plain push where encryption is required',
      { ...config, requireEncrypted: true },
      query,
      '{}',
      now,
      'bad_signature',
    ],
  ])('refuses %s', (_name, settings, given, text, at, kind) => {
    expect(openPush(settings, given, text, at)).toEqual({ ok: false, kind });
  });

  it.each([
    ['', 'bad_cipher'],
    ['not base64!', 'bad_cipher'],
    ['QUJD', 'bad_cipher'],
    [Buffer.alloc(48).toString('base64'), 'bad_cipher'],
  ])('refuses the cipher text %j', (text, kind) => {
    expect(decryptPush(config, text)).toEqual({ ok: false, kind });
  });

  const seal = (plain: Buffer) => {
    const key = Buffer.from(`${config.encodingAesKey}=`, 'base64');
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  };
  /** 20 bytes of head, a message of 2, the app id of 18: 40 bytes and 24 of padding. */
  const plainWith = (length: number, padding: number[]) => {
    const head = Buffer.alloc(20);
    head.writeUInt32BE(length, 16);
    return Buffer.concat([head, Buffer.from('{}'), Buffer.from(config.appId), Buffer.from(padding)]);
  };
  const good = Array<number>(24).fill(24);

  it.each([
    ['opens a well-made plain text', plainWith(2, good), { ok: true, message: '{}' }],
    ['refuses one wrong padding byte', plainWith(2, good.with(0, 23)), { ok: false, kind: 'bad_padding' }],
    ['refuses a padding of nought', plainWith(2, good.with(23, 0)), { ok: false, kind: 'bad_padding' }],
    [
      'refuses a padding beyond the block',
      plainWith(
        2,
        good.map(() => 33),
      ),
      { ok: false, kind: 'bad_padding' },
    ],
    ['refuses an inner length beyond the text', plainWith(2 ** 32 - 1, good), { ok: false, kind: 'malformed' }],
    ['refuses a text without a head', Buffer.alloc(32, 32), { ok: false, kind: 'malformed' }],
    ['refuses an inner length that shifts the app id', plainWith(1, good), { ok: false, kind: 'wrong_app' }],
  ])('%s', (_name, plain, expected) => {
    expect(decryptPush(config, seal(plain))).toEqual(expected);
  });

  it('refuses a timestamp that is no number', () => {
    expect(isTimely('1e9', 1e12)).toBe(false);
    expect(isTimely('', 0)).toBe(false);
  });

  it('never throws and never opens a cipher text with a changed byte under the right signature', () => {
    const bytes = Buffer.from(encrypted, 'base64');
    const original = decryptPush(config, encrypted);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(position) ^ change, position);
        expect(decryptPush(config, changed.toString('base64'))).not.toEqual(original);
      }),
      { numRuns: 300 },
    );
  });

  it('opens what it seals, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (message) => {
        const sealed = encryptPush(config, message, { timestamp: 1714112445, nonce: 'n' });
        const given = { timestamp: '1714112445', nonce: 'n', msg_signature: sealed.MsgSignature };
        expect(openPush(config, given, JSON.stringify(sealed), now)).toEqual({ ok: true, message });
        expect(pushSignature('AAAAA', '1714112445', 'n', sealed.Encrypt)).toBe(sealed.MsgSignature);
      }),
      { numRuns: 100 },
    );
  });
});
