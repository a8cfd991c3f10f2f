/** Most octets of one line, its CRLF not counted (RFC 5545 §3.1). */
export const lineOctets = 75;

/** Text as a TEXT value (RFC 5545 §3.3.11): backslash, semicolon, comma and line breaks escaped, other control characters and lone surrogates dropped. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cs}\p{Cc}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** A content line folded to 75 octets of UTF-8 a line, never within a character; lines after the first begin with a space (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  let folded = '';
  let room = lineOctets;
  for (const character of line) {
    const octets = octetsOf(character);
    if (octets > room) {
      folded += '\r\n ';
      room = lineOctets - 1;
    }
    folded += character;
    room -= octets;
  }
  return folded;
}

/** Octets of one character (code point) in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
