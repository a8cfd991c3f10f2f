import fc from 'fast-check';
import { escapeText, foldLine, lineOctets } from '#shared/domain/bookings/ics-lines';

const unfold = (text: string) => text.replaceAll('\r\n ', '');
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('村委会', '😀', ' ', '\\', ';', 'é', 'a'.repeat(80), '翠'.repeat(30)),
    ),
  )
  .map((parts) =>
    parts
      .join('')
      .toWellFormed()
      .replaceAll(/[\r\n]/g, ''),
  );

describe('foldLine', () => {
  it('gives back the line when unfolded', () => {
    fc.assert(
      fc.property(text, (line) => {
        expect(unfold(foldLine(line))).toBe(line);
      }),
    );
  });

  it('keeps every line within 75 octets and never splits a character', () => {
    fc.assert(
      fc.property(text, (line) => {
        for (const part of foldLine(line).split('\r\n')) {
          const octets = Buffer.from(part, 'utf8');
          expect(octets.length).toBeLessThanOrEqual(lineOctets);
          expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)).toBe(part);
        }
      }),
    );
  });

  it('leaves a line of 75 octets alone and folds one of 76', () => {
    expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
    expect(foldLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
    expect(foldLine('翠'.repeat(25))).toBe('翠'.repeat(25));
    expect(foldLine(`a${'翠'.repeat(25)}`)).toBe(`a${'翠'.repeat(24)}\r\n 翠`);
    expect(foldLine(`${'a'.repeat(72)}😀`)).toBe(`${'a'.repeat(72)}\r\n 😀`);
  });
});

describe('escapeText', () => {
  it.each([
    ['村委会, 二楼; 左手', '村委会\\, 二楼\\; 左手'],
    ['C:\\n', 'C:\\\\n'],
    ['一\n二\r\n三\r四', '一\\n二\\n三\\n四'],
    ['a\u0000b\u0007c\u0085d\te', 'abcd\te'],
    ['\ud83dx😀', 'x😀'],
  ])('%j becomes %j', (given, expected) => {
    expect(escapeText(given)).toBe(expected);
  });

  it('leaves no way out of the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(escapeText(given)).not.toMatch(/[\r\n]|(?<!\\)(?:\\\\)*[;,]/);
      }),
    );
  });
});
