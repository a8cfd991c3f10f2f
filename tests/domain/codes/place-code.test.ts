import fc from 'fast-check';
import { placeCode, readPlaceCode, sceneOf, spacedCode } from '#shared/domain/codes/place-code';

const hex = fc
  .uint8Array({ minLength: 9, maxLength: 9 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));

describe('a printed code', () => {
  it('fits into what WeChat carries, and is read back however it comes', () => {
    fc.assert(
      fc.property(hex, (random) => {
        const code = placeCode(random);
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
        expect(sceneOf(code)).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/);
        for (const text of [
          code,
          code.toLowerCase(),
          spacedCode(code),
          sceneOf(code),
          encodeURIComponent(sceneOf(code)),
          `https://desk.example.cn/q/${code}`,
        ])
          expect(readPlaceCode(text)).toBe(code);
      }),
    );
  });

  it('with one wrong sign or two exchanged is none', () => {
    const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
    fc.assert(
      fc.property(hex, fc.nat(9), fc.nat(29), (random, place, other) => {
        const code = placeCode(random);
        const rest = signs.replace(code[place] ?? '', '');
        expect(readPlaceCode(code.slice(0, place) + rest[other] + code.slice(place + 1))).toBeUndefined();
        const exchanged = [...code];
        const next = (place + 1) % 9;
        [exchanged[place % 9], exchanged[next]] = [exchanged[next] ?? '', exchanged[place % 9] ?? ''];
        if (Math.abs((place % 9) - next) === 1 && exchanged.join('') !== code)
          expect(readPlaceCode(exchanged.join(''))).toBeUndefined();
      }),
    );
  });

  it.each(['', 'c=', '%E0%A4%A', 'https://desk.example.cn/q/', 'c=ABC', '7K2M9QXW4C7K2M9QXW4C', 'CPM-12345678'])(
    'is not found in %p',
    (text) => {
      expect(readPlaceCode(text)).toBeUndefined();
    },
  );
});
