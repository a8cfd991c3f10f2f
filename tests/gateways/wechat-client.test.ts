import fc from 'fast-check';
import { isFieldAccepted } from '#server/gateways/wechat/stand-in/template-fields';
import { textPartLength, textParts } from '#server/gateways/wechat/verdict';
import { fieldKinds, fitField } from '#shared/domain/notices/fields';
import { type Bench, message, openBench, went } from './wechat-bench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.standIn.stop());

describe('login', () => {
  it('trades a minted code for openid and session key', async () => {
    const outcome = await bench.wechat.code2Session(bench.standIn.mintLoginCode('o-wang'));
    expect(outcome).toEqual({ ok: true, openid: 'o-wang', sessionKey: expect.any(String) });
  });

  it.each([
    ['a code never minted', () => 'never-minted', 40029],
    ['an empty code', () => '', 40029],
    ['the code of the phone button', () => bench.standIn.mintPhoneCode('13800000000'), 40029],
  ])('refuses %s', async (_name, code, errcode) => {
    expect(await bench.wechat.code2Session(code())).toMatchObject({ ok: false, kind: 'invalid_code', errcode });
  });

  it('lets exactly one of 20 uses of one code in', async () => {
    const code = bench.standIn.mintLoginCode('o-wang');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => bench.wechat.code2Session(code)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.errcode === 40163)).toHaveLength(19);
  });

  it('refuses a code older than five minutes', async () => {
    const code = bench.standIn.mintLoginCode('o-wang');
    bench.clock.at += 300_001;
    expect(await bench.wechat.code2Session(code)).toMatchObject({ kind: 'invalid_code', errcode: 40029 });
  });

  it.each([
    [{ appId: 'wx0000000000000000' }, 40013],
    [{ secret: 'wrong' }, 40125],
  ])('says that our settings are wrong: %j', async (options, errcode) => {
    const outcome = await bench.makeClient(options).code2Session('demo-o-wang');
    expect(outcome).toMatchObject({ ok: false, kind: 'config', errcode });
  });

  it('refuses a person under risk control', async () => {
    bench.standIn.fault({ path: '/sns/jscode2session', errcode: 40226 });
    expect(await bench.wechat.code2Session('demo-o-wang')).toMatchObject({ ok: false, kind: 'blocked' });
  });
});

describe('phone number', () => {
  it('is given once for a code of the button', async () => {
    const code = bench.standIn.mintPhoneCode('13800000000');
    expect(await bench.wechat.getPhoneNumber(code)).toEqual({
      ok: true,
      phoneNumber: '13800000000',
      purePhoneNumber: '13800000000',
      countryCode: '86',
    });
    expect(await bench.wechat.getPhoneNumber(code)).toMatchObject({ kind: 'invalid_code', errcode: 40029 });
  });

  it('is not taken from an answer meant for another app', async () => {
    const phone_info = { phoneNumber: '1', purePhoneNumber: '1', countryCode: '86', watermark: { appid: 'wx-other' } };
    const answers = [
      { access_token: 't', expires_in: 7200 },
      { errcode: 0, phone_info },
    ];
    const wechat = bench.makeClient({ fetch: async () => Response.json(answers.shift()) });
    expect(await wechat.getPhoneNumber('code')).toEqual({ ok: false, kind: 'unavailable' });
  });
});

describe('subscribe messages', () => {
  it('arrive with template, page and data, once per granted message', async () => {
    bench.standIn.grant('o-wang', 'TPL_progress', 1);
    expect(await bench.wechat.sendSubscribeMessage({ ...message, page: 'pages/chat/index?id=1' })).toEqual(went);
    expect(bench.standIn.sent()).toEqual([
      {
        msgId: expect.stringMatching(/^\d{19}$/),
        openid: 'o-wang',
        templateId: 'TPL_progress',
        page: 'pages/chat/index?id=1',
        data: { thing1: '路灯已修好' },
        state: 'formal',
        sentAt: '2026-03-02T01:00:00.000Z',
      },
    ]);
    expect(await bench.wechat.sendSubscribeMessage(message)).toMatchObject({ kind: 'refused', errcode: 43101 });
  });

  it.each([
    ['a malformed openid', { ...message, openid: 'o wang' }, 'invalid_data', 40003],
    ['an unknown template', { ...message, templateId: 'TPL_other' }, 'config', 40037],
    ['a text that is too long', { ...message, data: { thing1: '长'.repeat(21) } }, 'invalid_data', 47003],
    ['a missing key', { ...message, data: {} }, 'invalid_data', 47003],
    ['a page with a leading slash', { ...message, page: '/pages/chat/index' }, 'config', 41030],
  ])('names the mistake in %s', async (_name, wrong, kind, errcode) => {
    const strict = await openBench({ defaultQuota: 1, templates: { TPL_progress: ['thing1'] } });
    expect(await strict.wechat.sendSubscribeMessage(wrong)).toMatchObject({ ok: false, kind, errcode });
    expect(strict.standIn.sent()).toEqual([]);
    await strict.standIn.stop();
  });
});

