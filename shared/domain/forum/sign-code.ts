/** 31 signs that are not taken for each other when read aloud or copied by hand; prime, so that one check sign finds every slip. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 7;

/** A code of 7 signs and a check sign from hexadecimal text of at least 14 characters that nobody can foresee, such as a keyed hash. */
export function signCode(hex: string): string {
  const body = Array.from(
    { length },
    (_, index) => signs[Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % signs.length] ?? '',
  ).join('');
  return body + checkOf(body);
}

/** A code as it was scanned or copied, or undefined when a sign of it is wrong or two are exchanged. Case, blanks and a leading `CPM-` do not matter. */
export function readSignCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/^\s*CPM-/, '')
    .replace(/[\s-]/g, '');
  if (code.length !== length + 1 || [...code].some((sign) => !signs.includes(sign))) return undefined;
  return checkOf(code.slice(0, length)) === code[length] ? code : undefined;
}

/** Weights 1 to 7 modulo a prime: another sign in one place, or two neighbours exchanged, always give another check sign. */
function checkOf(body: string): string {
  const sum = [...body].reduce((total, sign, index) => total + (index + 1) * signs.indexOf(sign), 0);
  return signs[sum % signs.length] ?? '';
}
