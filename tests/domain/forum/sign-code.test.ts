import fc from 'fast-check';
import { readSignCode, signCode } from '#shared/domain/forum/sign-code';

const hex = fc.array(fc.nat(255), { minLength: 7, maxLength: 7 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('sign codes', () => {
  it('are read as they were made, in small letters, with blanks and the prefix', () => {
    fc.assert(
      fc.property(hex, (bytes) => {
        const code = signCode(bytes);
        expect(code).toMatch(/^[2-9A-HJ-KM-NP-Z]{8}$/);
        expect(readSignCode(code)).toBe(code);
        expect(readSignCode(` cpm-${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).toBe(code);
      }),
    );
  });

  it('tell every single wrong sign and every exchange of neighbours', () => {
    fc.assert(
      fc.property(hex, fc.nat(7), fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'), (bytes, place, sign) => {
        const code = signCode(bytes);
        const slipped = code.slice(0, place) + sign + code.slice(place + 1);
        expect(readSignCode(slipped)).toBe(slipped === code ? code : undefined);
        const left = Math.min(place, 5);
        const exchanged = code.slice(0, left) + code[left + 1] + code[left] + code.slice(left + 2);
        expect(readSignCode(exchanged)).toBe(exchanged === code ? code : undefined);
      }),
    );
  });

  it.each(['', 'CPM-', 'ABCDEFG', '0000OOOO', '这是什么呀八个字', 'ABCDEFGHJ'])('reads nothing from %j', (text) => {
    expect(readSignCode(text)).toBeUndefined();
  });
});
