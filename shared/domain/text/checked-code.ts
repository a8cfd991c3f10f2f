/** 31 signs that are not taken for each other when read aloud or copied by hand; prime, so that one check sign finds every slip. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of `length` signs (up to 29) and a check sign, from hexadecimal text of at least twice as many characters that nobody can foresee. */
export function checkedCode(hex: string, length: number): string {
  const body = Array.from(
    { length },
    (_, index) => signs[Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % signs.length] ?? '',
  ).join('');
  return body + checkOf(body);
}

/** A code of `length` signs as it was scanned or copied, or undefined when a sign of it is wrong or two are exchanged. Case, blanks and a leading `prefix` do not matter. */
export function readCheckedCode(text: string, length: number, prefix: string): string | undefined {
  const given = text.trim().toUpperCase();
  const code = (given.startsWith(prefix) ? given.slice(prefix.length) : given).replace(/[\s-]/g, '');
  if (code.length !== length + 1 || [...code].some((sign) => !signs.includes(sign))) return undefined;
  return checkOf(code.slice(0, length)) === code[length] ? code : undefined;
}

/** Weights 1, 2, 3 … modulo a prime: another sign in one place, or two neighbours exchanged, always give another check sign. */
function checkOf(body: string): string {
  const sum = [...body].reduce((total, sign, index) => total + (index + 1) * signs.indexOf(sign), 0);
  return signs[sum % signs.length] ?? '';
}