describe('template fields', () => {
  it.each([
    ['thing1', '路灯已修好', true],
    ['thing1', '字'.repeat(20), true],
    ['thing1', '字'.repeat(21), false],
    ['thing1', ' 前面有空格', false],
    ['thing1', '两\n行', false],
    ['thing1', '两\u2028行', false],
    ['thing1', '', false],
    ['phrase2', '处理中', true],
    ['phrase2', '处理中。', false],
    ['phrase2', '已经处理完毕', false],
    ['character_string3', 'GD20260302-0001', true],
    ['character_string3', '工单1', false],
    ['time4', '15:01', true],
    ['time4', '2019年10月1日 15:01', true],
    ['time4', '15:01~16:30', true],
    ['time4', '2019-10-01', false],
    ['date5', '2019年10月1日', true],
    ['name6', '王'.repeat(10), true],
    ['name6', '王'.repeat(11), false],
    ['name6', 'Wang Min', true],
    ['amount7', '¥12.50', true],
    ['number8', '12a', false],
    ['unknown9', 'x', false],
  ])('%s with %j is accepted: %s', (key, value, expected) => {
    expect(isFieldAccepted(key, value)).toBe(expected);
  });

  it('takes whatever our own rule has fitted, and our rule is never laxer', () => {
    const raw = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('12:30', '2026年11月23日 10:00', '王敏', 'CP20261123-1', '19999000001', '12.5'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), raw, (kind, value) => {
        const fitted = fitField(kind, value);
        if (fitted.ok)
          expect({ kind, value: fitted.value, taken: isFieldAccepted(`${kind}1`, fitted.value) }).toMatchObject({
            taken: true,
          });
      }),
      { numRuns: 500 },
    );
  });
});

describe('content checks', () => {
  const check = (content: string) => bench.wechat.checkText({ openid: 'o-wang', content, scene: 2 });

  it.each([
    ['路灯坏了', 'pass', 100],
    ['【待审】路灯坏了', 'review', 21000],
    ['【违规】路灯坏了', 'risky', 20006],
    [`${'长'.repeat(6000)}【待审】${'长'.repeat(3000)}`, 'review', 21000],
  ])('judge a text by its worst part', async (content, suggest, label) => {
    expect(await check(content)).toMatchObject({ ok: true, suggest, label, traceId: expect.any(String) });
  });

  it.each(['', ' \n '])('do not ask about an empty text', async (content) => {
    expect(await check(content)).toEqual({ ok: false, kind: 'invalid_data' });
    expect(bench.standIn.callCount()).toBe(0);
  });

  it('give no verdict for a person WeChat has not seen lately', async () => {
    bench.standIn.fault({ path: '/wxa/msg_sec_check', errcode: 61010 });
    expect(await check('路灯坏了')).toMatchObject({ ok: false, kind: 'refused', errcode: 61010 });
  });

  it('cut texts without losing or splitting a character', () => {
    fc.assert(
      fc.property(fc.nat(3), fc.nat(2600), (shift, pairs) => {
        const text = `${'a'.repeat(shift)}${'𠮷'.repeat(pairs)}`;
        const parts = textParts(text);
        expect(parts.join('')).toBe(text);
        expect(parts.every((part) => part.length <= textPartLength && !/\p{Cs}/u.test(part))).toBe(true);
      }),
    );
  });

  it('hand a picture over and name its trace', async () => {
    const media = { openid: 'o-wang', url: 'https://desk.example/p/1.jpg', type: 'image', scene: 1 } as const;
    const outcome = await bench.wechat.checkMedia(media);
    expect(outcome).toEqual({ ok: true, traceId: bench.standIn.media().at(0)?.traceId });
  });
});

describe('mini-program codes', () => {
  it('come as a picture', async () => {
    const outcome = await bench.wechat.getUnlimitedQrCode({ scene: 'b=7K2M9QXW4C', page: 'pages/chat/index' });
    expect(outcome.ok && outcome.image.subarray(1, 4).toString()).toBe('PNG');
  });

  it.each([
    [{ scene: '网格一', page: 'pages/chat/index' }, 'invalid_data', 40169],
    [{ scene: 'x'.repeat(33), page: 'pages/chat/index' }, 'invalid_data', 40169],
    [{ scene: 'b=1', page: '/pages/chat/index' }, 'config', 41030],
  ])('are refused for %j', async (code, kind, errcode) => {
    expect(await bench.wechat.getUnlimitedQrCode(code)).toMatchObject({ ok: false, kind, errcode });
  });
});
